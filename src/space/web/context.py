from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from space.web import menu
from space.web.look import banner, look

_THEMES = {"light", "dark"}


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the base page needs on every page."""
    reader = getattr(request, "reader", None)
    signed_in = reader is not None and reader.is_authenticated
    code = get_language() or "en"
    chosen = reader.theme if reader and signed_in else request.COOKIES.get("theme", "auto")
    return {
        "reader": reader,
        "signed_in": signed_in,
        "theme": chosen if chosen in _THEMES else "auto",
        "ui_lang": code,
        "ui_dir": "rtl" if get_language_bidi() else "ltr",
        "ui_autonym": _autonyms().get(code, code),
        "doors": menu.doors(),
        "here": request.get_full_path(),
        "site_name": look().name,
        "banner": banner(),
        "canonical": settings.ORIGIN + request.path,
        "is_demo": settings.DEMO,
    }


@cache
def _autonyms() -> dict[str, str]:
    return dict(settings.LANGUAGES)
