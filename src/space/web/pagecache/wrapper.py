from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from time import monotonic
from typing import Any

from django.conf import settings

from space.web import versions
from space.web.keeping import Store
from space.web.pagecache import counting
from space.web.pagecache.encoding import chosen_encoding, encoded
from space.web.pagecache.marks import COUNTS, TAGS

Environ = dict[str, Any]
Start = Callable[..., Any]
Headers = list[tuple[str, str]]
# What makes a request somebody's own, so that nothing kept may answer it. The bare words: Django reads
# `space_session =x` as a session too.
_PERSONAL_COOKIES = (settings.SESSION_COOKIE_NAME, "messages")
_KEEPS_OUT = ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE")


@dataclass(frozen=True)
class Kept:
    moment: int
    until: float
    tags: tuple[str, ...]
    counts: str
    etag: str
    headers: Headers
    body: bytes


class Answer:
    """What Django answered: status and headers, caught on their way out."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def start(self, status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], Any]:
        self.status, self.headers = status, headers
        return lambda _: None

    def take(self, name: str) -> str:
        """The value of a header, which goes no further."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        self.headers = [(key, value) for key, value in self.headers if key.lower() != name.lower()]
        return values[0] if values else ""

    def has(self, name: str) -> bool:
        return any(key.lower() == name.lower() for key, _ in self.headers)


class PageCache:
    """WSGI in front of Django: answers from memory what is the same for everybody, and compresses.

    `variant` tells from the request what else the page depends on, such as the negotiated language.
    Never kept: anything but a 200 to a GET without session, authorization, htmx and Set-Cookie, from a
    marked view, on our own host. A page is kept only if nothing it shows changed while it was made.
    """

    def __init__(
        self, application: Callable[..., Iterable[bytes]], variant: Callable[[Environ], str]
    ) -> None:
        self.application = application
        self.variant = variant
        self.store: Store[Kept] = Store(settings.PAGE_CACHE_BYTES)
        self.hosts = frozenset(host.lower() for host in settings.HOSTS)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        versions.start_listening()
        counting.start()
        if not self._is_for_everybody(environ):
            return self._ask(environ, start, key=None)
        encoding = chosen_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        key = (*_place(environ), self.variant(environ), encoding)
        kept = self.store.get(key)
        if kept and kept.until > monotonic() and versions.ledger.unchanged(kept.tags, since=kept.moment):
            return _deliver(kept, environ, start)
        return self._ask(environ, start, key)

    def _is_for_everybody(self, environ: Environ) -> bool:
        if environ["REQUEST_METHOD"] != "GET" or any(name in environ for name in _KEEPS_OUT):
            return False
        if environ.get("HTTP_HOST", "").split(":")[0].lower() not in self.hosts:
            return False
        cookies = environ.get("HTTP_COOKIE", "")
        return not any(name in cookies for name in _PERSONAL_COOKIES)

    def _ask(self, environ: Environ, start: Start, key: tuple[str, ...] | None) -> Iterable[bytes]:
        moment = versions.ledger.moment()
        answer = Answer()
        parts = self.application(environ, answer.start)
        tags, counts = answer.take(TAGS).split(), answer.take(COUNTS)
        counting.count(counts)
        if not _is_text(answer) or answer.has("Content-Encoding"):
            start(answer.status, answer.headers)
            return parts
        body = _joined(parts)
        encoding = chosen_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        may_be_kept = (
            moment is not None
            and bool(key and tags)
            and _may_be_kept(answer)
            and versions.ledger.unchanged(tags, since=moment)
        )
        page = encoded(body, encoding, often=may_be_kept)
        headers = _described(answer, encoding if page is not body else "", len(page))
        if key and moment is not None and may_be_kept:
            etag = f'W/"{blake2b(page, digest_size=9).hexdigest()}"'
            until = monotonic() + settings.PAGE_CACHE_SECONDS
            named = [*_without(headers, "etag"), ("ETag", etag)]
            kept = Kept(moment, until, tuple(tags), counts, etag, named, page)
            self.store.put(key, kept, len(page) + 1000)
            return _deliver(kept, environ, start, counted=True)
        start(answer.status, headers)
        return [page]


def _place(environ: Environ) -> tuple[str, ...]:
    query = "&".join(sorted(environ.get("QUERY_STRING", "").split("&")))
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_HOST", "").lower(),
        environ.get("PATH_INFO", ""),
        query,
    )


def _is_text(answer: Answer) -> bool:
    kinds = [value for key, value in answer.headers if key.lower() == "content-type"]
    return bool(kinds) and (kinds[0].startswith("text/") or "json" in kinds[0] or "xml" in kinds[0])


def _may_be_kept(answer: Answer) -> bool:
    return answer.status.startswith("200") and not answer.has("Set-Cookie")


def _joined(parts: Iterable[bytes]) -> bytes:
    try:
        return b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()


def _described(answer: Answer, encoding: str, length: int) -> Headers:
    headers = _without(answer.headers, "content-length")
    if encoding:
        # A tag that the view gave names the thing; these bytes are one of its forms.
        headers = [(key, _weak(value) if key.lower() == "etag" else value) for key, value in headers]
        headers += [("Content-Encoding", encoding)]
        headers += [] if _varies(headers) else [("Vary", "Accept-Encoding")]
    return [*headers, ("Content-Length", str(length))]


def _without(headers: Headers, name: str) -> Headers:
    return [(key, value) for key, value in headers if key.lower() != name]


def _weak(etag: str) -> str:
    return etag if etag.startswith("W/") else f"W/{etag}"


def _varies(headers: Headers) -> bool:
    return any("accept-encoding" in value.lower() for key, value in headers if key.lower() == "vary")


def _deliver(kept: Kept, environ: Environ, start: Start, *, counted: bool = False) -> Iterable[bytes]:
    headers = kept.headers
    if not counted:
        counting.count(kept.counts)
        age = settings.PAGE_CACHE_SECONDS - (kept.until - monotonic())
        headers = [*headers, ("Age", str(round(age)))]
    if environ.get("HTTP_IF_NONE_MATCH") == kept.etag:
        start("304 Not Modified", [(k, v) for k, v in headers if not k.startswith("Content-")])
        return [b""]
    start("200 OK", headers)
    return [kept.body]
