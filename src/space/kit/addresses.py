"""Where a connection may go: names are looked up here, and what they lead to is looked at."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

_PORTS = {"http": 80, "https": 443}
_A_TRY = 4.0
# IPv6 addresses that stand for an IPv4 address, which is the one to be looked at.
_NAT64 = IPv6Network("64:ff9b::/96")
_OTHER_WAYS_IN = (IPv6Network("64:ff9b:1::/48"), IPv6Network("2002::/16"), IPv6Network("2001::/32"))

Found = list[tuple[Any, ...]]


class Untrusted(Exception):
    """The name leads into a network of our own."""


@dataclass(frozen=True)
class Target:
    """An address of the web, taken apart."""

    url: str
    host: str
    port: int
    path: str
    is_secure: bool

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port in _PORTS.values() else f"{host}:{self.port}"

    @property
    def is_ours(self) -> bool:
        """Named in SPACE_PRIVATE_HOSTS: somebody who looks after this server wants it asked."""
        return f"{self.host}:{self.port}" in settings.PRIVATE_HOSTS


class Line:
    """A connection that can be cut from another thread."""

    def __init__(self, plain: socket.socket, target: Target) -> None:
        self.socket = plain
        self.target = target

    def secured(self, trusted: ssl.SSLContext) -> socket.socket:
        # Wrapping without a handshake first, so that a cut reaches the socket that is waiting for it.
        wrapped = trusted.wrap_socket(
            self.socket, server_hostname=self.target.host, do_handshake_on_connect=False
        )
        self.socket = wrapped
        wrapped.do_handshake()
        return wrapped

    def cut(self) -> None:
        with suppress(OSError):
            socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


def target_of(url: str) -> Target:
    """Raises a ValueError for what is no address of the web, or none that we ask."""
    parts = urlsplit(url)
    port = parts.port or _PORTS.get(parts.scheme, 0)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise ValueError("no address of the web")
    path = parts.path or "/"
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    whole = f"{path}?{parts.query}" if parts.query else path
    target = Target(url, host, port, whole, parts.scheme == "https")
    if port not in _PORTS.values() and not target.is_ours:
        raise ValueError("an unusual port")
    return target


@contextmanager
def connected(target: Target, until: float) -> Iterator[Line]:
    """A connection to one of the addresses that were looked at, whatever the name means a moment later."""
    found = looked_up(target.host, target.port, until)
    if not target.is_ours and not all(is_public(address[4][0]) for address in found):
        raise Untrusted(target.host)
    line = Line(_first_that_answers(found, until), target)
    try:
        yield line
    finally:
        line.socket.close()


def is_public(address: str) -> bool:
    """Whether it is one of the internet's, and not of this machine, its network, or a way around that question."""
    one: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(one, IPv6Address):
        if any(one in net for net in _OTHER_WAYS_IN):
            return False
        one = IPv4Address(int(one) & 0xFFFF_FFFF) if one in _NAT64 else one.ipv4_mapped or one
    return one.is_global and not one.is_multicast and not one.is_reserved


def looked_up(host: str, port: int, until: float) -> Found:
    """As the system says. Its own patience is longer than ours, so it is asked beside us."""
    told: SimpleQueue[Found | OSError | UnicodeError] = SimpleQueue()

    def ask() -> None:
        try:
            told.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            told.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = told.get(timeout=max(0.01, until - time.monotonic()))
    except Empty as error:
        raise TimeoutError(f"looking up {host}") from error
    if isinstance(found, Exception):
        raise found
    return found


def _first_that_answers(found: Found, until: float) -> socket.socket:
    failed: OSError = OSError("no address")
    for family, kind, protocol, _, address in found:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        plain = socket.socket(family, kind, protocol)
        try:
            plain.settimeout(min(left, _A_TRY))
            plain.connect(address)
        except OSError as error:
            plain.close()
            failed = error
        else:
            plain.settimeout(max(0.1, until - time.monotonic()))
            return plain
    raise failed
