"""Where a request comes from, as a word for limits: an HMAC under the key of the day, never the address itself."""

import hmac
import secrets
from datetime import date, timedelta
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from space.accounts.models import AddressKey
from space.accounts.requests import Request
from space.kit import clock

KEPT_DAYS = 90


def address_of(request: HttpRequest) -> str:
    """`address:` and 32 hex digits; the same for one address all day, another one tomorrow."""
    day = clock.now().date()
    return f"address:{hmac.digest(_key(day), network(sender(request)).encode(), 'sha256').hex()[:32]}"


def asker_of(request: Request) -> str:
    """Who asks, as a word for limits: a person wherever they are; who has not signed in by address."""
    reader = request.reader
    return f"person:{reader.pk}" if reader.is_authenticated else address_of(request)


def sender(request: HttpRequest) -> str:
    """Who reached the outermost of the proxies that SPACE_PROXIES trusts.

    Each proxy appends the one it was asked by. What a client itself writes into X-Forwarded-For stands
    further left than we count, so it is never believed.
    """
    told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.PROXIES else ""
    chain = [*(part.strip() for part in told.split(",") if part.strip()), request.META.get("REMOTE_ADDR", "")]
    return str(chain[max(0, len(chain) - 1 - settings.PROXIES)])


def network(address: str) -> str:
    """One household: an IPv4 address, or the first 64 bits of an IPv6 one."""
    found = _parsed(address)
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped else str(ip_network((found, 64), strict=False).network_address)
    return str(found or address)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    bare = address.partition("]")[0].lstrip("[") if address.startswith("[") else address
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        return ip_address(bare.partition("%")[0])
    except ValueError:
        return None


@lru_cache(maxsize=2)
def _key(day: date) -> bytes:
    """Made by whichever process needs it first."""
    AddressKey.objects.bulk_create([AddressKey(day=day, key=secrets.token_bytes(32))], ignore_conflicts=True)
    return bytes(AddressKey.objects.values_list("key", flat=True).get(day=day))


def forget_old_keys() -> int:
    """Delete the keys of days long past, and with them every way to compare addresses of then."""
    return AddressKey.objects.filter(day__lt=clock.now().date() - timedelta(days=KEPT_DAYS)).delete()[0]
