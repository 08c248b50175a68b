"""Mails that archives send."""


def letters_about(request: int) -> None:
    """Tell every administrator that somebody asks to take a message down."""
