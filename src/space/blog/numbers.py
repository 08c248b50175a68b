"""The numbers of the Blog that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

REMINDER_DAYS = number(
    "story_reminder_days",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "When a waiting story is remembered"),
    explanation=pgettext_lazy(
        "setting", "Days in review without an answer after which its reviewer, or the board, is told again."
    ),
    unit=units.days,
    at_least=1,
    at_most=60,
    env="STORY_REMINDER_DAYS",
)

STORIES_PER_PAGE = number(
    "stories_per_page",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Stories on a page of the Blog"),
    explanation=pgettext_lazy("setting", "So many cards stand on each page, beside the one that leads."),
    unit=units.stories,
    at_least=3,
    at_most=60,
    env="STORIES_PER_PAGE",
)
