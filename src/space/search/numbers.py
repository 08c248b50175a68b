"""The numbers of search that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

SEARCHES_A_MINUTE = number(
    "searches_a_minute",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Searches in a minute"),
    explanation=pgettext_lazy("setting", "By one person. Pages of results, feeds of a search."),
    unit=units.searches,
    at_least=1,
    at_most=1_000,
    env="SEARCHES_A_MINUTE",
)
SEARCHES_A_MINUTE_UNKNOWN = number(
    "searches_a_minute_unknown",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Searches in a minute without an account"),
    explanation=pgettext_lazy("setting", "From one address. A whole school may share one."),
    unit=units.searches,
    at_least=1,
    at_most=1_000,
    env="SEARCHES_A_MINUTE_UNKNOWN",
)
INSTANT_A_MINUTE = number(
    "instant_searches_a_minute",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Instant searches in a minute"),
    explanation=pgettext_lazy(
        "setting", "What the box in the bar asks while one types; by one person, or from one address."
    ),
    unit=units.searches,
    at_least=1,
    at_most=10_000,
    env="INSTANT_SEARCHES_A_MINUTE",
)
RESULTS_PER_PAGE = number(
    "results_per_page",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Results on a page of search"),
    explanation=pgettext_lazy("setting", "Each comes with the passage that matches."),
    unit=units.results,
    at_least=5,
    at_most=50,
    env="RESULTS_PER_PAGE",
)
