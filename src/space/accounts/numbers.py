"""The numbers of signing in that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, choice, number, units

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


class NewAccounts:
    """How new accounts come to be."""

    OPEN, APPROVAL = "open", "approval"


class Blocked:
    """What becomes of new accounts that are blocked on the wiki they come from."""

    LET_IN, APPROVAL, REFUSE = "let_in", "approval", "refuse"


NEW_ACCOUNTS = choice(
    "new_accounts",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "New accounts"),
    explanation=pgettext_lazy(
        "setting",
        "Whether administrators look at each new account before it can be used, one made here as one from a wiki.",
    ),
    options={
        NewAccounts.OPEN: pgettext_lazy("setting", "Everybody can come in"),
        NewAccounts.APPROVAL: pgettext_lazy("setting", "An administrator lets each in"),
    },
    default=NewAccounts.OPEN,
)
ON_BLOCKED = choice(
    "blocked_on_the_wiki",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "Who is blocked on the wiki"),
    explanation=pgettext_lazy(
        "setting",
        "When somebody comes for the first time with an account that is blocked there from the whole wiki. "
        "A block from some pages does not count, and who is locked on all wikis never comes in.",
    ),
    options={
        Blocked.LET_IN: pgettext_lazy("setting", "Can come in"),
        Blocked.APPROVAL: pgettext_lazy("setting", "An administrator decides"),
        Blocked.REFUSE: pgettext_lazy("setting", "Cannot come in"),
    },
    default=Blocked.APPROVAL,
)
