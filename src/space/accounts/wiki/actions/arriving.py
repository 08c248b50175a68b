"""The account of who comes in with an account of the wikis: made at their first coming, brought up to date later."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from space.accounts.actions import PEOPLE, raise_trust, tag_of
from space.accounts.arriving.actions import inviting
from space.accounts.arriving.actions.coming import came_from_wiki, can_come_from_wiki
from space.accounts.models import Session, Trust, User, Waiting, WikiAccount
from space.accounts.numbers import ON_BLOCKED, Blocked
from space.accounts.wiki.actions.naming import one_at_a_time, take_name
from space.accounts.wiki.knowing import Known
from space.accounts.wiki.refusals import Refused, Why
from space.kit import clock
from space.web.versions import bump


@transaction.atomic
def arrive(known: Known, *, sender: str = "", key: str = "") -> User:
    """Their account here. Two who come back in the same moment come to the same one.

    For who comes the first time it counts from where, and with which invitation, if with any.
    """
    one_at_a_time()
    linked = WikiAccount.objects.select_related("person").filter(sub=known.sub).first()
    if linked:
        # An account that was shut stays as it was left: no name comes back to it.
        if still_there(linked.person):
            keep(linked.person, known)
        return linked.person
    why, invitation = _must_wait(known), inviting.good(key)
    if not can_come_from_wiki(invitation):
        raise Refused(Why.NOT_INVITED)
    person = _make(known)
    keep(person, known)
    came_from_wiki(person, sender=sender, invitation=invitation, why=why)
    return person


def still_there(person: User) -> bool:
    """Open, or waiting to be."""
    return person.is_active or Waiting.objects.filter(person=person).exists()


@transaction.atomic
def lock_out(sub: str) -> None:
    """Locked on all wikis: nobody comes in with it, and who is in is out."""
    WikiAccount.objects.filter(sub=sub).update(locked=True)
    Session.objects.filter(user__wiki__sub=sub).delete()


@transaction.atomic
def keep(person: User, known: Known) -> WikiAccount:
    """What the wikis say now: name, standing, trust. Who is locked there is out of every session here."""
    before = WikiAccount.objects.filter(person=person).first()
    account, _ = WikiAccount.objects.update_or_create(person=person, defaults=_facts(known, before))
    take_name(person, known.name)
    raise_trust([person.pk], Trust(account.trust))
    if account.locked:
        Session.objects.filter(user=person).delete()
    if before is None or _shown(before) != _shown(account):
        bump(tag_of(person.pk), PEOPLE)
    return account


def _facts(known: Known, before: WikiAccount | None) -> dict[str, Any]:
    """Where only one wiki could be asked, what all said last time stands."""
    facts: dict[str, Any] = {
        "sub": known.sub,
        "name": known.name,
        "edits": known.edits,
        "registered": known.registered,
        "blocked": known.blocked,
        "locked": known.locked,
        "trust": known.trust,
        "checked_at": clock.now(),
    }
    if known.asked:
        return facts | {"groups": list(known.groups), "home": known.home, "home_page": known.home_page}
    if before:
        facts["locked"] = before.locked
        facts["edits"] = max(known.edits, before.edits)
        facts["trust"] = max(known.trust, before.trust)
        facts["registered"] = min(filter(None, (known.registered, before.registered)), default=None)
    return facts


def _shown(account: WikiAccount) -> tuple[Any, ...]:
    return (account.name, account.edits, account.registered, account.groups, account.home, account.home_page)


def _make(known: Known) -> User:
    """With a name that is free for sure; `keep` gives the true one, so that whoever holds it steps aside first."""
    person = User(name=f"{known.name[:200]}@{known.sub}", created_at=clock.now())
    person.set_unusable_password()
    person.save()
    _keep_address(person, known.email)
    return person


def _keep_address(person: User, email: str) -> None:
    """An address that its owner proved on the wiki. Where another account has it, this one goes without."""
    address = email.strip().lower()
    if (
        not address
        or len(address) > 254
        or EmailAddress.objects.filter(email=address, verified=True).exists()
    ):
        return
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    person.email = address
    person.save(update_fields=["email"])


def _must_wait(known: Known) -> Waiting.Why | None:
    if known.blocked and (then := ON_BLOCKED()) != Blocked.LET_IN:
        if then == Blocked.REFUSE:
            raise Refused(Why.BLOCKED)
        return Waiting.Why.BLOCKED
    return None
