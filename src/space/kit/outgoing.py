"""The one way out: everything that this server asks of another one goes through `get` and `ask`.

Bounded in size and time as a whole, however slowly the other side answers. Addresses of our own network are refused
after their names were looked up, again at every redirect, and the connection goes to the very address that was looked
at. No cookies; we say who we are. What must stay between us and the other side is sent by `ask` alone.
"""

import http.client
import ssl
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from threading import Timer
from urllib.parse import quote, urlencode, urljoin

from django.conf import settings

from space.kit.addresses import Target, Untrusted, connected, target_of

_REDIRECTS_AT_MOST = 4
_CHUNK = 65_536
_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


class Why(Enum):
    """Why there is no answer."""

    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"


class NoAnswer(Exception):
    """Nothing came back that could be used. Says why, for the caller to put into words."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why.value}: {detail}")
        self.why = why


@dataclass(frozen=True)
class Answer:
    """What the other side said. `headers` by their names in small letters; `url` after all redirects."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes


def get(
    url: str, *, at_most: int, seconds: float, accept: str = "*/*", known: Mapping[str, str] | None = None
) -> Answer:
    """Ask for an address, following redirects. Raises NoAnswer; a status that is an error is an answer.

    `at_most` bytes after unpacking, `seconds` for all together. `known` are headers that say what we have already,
    such as If-None-Match.
    """
    until = time.monotonic() + seconds
    for _ in range(_REDIRECTS_AT_MOST + 1):
        answer = _asked(_target(url), until, at_most, {"Accept": accept, **(known or {})})
        leads_to = answer.headers.get("location")
        if answer.status not in _LEADS_ON or not leads_to:
            return answer
        before, url = url, urljoin(url, quote(leads_to.encode("latin-1", "replace"), safe=_IN_ADDRESSES))
        if before.startswith("https:") and not url.startswith("https:"):
            raise NoAnswer(Why.REFUSED, "a redirect from https to something else")
    raise NoAnswer(Why.REFUSED, "too many redirects")


def ask(
    url: str, *, at_most: int, seconds: float, form: Mapping[str, str] | None = None, bearer: str = ""
) -> Answer:
    """One request that carries something secret: a form that is sent, or a bearer token. Like `get`, but
    a redirect is not followed: what was meant for one place is shown to no other.
    """
    headers = {"Accept": "application/json"}
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    body = None
    if form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(form).encode()
    return _asked(_target(url), time.monotonic() + seconds, at_most, headers, body)


def agent() -> str:
    """How we introduce ourselves, as Wikimedia's policy asks: what this is, where to read of it, whom to write to."""
    contact = f"; {settings.CONTACT}" if settings.CONTACT else ""
    return f"WikimediaSpace/1.0 ({settings.ORIGIN}/about/{contact}) python-http"


def _target(url: str) -> Target:
    try:
        return target_of(url)
    except ValueError as error:
        raise NoAnswer(Why.REFUSED, str(error)) from error


def _asked(
    target: Target, until: float, at_most: int, headers: Mapping[str, str], form: bytes | None = None
) -> Answer:
    """One request on a connection of its own; one that sends something if there is a form."""
    try:
        return _exchange(target, until, at_most, headers, form)
    except NoAnswer:
        raise
    except Untrusted as error:
        raise NoAnswer(Why.REFUSED, str(error)) from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        late = isinstance(error, TimeoutError) or time.monotonic() >= until
        raise NoAnswer(Why.TOO_SLOW if late else Why.UNREACHABLE, repr(error)[:200]) from error


def _exchange(
    target: Target, until: float, at_most: int, more: Mapping[str, str], form: bytes | None
) -> Answer:
    line = http.client.HTTPConnection(target.host, target.port)
    with connected(target, until) as plain:
        # Somebody who sends one byte now and then would hold us for ever: when time is up, the line is cut.
        cut = Timer(max(0.0, until - time.monotonic()), plain.cut)
        cut.daemon = True
        cut.start()
        try:
            line.sock = plain.secured(_trusted()) if target.is_secure else plain.socket
            method = "GET" if form is None else "POST"
            line.request(method, target.path, body=form, headers={**_headers(target), **more})
            response = line.getresponse()
            body = _body(response, until, at_most)
        finally:
            cut.cancel()
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, target.url, headers, body)


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.authority,
        "User-Agent": agent().encode("ascii", "replace").decode(),
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


@cache
def _trusted() -> ssl.SSLContext:
    """Certificates that this machine trusts (SSL_CERT_FILE names others)."""
    return ssl.create_default_context()


def _body(response: http.client.HTTPResponse, until: float, at_most: int) -> bytes:
    """The whole body unpacked, or NoAnswer: half of one is none."""
    packed = response.getheader("Content-Encoding", "").strip().lower() == "gzip"
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += unpacker.decompress(chunk, at_most + 1 - len(body)) if unpacker else chunk
        # What comes after the end of what was packed would be kept without an end.
        if len(body) > at_most or (unpacker and (unpacker.unconsumed_tail or unpacker.unused_data)):
            raise NoAnswer(Why.TOO_LARGE, f"more than {at_most} bytes")
    if time.monotonic() >= until:
        raise NoAnswer(Why.TOO_SLOW, "cut while it was read")
    if response.length or (unpacker and not unpacker.eof):
        raise NoAnswer(Why.UNREACHABLE, "it ended too early")
    return bytes(body)
