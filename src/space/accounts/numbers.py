"""The numbers of signing in that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

SIGN_IN_TRIES_A_MINUTE = number(
    "sign_in_tries_a_minute",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "Wrong passwords in a minute"),
    explanation=pgettext_lazy(
        "setting",
        "Wrong passwords or codes, for each address and each account. A right one does not count.",
    ),
    unit=units.tries,
    at_least=3,
    at_most=60,
    env="SIGN_IN_TRIES_A_MINUTE",
)
SIGN_IN_TRIES_AN_HOUR = number(
    "sign_in_tries_an_hour",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "Wrong passwords in an hour"),
    explanation=pgettext_lazy(
        "setting", "The same over an hour: it stops who tries slowly. Give more than for a minute."
    ),
    unit=units.tries,
    at_least=5,
    at_most=600,
    env="SIGN_IN_TRIES_AN_HOUR",
)
SIGN_UPS_AN_HOUR = number(
    "sign_ups_an_hour",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "New accounts in an hour"),
    explanation=pgettext_lazy(
        "setting", "From one address. A whole room of newcomers at a workshop may share one."
    ),
    unit=units.accounts,
    at_least=1,
    at_most=1_000,
    env="SIGN_UPS_AN_HOUR",
)
