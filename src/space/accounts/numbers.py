"""The numbers of signing in that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, choice, number, riddles, units

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


ACCOUNTS_FROM_ADDRESS_A_DAY = number(
    "accounts_from_address_a_day",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "New accounts in a day without a look"),
    explanation=pgettext_lazy(
        "setting",
        "From one address. Who comes after them waits until a moderator has looked. "
        "For a workshop, make an invitation for a room full of people: it lifts this.",
    ),
    unit=units.accounts,
    at_least=1,
    at_most=1_000,
    env="ACCOUNTS_FROM_ADDRESS_A_DAY",
)
INVITATIONS_A_DAY = number(
    "invitations_a_day",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "Invitations to this place in a day"),
    explanation=pgettext_lazy("setting", "Of one person with trust 2 or more, as links and by mail."),
    unit=units.invitations,
    at_least=1,
    at_most=1_000,
    env="INVITATIONS_A_DAY",
)


class NewAccounts:
    """How new accounts come to be. `WIKIS`: none are made here."""

    OPEN, APPROVAL, INVITATION, WIKIS = "open", "approval", "invitation", "wikis"


class Blocked:
    """What becomes of new accounts that are blocked on the wiki they come from."""

    LET_IN, APPROVAL, REFUSE = "let_in", "approval", "refuse"


NEW_ACCOUNTS = choice(
    "new_accounts",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "New accounts"),
    explanation=pgettext_lazy(
        "setting",
        "Who can come in for the first time, with an account made here as with one from a wiki. "
        "Who has an invitation need not wait.",
    ),
    options={
        NewAccounts.OPEN: pgettext_lazy("setting", "Everybody can come in"),
        NewAccounts.APPROVAL: pgettext_lazy("setting", "A moderator lets each in"),
        NewAccounts.INVITATION: pgettext_lazy("setting", "By invitation only"),
        NewAccounts.WIKIS: pgettext_lazy("setting", "Only with a Wikimedia account"),
    },
    env="NEW_ACCOUNTS",
)
SIGN_UP_QUESTIONS = riddles(
    "sign_up_questions",
    group=Group.ENTRANCE,
    label=pgettext_lazy("setting", "Questions before an account is made"),
    explanation=pgettext_lazy(
        "setting",
        "People answer them and machines do not. Each on a line, as in: What has four wheels? = a car / car. "
        "One of them is asked who makes an account here without an invitation, in their language, "
        "or else in another that has some. Without any nothing is asked.",
    ),
    at_most=2_000,
    env="SIGN_UP_QUESTIONS",
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
        Blocked.APPROVAL: pgettext_lazy("setting", "A moderator decides"),
        Blocked.REFUSE: pgettext_lazy("setting", "Cannot come in"),
    },
    default=Blocked.APPROVAL,
)
