"""Requests as they come from the wire: no client that tidies them up, and the page cache in front."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.db import transaction

from space.languages.variant import page_variant
from space.web.handler import Handler
from space.web.pagecache import PageCache

_TOKEN = "a" * 32
_FORM = "application/x-www-form-urlencoded"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)


class Door:
    """The whole of Space behind its page cache. What a request writes is undone."""

    def __init__(self) -> None:
        self.cache = PageCache(Handler(), variant=page_variant)

    def ask(
        self, path: str = "/", query: str = "", method: str = "GET", body: bytes = b"", **more: Any
    ) -> Answer:
        """`path` is decoded already, as servers do. A character from U+DC80 to U+DCFF is a byte of its own."""
        asked = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "localhost",
            "CONTENT_LENGTH": str(len(body)),
            **more,
        }
        environ: dict[str, Any] = {name: wire(value) for name, value in asked.items()}
        environ["wsgi.input"] = BytesIO(body)
        setup_testing_defaults(environ)
        with transaction.atomic():
            answer = self._answered(environ)
            transaction.set_rollback(True)
        return answer

    def post(self, path: str, body: bytes, kind: str = _FORM, cookie: str = "") -> Answer:
        """A form with the token that it needs."""
        token = {"HTTP_X_CSRFTOKEN": _TOKEN, "HTTP_COOKIE": f"csrftoken={_TOKEN}; {cookie}"}
        return self.ask(path, method="POST", body=body, CONTENT_TYPE=kind, **token)

    def _answered(self, environ: dict[str, Any]) -> Answer:
        told: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], _: object = None) -> None:
            told.update(status=status, headers=headers)

        try:
            parts = self.cache(environ, start)
            body = b"".join(parts)
        except Exception as error:  # a server would answer for us, and say nothing of our headers
            return Answer(599, {}, repr(error).encode())
        getattr(parts, "close", lambda: None)()
        return Answer(int(told["status"].split()[0]), dict(told["headers"]), body)


def wire(text: str) -> str:
    """As a server hands it over: each byte a character."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")
