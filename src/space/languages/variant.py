"""What a page for everybody depends on beside its address: the language and the theme."""

from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from space.languages.middleware import COOKIE
from space.languages.negotiation import negotiate


def page_variant(environ: dict[str, Any]) -> str:
    """Language and theme of a request without a session, before Django has seen it."""
    cookies = _cookies(environ.get("HTTP_COOKIE", ""))
    query = environ.get("QUERY_STRING", "")
    asked = parse_qs(query).get("lang", [""])[-1] if "lang=" in query else ""
    code = negotiate(environ.get("HTTP_ACCEPT_LANGUAGE", ""), asked, cookies.get(COOKIE, ""))
    return f"{code} {cookies.get('theme', '')}"


def _cookies(header: str) -> dict[str, str]:
    if f"{COOKIE}=" not in header and "theme=" not in header:
        return {}
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
