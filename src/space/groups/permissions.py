"""Who may know of groups. Rules ask the database nothing."""

from space.accounts.readers import Reader


def knows_of_unlisted(reader: Reader) -> bool:
    """Moderators of the whole place know that an unlisted group is there, or nobody could look after it."""
    return reader.is_moderator
