"""Where a request comes from, as a word for limits: an HMAC under the key of the day, never the address itself."""

import hmac
import secrets
from datetime import date, timedelta
from functools import lru_cache

from django.http import HttpRequest

from space.accounts.models import AddressKey, Arrival
from space.accounts.requests import Request
from space.kit import clock
from space.limits.senders import network, sender

KEPT_DAYS = 90


def address_of(request: HttpRequest) -> str:
    """`address:` and 32 hex digits; the same for one address all day, another one tomorrow."""
    day = clock.now().date()
    return f"address:{hmac.digest(_key(day), network(sender(request)).encode(), 'sha256').hex()[:32]}"


def asker_of(request: Request) -> str:
    """Who asks, as a word for limits: a person wherever they are; who has not signed in by address."""
    reader = request.reader
    return f"person:{reader.pk}" if reader.is_authenticated else address_of(request)


@lru_cache(maxsize=2)
def _key(day: date) -> bytes:
    """Made by whichever process needs it first."""
    AddressKey.objects.bulk_create([AddressKey(day=day, key=secrets.token_bytes(32))], ignore_conflicts=True)
    return bytes(AddressKey.objects.values_list("key", flat=True).get(day=day))


def forget_old_keys() -> int:
    """Delete the keys of days long past, and with them every way to compare addresses of then."""
    until = clock.now() - timedelta(days=KEPT_DAYS)
    Arrival.objects.filter(at__lt=until).exclude(sender="").update(sender="")
    return AddressKey.objects.filter(day__lt=until.date()).delete()[0]
