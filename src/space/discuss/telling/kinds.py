"""The kinds that Discuss tells of, and their causes."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.discuss.telling.people import (
    ASKED,
    CALLED,
    MENTION,
    MESSAGE,
    MOVED,
    QUOTE,
    REACTION,
    REPLY,
    WATCHED,
)
from space.discuss.telling.system import of_moderator, of_trust
from space.discuss.telling.words import words_of
from space.notifications import causes, kinds, messages
from space.notifications.kinds import ALONE, BY_THING, BY_TOPIC, Fold, Kind

Words = str | Promise


def register() -> None:
    """Called once, when everything is there."""
    from space.discuss.actions import telling

    for kind in _kinds():
        kinds.register(kind)
    messages.register("trust", of_trust)
    messages.register("moderator", of_moderator)
    causes.register_together("post", telling.of_posts)
    causes.register("edit", telling.of_edit)
    causes.register("moved", telling.of_move)
    causes.register("posts-moved", telling.of_posts_moved)
    causes.register("reaction", telling.of_reaction)
    causes.register("trust", telling.of_trust)
    causes.register("moderator", telling.of_appointment)


def _kinds() -> list[Kind]:
    return [
        _kind(
            MENTION,
            pgettext_lazy("kind of notification", "Mentions"),
            pgettext_lazy("kind of notification", "Somebody writes your name with an @ before it."),
            "mention",
            order=10,
        ),
        _kind(
            CALLED,
            pgettext_lazy("kind of notification", "Mentions of your groups"),
            pgettext_lazy("kind of notification", "Somebody writes the name of a group with an @ before it."),
            "userGroup",
            order=15,
        ),
        _kind(
            ASKED,
            pgettext_lazy("kind of notification", "Questions to your groups"),
            pgettext_lazy("kind of notification", "Somebody asks a group that you belong to."),
            "help",
            order=17,
        ),
        _kind(
            REPLY,
            pgettext_lazy("kind of notification", "Replies"),
            pgettext_lazy("kind of notification", "Somebody answers a post of yours."),
            "reply",
            order=20,
        ),
        _kind(
            QUOTE,
            pgettext_lazy("kind of notification", "Quotes"),
            pgettext_lazy("kind of notification", "Somebody quotes a post of yours."),
            "quotes",
            order=30,
        ),
        _kind(
            MESSAGE,
            pgettext_lazy("kind of notification", "Messages"),
            pgettext_lazy("kind of notification", "Somebody writes to you privately."),
            "message",
            order=35,
            fold=BY_TOPIC,
        ),
        _kind(
            REACTION,
            pgettext_lazy("kind of notification", "Reactions"),
            pgettext_lazy(
                "kind of notification", "Somebody thanks you or applauds. Several become one line."
            ),
            "heart",
            order=40,
            fold=BY_THING,
        ),
        _kind(
            WATCHED,
            pgettext_lazy("kind of notification", "New posts"),
            pgettext_lazy(
                "kind of notification", "Somebody writes in a topic, category or tag that you watch."
            ),
            "speechBubbles",
            order=50,
            fold=BY_TOPIC,
        ),
        _kind(
            MOVED,
            pgettext_lazy("kind of notification", "Moved topics"),
            pgettext_lazy(
                "kind of notification",
                "A topic that you began or watch, or a post of yours, stands elsewhere.",
            ),
            "move",
            order=60,
        ),
    ]


def _kind(name: str, label: Words, explanation: Words, icon: str, *, order: int, fold: Fold = ALONE) -> Kind:
    return Kind(
        name=name,
        label=label,
        explanation=explanation,
        icon=icon,
        tell=words_of,
        order=order,
        fold=fold,
        only_unread=fold is BY_TOPIC,
        read_up_to=fold is BY_TOPIC or name == MOVED,
    )
