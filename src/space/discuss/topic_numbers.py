"""Numbers of what is done to topics and posts as a whole."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

DELETED_SHOWN_HOURS = number(
    "deleted_shown_hours",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "How long a deleted post leaves a line"),
    explanation=pgettext_lazy(
        "setting",
        "Hours in which the topic says that a post was deleted, and in which its author can undo it. "
        "Moderators can bring it back later as well.",
    ),
    unit=units.hours,
    at_least=1,
    at_most=24 * 30,
    env="DELETED_SHOWN_HOURS",
)

REPLIES_BELOW = number(
    "story_replies_shown",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Replies below a story or an event"),
    explanation=pgettext_lazy(
        "setting", "So many of the first replies stand on its own page; all are in its topic."
    ),
    unit=units.replies,
    at_least=1,
    at_most=20,
    env="STORY_REPLIES_SHOWN",
)
