"""What a page for everybody depends on beside its address: the language and the theme."""

from typing import Any
from urllib.parse import parse_qs

from django.http import parse_cookie

from space.languages.middleware import COOKIE
from space.languages.negotiation import negotiate


def page_variant(environ: dict[str, Any]) -> str:
    """Language and theme of a request without a session, before Django has seen it."""
    cookies = _cookies(environ.get("HTTP_COOKIE", ""))
    query = environ.get("QUERY_STRING", "")
    asked = parse_qs(query).get("lang", [""])[-1] if "lang=" in query else ""
    code = negotiate(environ.get("HTTP_ACCEPT_LANGUAGE", ""), asked, cookies.get(COOKIE, ""))
    theme = cookies.get("theme", "")
    return f"{code} {theme if theme in {'light', 'dark'} else ''}"


def _cookies(header: str) -> dict[str, str]:
    """Exactly as Django will read them: a page must not be kept under another variant than it was made for."""
    return parse_cookie(header) if COOKIE in header or "theme" in header else {}
