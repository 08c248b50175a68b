"""Invitations to the whole place: links for some people, or a mail to one."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.arriving import letters
from space.accounts.models import Invitation, User
from space.accounts.numbers import INVITATIONS_A_DAY
from space.kit import clock
from space.limits.actions import Limit, take

MOST_DAYS = 30
# How many people one link lets in: of somebody who is known a little, and for a room full of people.
MOST_PEOPLE, MOST_IN_A_ROOM = 10, 100
_DAY = timedelta(days=1)


@transaction.atomic
def invite_by_link(*, by: User, days: int, people: int, is_wide: bool = False, note: str = "") -> Invitation:
    """A link that lets in whoever holds it. `is_wide`: however many come from one address."""
    _take(by)
    now = clock.now()
    most = MOST_IN_A_ROOM if is_wide else MOST_PEOPLE
    return Invitation.objects.create(
        by=by,
        at=now,
        ends_at=now + timedelta(days=min(days, MOST_DAYS)),
        uses_left=min(people, most),
        is_wide=is_wide,
        note=note,
    )


@transaction.atomic
def invite_by_mail(address: str, *, by: User, note: str = "") -> Invitation:
    """A mail with a link for one. The same whether somebody here has the address or not; it is not kept."""
    _take(by)
    now = clock.now()
    ends_at = now + timedelta(days=MOST_DAYS)
    made = Invitation.objects.create(by=by, at=now, ends_at=ends_at, by_mail=True, note=note)
    told = {"link": address_of(made), "by": by.name, "days": MOST_DAYS}
    letters.send(address, "invitation", language=get_language() or "", **told)
    return made


@transaction.atomic
def end_invitation(pk: int, *, by: User) -> None:
    """It opens nothing any more. Ending it again changes nothing."""
    Invitation.objects.filter(pk=pk, by=by, ended_at=None).update(ended_at=clock.now())


def good(key: str) -> Invitation | None:
    """The invitation with this key, while it opens the door."""
    return Invitation.objects.good(clock.now()).filter(key=key).first() if key else None


def use(invitation: Invitation) -> None:
    """For one person. Of many who use the last place at once one comes in."""
    now = Invitation.objects.good(clock.now()).filter(pk=invitation.pk)
    if not now.update(uses=F("uses") + 1, uses_left=F("uses_left") - 1):
        raise ValidationError(USED_UP, code="used_up")


def path_of(invitation: Invitation) -> str:
    return reverse("account_invited", args=[invitation.key])


def address_of(invitation: Invitation) -> str:
    return f"{settings.ORIGIN}{path_of(invitation)}"


USED_UP = pgettext_lazy(
    "invitation", "This invitation is used up, too old, or was taken back. Ask for a new one."
)


def _take(by: User) -> None:
    take(f"person:{by.pk}", Limit("invitations", INVITATIONS_A_DAY(), _DAY))
