"""Why somebody cannot come in with an account of the wikis, in words for them."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Why(Enum):
    CANCELLED = "cancelled"
    AGAIN = "again"
    NO_ANSWER = "no_answer"
    UNKNOWN_CONSUMER = "unknown_consumer"
    HIDDEN = "hidden"
    UNATTACHED = "unattached"
    TEMPORARY = "temporary"
    IMPOSSIBLE_NAME = "impossible_name"
    LOCKED = "locked"
    BLOCKED = "blocked"
    NOT_INVITED = "not_invited"
    NOT_THIS_ONE = "not_this_one"
    IS_ANOTHERS = "is_anothers"
    HAS_ANOTHER = "has_another"


# What a browser is told; everything else is a plain no.
_STATUS = {
    Why.CANCELLED: 200,
    Why.AGAIN: 400,
    Why.NO_ANSWER: 503,
    Why.UNKNOWN_CONSUMER: 503,
    Why.IS_ANOTHERS: 409,
    Why.HAS_ANOTHER: 409,
}


class Refused(Exception):
    """No, with the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why

    @property
    def status(self) -> int:
        return _STATUS.get(self.why, 403)

    @property
    def title(self) -> str | Promise:
        return _TITLES.get(self.why, pgettext_lazy("wiki account", "You cannot come in with this account"))

    @property
    def text(self) -> str | Promise:
        return _TEXTS[self.why]


_TITLES: dict[Why, str | Promise] = {
    Why.CANCELLED: pgettext_lazy("wiki account", "You are not signed in"),
    Why.AGAIN: pgettext_lazy("wiki account", "Please begin again"),
    Why.NO_ANSWER: pgettext_lazy("wiki account", "The wiki does not answer just now"),
    Why.UNKNOWN_CONSUMER: pgettext_lazy("wiki account", "The wiki does not know us"),
    Why.NOT_THIS_ONE: pgettext_lazy("wiki account", "That is another account"),
    Why.IS_ANOTHERS: pgettext_lazy("wiki account", "This account has its own page here already"),
    Why.HAS_ANOTHER: pgettext_lazy("wiki account", "You are linked to another account already"),
}
_TEXTS: dict[Why, str | Promise] = {
    Why.CANCELLED: pgettext_lazy(
        "wiki account",
        "You told the wiki not to let us know who you are. That is fine: nothing was changed, and we learnt nothing.",
    ),
    Why.AGAIN: pgettext_lazy(
        "wiki account",
        "This way from the wiki has been used, was begun in another browser, or took longer than an hour.",
    ),
    Why.NO_ANSWER: pgettext_lazy(
        "wiki account", "We could not ask it who you are. Try again in a few minutes; nothing was changed."
    ),
    Why.UNKNOWN_CONSUMER: pgettext_lazy(
        "wiki account",
        "Something about our registration there is not right. Please tell the people who look after this site.",
    ),
    Why.HIDDEN: pgettext_lazy("wiki account", "The wikis do not show this account, so we cannot either."),
    Why.UNATTACHED: pgettext_lazy(
        "wiki account",
        "It is not one of the accounts that are the same on all wikis. Ask on the wiki how to unify it.",
    ),
    Why.TEMPORARY: pgettext_lazy(
        "wiki account",
        "Accounts whose names begin with ~ are temporary and end after some weeks. "
        "Make a lasting account on the wiki, then come back with it.",
    ),
    Why.IMPOSSIBLE_NAME: pgettext_lazy(
        "wiki account",
        "Its name cannot stand in an address here. Please write to us, and we will find a way.",
    ),
    Why.LOCKED: pgettext_lazy(
        "wiki account",
        "It is locked on all wikis, and so it is here. Only the stewards of the wikis can unlock it.",
    ),
    Why.BLOCKED: pgettext_lazy(
        "wiki account",
        "It is blocked on the wiki, and this community lets no blocked accounts in. "
        "When the block has ended, come back.",
    ),
    Why.NOT_INVITED: pgettext_lazy(
        "wiki account",
        "New people come in by invitation here, and you have none that is still good. "
        "Somebody who is here already can make one for you. You can read everything that is public.",
    ),
    Why.NOT_THIS_ONE: pgettext_lazy(
        "wiki account",
        "On the wiki you are logged in with another account than the one that is linked here. "
        "Change it there, then try again.",
    ),
    Why.IS_ANOTHERS: pgettext_lazy(
        "wiki account",
        "Somebody came in here with this Wikimedia account before, perhaps you yourself. Two accounts are never made "
        "into one without a word. Sign out and come in with the Wikimedia account, or unlink it there first.",
    ),
    Why.HAS_ANOTHER: pgettext_lazy(
        "wiki account", "Unlink the Wikimedia account that you have now, then link the other one."
    ),
}
