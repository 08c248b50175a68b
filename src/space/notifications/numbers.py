"""The numbers of notifications that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

KEPT_AT_MOST = number(
    "notifications_at_most",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Notifications of one person"),
    explanation=pgettext_lazy("setting", "The oldest go when there are more."),
    unit=units.notifications,
    at_least=100,
    at_most=100_000,
    default=10_000,
)
FOLDED_FROM = number(
    "reactions_folded_from",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Reactions become one line"),
    explanation=pgettext_lazy(
        "setting", "When so many posts of one topic get reactions within the time below, one line tells all."
    ),
    unit=units.posts,
    at_least=2,
    at_most=100,
    default=3,
)
FOLDED_WITHIN_HOURS = number(
    "reactions_folded_hours",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Time in which reactions become one line"),
    explanation=pgettext_lazy("setting", "Hours since the latest of them."),
    unit=units.hours,
    at_least=1,
    at_most=168,
    default=2,
)
