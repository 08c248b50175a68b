"""The number of a history that administrators may change."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

VERSIONS_PER_PAGE = number(
    "versions_per_page",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Versions on a page of a history"),
    explanation=pgettext_lazy("setting", "Posts that many edit together have hundreds."),
    unit=units.versions,
    at_least=5,
    at_most=100,
    env="VERSIONS_PER_PAGE",
)
