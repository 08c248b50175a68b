"""Who sent a request, as far as it can be believed. Nothing here is kept: what is, goes by another name."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


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
