"""The number about reactions that administrators may change. Call it to have its value of now."""

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
