"""The bar on top and the foot: the same on all pages but for a few words, so they are kept and filled in.

What is somebody's own stands in a kept piece as one of these characters and nothing else: a template
of the shell is given no more of the reader than that.
"""

from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from space.web import fragments, menu
from space.web.look import look

_HERE, _TOKEN, _NAME, _INITIAL, _TONE = "\x01", "\x02", "\x03", "\x04", "\x05"
_PICTURE, _LARGE, _UNREAD, _SAYS = "\x06", "\x07", "\x08", "\x0e"
# How much waits behind an item of the person's menu, by its place there.
_COUNT = "\x0f{}\x0f"


def piece(template: str, context: Context) -> SafeString:
    """A part of the shell for this page and reader."""
    here = str(context.get("here", "/"))
    path = here.partition("?")[0]
    reader = context.get("reader")
    is_open = menu.open_to("person", reader)
    counts = menu.counts("person", is_open, reader)
    waits = tuple(map(bool, counts))
    key = (
        template,
        bool(context.get("signed_in")),
        context.get("theme", "auto"),
        menu.marked("main", path),
        is_open,
        waits,
        _has_picture(context),
        bool(context.get("bell")),
    )

    def made(_: object) -> dict[Any, str]:
        return {key: _made(template, path, context, waits)}

    kept = fragments.kept("shell", [key], made, language=str(context.get("ui_lang")))
    html = kept[key].replace(_HERE, escape(here))
    return mark_safe(_personal(html, context, counts) if context.get("signed_in") else html)


def _made(template: str, path: str, context: Context, waits: tuple[bool, ...]) -> str:
    signed_in = bool(context.get("signed_in"))
    same = {name: context.get(name) for name in ("theme", "ui_lang", "ui_dir", "ui_autonym", "doors")}
    own: dict[str, Any] = {"reader": {"is_authenticated": False}}
    if signed_in:
        own = {
            "reader": {"is_authenticated": True, "name": _NAME},
            "me": {"tone": _TONE, "initial": _INITIAL} | _picture(context),
            "csrf_token": _TOKEN,
            "bell": {"number": _UNREAD, "says": _SAYS} if context.get("bell") else None,
        }
    shown = {"menu": "main", "person_menu": "person", "foot_links": "foot", "key_links": "keys"}
    menus = {name: menu.shown(place, path, context.get("reader")) for name, place in shown.items()}
    menus["person_menu"] = [
        item._replace(waits=_COUNT.format(at)) if waits[at] else item
        for at, item in enumerate(menus["person_menu"])
    ]
    return render_to_string(
        template,
        {
            **same,
            **menus,
            **own,
            "signed_in": signed_in,
            "here": _HERE,
            "languages": settings.LANGUAGES,
            "look": look(),
        },
    )


def contact() -> str:
    """Where the link to whoever looks after this server leads; empty where nobody is named."""
    return (
        f"mailto:{settings.CONTACT}"
        if "@" in settings.CONTACT and ":" not in settings.CONTACT
        else settings.CONTACT
    )


def _personal(html: str, context: Context, counts: tuple[str, ...]) -> str:
    me, reader = context.get("me"), context["reader"]
    if _TOKEN in html:
        html = html.replace(_TOKEN, escape(str(context["csrf_token"])))
    html = html.replace(_NAME, escape(reader.name))
    if bell := context.get("bell"):
        html = html.replace(_UNREAD, escape(bell.number)).replace(_SAYS, escape(bell.says))
    for at, count in enumerate(counts):
        if count:
            html = html.replace(_COUNT.format(at), escape(count))
    if not me:
        return html
    html = html.replace(_INITIAL, escape(me.initial)).replace(_TONE, str(me.tone))
    return html.replace(_PICTURE, escape(me.picture)).replace(_LARGE, escape(me.large))


def _has_picture(context: Context) -> bool:
    return bool(getattr(context.get("me"), "picture", ""))


def _picture(context: Context) -> dict[str, str]:
    return {"picture": _PICTURE, "large": _LARGE} if _has_picture(context) else {}
