"""Asking again, once a week, what the wikis say of the people who are here: a few an hour, one after the other."""

from datetime import timedelta

from django.db import transaction

from space.accounts.models import User, WikiAccount
from space.accounts.wiki import standing
from space.accounts.wiki.actions.arriving import keep
from space.accounts.wiki.actions.naming import one_at_a_time
from space.accounts.wiki.door import is_open
from space.accounts.wiki.knowing import Known
from space.accounts.wiki.profile import name_of
from space.accounts.wiki.refusals import Refused
from space.accounts.wiki.standing import Standing
from space.kit import clock
from space.mediawiki.api import Trouble

_AGAIN_AFTER = timedelta(days=7)
# In one run, of which there is one an hour: enough for some ten thousand people a week.
_A_RUN = 60


def refresh_some() -> int:
    """Those of whom we asked longest ago. A wiki that wants to be left alone is left alone until the next run."""
    if not is_open():
        return 0
    due = WikiAccount.objects.filter(
        checked_at__lt=clock.now() - _AGAIN_AFTER, person__is_active=True
    ).select_related("person")
    done = 0
    for account in due.order_by("checked_at")[:_A_RUN]:
        try:
            refresh(account)
        except Trouble:
            break
        done += 1
    return done


def refresh(account: WikiAccount) -> WikiAccount:
    """What all wikis say of this one account now. Raises Trouble if they do not answer."""
    found = standing.everywhere(account.sub)
    try:
        known = _known(account, found) if found else None
    except Refused:
        known = None
    if known is None:
        # Hidden, or not an account of several wikis. The wiki itself will not let it come in; what we know stands.
        WikiAccount.objects.filter(pk=account.pk).update(checked_at=clock.now())
        return account
    with transaction.atomic():
        one_at_a_time()
        person = User.objects.select_for_update(no_key=True).get(pk=account.person_id)
        return keep(person, known)


def _known(account: WikiAccount, found: Standing) -> Known:
    return Known(
        sub=account.sub,
        name=name_of(found.name, account.sub),
        edits=found.edits,
        registered=found.registered or account.registered,
        groups=found.groups,
        home=found.home,
        home_page=found.home_page,
        is_sysop=found.is_sysop,
        locked=found.locked,
        blocked=account.blocked,
        asked=True,
    )
