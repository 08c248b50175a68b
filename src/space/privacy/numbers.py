"""The numbers of privacy that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

COPY_HOURS = number(
    "copy_hours",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "How long a copy of one's data is there"),
    explanation=pgettext_lazy("setting", "Hours in which it can be fetched. Then the file is deleted."),
    unit=units.hours,
    at_least=12,
    at_most=336,
    default=48,
)
COPIES_A_DAY = number(
    "copies_a_day",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Copies of one's data in a day"),
    explanation=pgettext_lazy(
        "setting", "For one person. To make one reads everything that is kept of them."
    ),
    unit=units.copies,
    at_least=1,
    at_most=20,
    default=2,
)
FAREWELL_DAYS = number(
    "farewell_days",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Way back after asking to be erased"),
    explanation=pgettext_lazy(
        "setting", "Days in which the account is closed and nothing is erased yet; signing in takes it back."
    ),
    unit=units.days,
    at_least=1,
    at_most=30,
    default=14,
)
