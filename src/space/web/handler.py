"""What stands between the web server and Django."""

from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class Utf8Request(WSGIRequest):
    """Text is UTF-8, whatever a request says of itself.

    Django decodes even the query by the charset in Content-Type, before anything can answer for an error:
    `charset=zlib`, or a thousand parameters with any charset, would end without our headers and pages.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        super()._set_content_type_params({**meta, "CONTENT_TYPE": _without_charset(meta)})  # type: ignore[misc]


def _without_charset(meta: dict[str, Any]) -> str:
    parts = str(meta.get("CONTENT_TYPE", "")).split(";")
    return ";".join(part for part in parts if part.partition("=")[0].strip().lower() != "charset")


class Handler(WSGIHandler):
    request_class = Utf8Request


def handler() -> Handler:
    """Django, set up and ready to be asked."""
    django.setup(set_prefix=False)
    return Handler()
