"""The numbers about reactions and calls that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

REACTIONS_A_DAY = number(
    "reactions_a_day",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Reactions in a day"),
    explanation=pgettext_lazy(
        "setting", "What one person may leave at posts. It grows with trust as topics do."
    ),
    unit=units.reactions,
    at_least=1,
    at_most=2_000,
    env="REACTIONS_A_DAY",
)
MEMBERS_CALLED = number(
    "members_called",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Members told when a group is named"),
    explanation=pgettext_lazy(
        "setting", "Of a group with more members only its owners and moderators are told."
    ),
    unit=units.people,
    at_least=1,
    at_most=10_000,
    default=100,
)
