"""An account of the wikis on an account that was made here, and off it again. Only its owner does either."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.actions import tag_of
from space.accounts.models import User, WikiAccount
from space.accounts.wiki.actions.arriving import keep
from space.accounts.wiki.actions.naming import one_at_a_time, take_name
from space.accounts.wiki.knowing import Known
from space.accounts.wiki.refusals import Refused, Why
from space.kit.rules import Refusal, Verdict
from space.web.versions import bump


@transaction.atomic
def link(person: User, known: Known) -> User:
    """From now on they can come in with it, and are called as they are called there. Never makes two accounts one."""
    one_at_a_time()
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if WikiAccount.objects.filter(sub=known.sub).exclude(person=fresh).exists():
        raise Refused(Why.IS_ANOTHERS)
    if WikiAccount.objects.filter(person=fresh).exclude(sub=known.sub).exists():
        raise Refused(Why.HAS_ANOTHER)
    keep(fresh, known)
    return fresh


@transaction.atomic
def unlink(person: User, name: str) -> User:
    """They are called by this name of our own from now on: names without a mark belong to accounts of the wikis."""
    one_at_a_time()
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if WikiAccount.objects.filter(person=fresh).delete()[0]:
        take_name(fresh, name)
        bump(tag_of(fresh.pk))
    return fresh


def can_unlink(person: User) -> Verdict:
    """Only who can come in without the wiki: by a password, or by a passkey."""
    keys = Authenticator.objects.filter(user_id=person.pk, type=Authenticator.Type.WEBAUTHN)
    if person.has_usable_password() or keys.exists():
        return True
    return Refusal(
        pgettext_lazy(
            "wiki account",
            "First set a password or add a passkey: without the wiki you have no other way in.",
        )
    )
