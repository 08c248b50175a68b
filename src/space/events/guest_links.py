"""Links in letters to who comes without an account: whoever holds one is who got the letter."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from space.events.models import Guest
from space.kit import clock

CONFIRMED_WITHIN = timedelta(hours=48)
_CONFIRM, _OWN = "space.events.guest.confirm", "space.events.guest"


def confirm_link(guest: Guest) -> str:
    """Good once, for two days."""
    return _link("events:confirm", guest, _CONFIRM)


def own_link(guest: Guest) -> str:
    """Good as long as they come."""
    return _link("events:guest", guest, _OWN)


def to_confirm(pk: int, token: str) -> Guest | None:
    found = _guest(pk, token, _CONFIRM)
    if found is None or found.confirmed_at or found.asked_at < clock.now() - CONFIRMED_WITHIN:
        return None
    return found


def of_letter(pk: int, token: str) -> Guest | None:
    found = _guest(pk, token, _OWN)
    return found if found and found.confirmed_at else None


def _link(name: str, guest: Guest, salt: str) -> str:
    token = signing.dumps([guest.pk, guest.key], salt=salt)
    return f"{settings.ORIGIN}{reverse(name, args=[guest.event_id, token])}"


def _guest(event: int, token: str, salt: str) -> Guest | None:
    try:
        pk, key = signing.loads(token, salt=salt)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Guest.objects.filter(pk=pk, key=key, event=event).first()
