"""The kind of which the newsroom tells, and its causes."""

from django.utils.translation import pgettext_lazy

from space.blog.telling.words import of_board, of_reviewer, words_of
from space.notifications import causes, kinds, messages
from space.notifications.kinds import Kind

EDITORIAL = "editorial"


def register() -> None:
    """Called once, when everything is there."""
    from space.blog.actions import telling

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
    causes.register("story-step", telling.of_step)
    causes.register("story-waits", telling.of_waiting)
    causes.register("board", telling.of_board)
    causes.register("reviewer", telling.of_reviewer)
    messages.register("board", of_board)
    messages.register("reviewer", of_reviewer)
