"""What accounts keep of a person."""

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import pgettext_lazy

from space.accounts import erasing
from space.accounts.copies import listed
from space.accounts.devices import said_device
from space.accounts.models import Arrival, FormerName, Invitation, Session, User, Waiting, WikiAccount
from space.accounts.personal import Fate, Part, Row, Seen, Until, keeps

_PLAIN = (
    "name",
    "email",
    "about",
    "languages",
    "narrowed",
    "theme",
    "time_zone",
    "is_listed",
    "trust",
    "rests_until",
)
_SECRET = pgettext_lazy("no copy", "Nothing in it says anything of you; whoever had it could do you harm.")


def _account(person: User) -> Iterator[Row]:
    mine = User.objects.filter(pk=person.pk)
    terms = "limits_trust", "limits_factor", "limits_until", "approval_until"
    return listed(mine, *_PLAIN, *terms, interface_language="language", member_since="created_at")


def _addresses(person: User) -> Iterator[Row]:
    return listed(EmailAddress.objects.filter(user=person), "email", "verified", "primary")


def _wiki(person: User) -> Iterator[Row]:
    told = "name", "registered", "edits", "groups", "home", "locked", "blocked", "linked_at", "checked_at"
    return listed(WikiAccount.objects.filter(person=person), *told, number="sub")


def _names(person: User) -> Iterator[Row]:
    yield from listed(FormerName.objects.filter(person=person), "name", "at")
    told = "why", "words", "since", "declined_at", "reason"
    yield from listed(Waiting.objects.filter(person=person), *told)


def _arrival(person: User) -> Iterator[Row]:
    """Who came with one's invitations, and who invited one, is for staff alone."""
    for at, invitation in Arrival.objects.filter(person=person).values_list("at", "invitation"):
        yield {"came": at, "by_invitation": invitation is not None}
    told = "note", "at", "ends_at", "ended_at", "uses", "by_mail"
    yield from listed(Invitation.objects.filter(by=person), *told)


def _keys(person: User) -> Iterator[Row]:
    """That there is one, and never what it is."""
    return listed(Authenticator.objects.filter(user=person), "type", "created_at", "last_used_at")


def _sessions(person: User) -> Iterator[Row]:
    found = Session.objects.filter(user=person).order_by("created_at")
    for device, since, used_on in found.values_list("device", "created_at", "used_on"):
        yield {"browser": said_device(device), "since": since, "last_used": used_on}


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "account/addresses",
            what=pgettext_lazy("kept", "Your e-mail address, if you gave one"),
            why=pgettext_lazy("kept", "To get a new password, and mail."),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={"account.EmailAddress.user": Fate.GOES},
            rows=_addresses,
            erase=erasing.addresses,
        ),
        Part(
            "account/wiki",
            what=pgettext_lazy("kept", "Your Wikimedia account: its number and name, groups, edits and age"),
            why=pgettext_lazy(
                "kept", "To know you again when you come in by it, and how far the wikis know you."
            ),
            until=Until.YOURS,
            seen=Seen.EVERYBODY,
            columns={"accounts.WikiAccount.person": Fate.GOES},
            rows=_wiki,
            erase=erasing.wiki,
        ),
        Part(
            "account/names",
            what=pgettext_lazy(
                "kept", "Names you had before; whether your account waited, and what you said then"
            ),
            why=pgettext_lazy("kept", "So that old links lead to you."),
            until=Until.ACCOUNT,
            seen=Seen.EVERYBODY,
            columns={"accounts.FormerName.person": Fate.GOES, "accounts.Waiting.person": Fate.GOES},
            rows=_names,
            erase=erasing.former_names,
        ),
        Part(
            "account/arrival",
            what=pgettext_lazy("kept", "When you came, with whose invitation; and invitations that you made"),
            why=pgettext_lazy(
                "kept", "So that several accounts of one person do not count as several people."
            ),
            until=Until.ACCOUNT,
            seen=Seen.STAFF,
            columns={"accounts.Arrival.person": Fate.GOES, "accounts.Invitation.by": Fate.GOES},
            rows=_arrival,
            erase=erasing.arrival,
        ),
        Part(
            "account/keys",
            what=pgettext_lazy("kept", "Passkeys, and the secret of an app that shows codes"),
            why=pgettext_lazy("kept", "So that a password alone does not open your account."),
            until=Until.YOURS,
            seen=Seen.NOBODY,
            columns={"mfa.Authenticator.user": Fate.GOES},
            rows=_keys,
            erase=erasing.keys,
        ),
        Part(
            "account/sessions",
            what=pgettext_lazy(
                "kept", "Where you are signed in: the kind of browser, and the day of the last use"
            ),
            why=pgettext_lazy("kept", "So that you stay signed in, and can end it."),
            until=Until.OUT,
            seen=Seen.YOU,
            columns={"accounts.Session.user": Fate.GOES},
            rows=_sessions,
            erase=erasing.sessions,
        ),
        Part(
            "account/allowances",
            what=pgettext_lazy(
                "kept", "How often you did something lately: tries of a password, posts, searches"
            ),
            why=pgettext_lazy(
                "kept", "Against guessing and floods. Who has not signed in is counted by a code."
            ),
            until=Until.DAYS,
            seen=Seen.NOBODY,
            no_copy=pgettext_lazy("no copy", "It is a number that changes by the minute, and soon gone."),
            erase=erasing.allowances,
        ),
        Part(
            "account/network",
            what=pgettext_lazy("kept", "A code made of your network address; never the address itself"),
            why=pgettext_lazy("kept", "To count tries. The next day the same address has another code."),
            until=Until.KEYS,
            seen=Seen.NOBODY,
            no_copy=pgettext_lazy("no copy", "It does not say whose it is, to us either."),
        ),
        Part(
            "account/name",
            what=pgettext_lazy("kept", "When an account was erased: a code made of its name"),
            why=pgettext_lazy("kept", "So that nobody can take the name and be taken for that person."),
            until=Until.GOOD,
            seen=Seen.NOBODY,
            no_copy=_SECRET,
        ),
        Part(
            "account",
            what=pgettext_lazy(
                "kept", "Your name, a code of your password, your preferences, what you say of yourself"
            ),
            why=pgettext_lazy("kept", "To know you again, and to show pages as you like them."),
            until=Until.ACCOUNT,
            seen=Seen.EVERYBODY,
            rows=_account,
            erase=erasing.account,
        ),
    )
