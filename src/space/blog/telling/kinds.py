"""The kind of which the newsroom tells, and its causes."""

from django.utils.translation import pgettext_lazy

from space.blog.telling import translations
from space.blog.telling.words import of_board, of_reviewer, words_of
from space.notifications import causes, kinds, messages
from space.notifications.kinds import Kind

EDITORIAL = "editorial"


def register() -> None:
    """Called once, when everything is there."""
    from space.blog.actions import telling
    from space.blog.actions import telling_translations as of_translations

    kinds.register(
        Kind(
            name=EDITORIAL,
            label=pgettext_lazy("kind of notification", "Stories"),
            explanation=pgettext_lazy(
                "kind of notification", "What is decided about your stories, and what waits for your review."
            ),
            icon="newspaper",
            tell=words_of,
            order=65,
        )
    )
    kinds.register(
        Kind(
            name="translation",
            label=pgettext_lazy("kind of notification", "Translations of stories"),
            explanation=pgettext_lazy(
                "kind of notification",
                "A translation waits for you, was approved or sent back; an original changed; you became an author.",
            ),
            icon="language",
            tell=translations.words_of,
            order=66,
        )
    )
    causes.register("story-translation-ready", of_translations.of_ready)
    causes.register("story-translation-approved", of_translations.of_approved)
    causes.register("story-translation-back", of_translations.of_back)
    causes.register("story-translation-stale", of_translations.of_stale)
    causes.register("story-wish", of_translations.of_wish)
    causes.register("story-named", of_translations.of_named)
    causes.register("story-step", telling.of_step)
    causes.register("story-waits", telling.of_waiting)
    causes.register("reviewer", telling.of_reviewer)
    # Of lines from when the board was no group.
    messages.register("board", of_board)
    messages.register("reviewer", of_reviewer)
