"""The numbers of polls that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

POLL_OPTIONS_AT_MOST = number(
    "poll_options_at_most",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Options of a poll"),
    explanation=pgettext_lazy("setting", "With many, people no longer read the last ones. Older polls stay."),
    unit=units.options,
    at_least=2,
    at_most=50,
    env="POLL_OPTIONS_AT_MOST",
)
VOTES_AN_HOUR = number(
    "votes_an_hour",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Votes in an hour"),
    explanation=pgettext_lazy(
        "setting", "In all polls, with every change of mind. It grows with trust as topics do."
    ),
    unit=units.votes,
    at_least=1,
    at_most=1_000,
    env="VOTES_AN_HOUR",
)
