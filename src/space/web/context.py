from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from space.web import menu

_THEMES = {"light", "dark"}


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the base page needs on every page."""
    reader = getattr(request, "reader", None)
    chosen = reader.theme if reader and reader.is_authenticated else request.COOKIES.get("theme", "auto")
    return {
        "reader": reader,
        "menu": menu.items(),
        "theme": chosen if chosen in _THEMES else "auto",
        "ui_lang": get_language() or "en",
        "ui_dir": "rtl" if get_language_bidi() else "ltr",
        "ui_languages": settings.LANGUAGES,
        "site_name": settings.NAME,
        "origin": settings.ORIGIN,
        "canonical": settings.ORIGIN + request.path,
        "is_demo": settings.DEMO,
    }
