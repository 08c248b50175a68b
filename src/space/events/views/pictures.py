"""The map as a file: for pages that show pictures, and for print."""

from base64 import b64encode
from hashlib import blake2b, sha256

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.events.exports.titles import title_of
from space.events.lists.counted import EVENTS
from space.events.lists.embedded import ON_MAP, EmbeddedMap
from space.events.shown.clusters import clusters
from space.events.views.nobody import as_to_nobody
from space.kit import clock
from space.languages import mark
from space.places import pictures
from space.places.drawing import HEIGHT, WIDTH, drawn
from space.web import versions
from space.web.keeping import Store
from space.web.pagecache import page_for_everybody

# Of the SVG, above and below the world, in units of the sheet.
_HEAD, _FOOT = 120, 90
_STYLE = (
    "svg{background:#fff;color:#202122;font-family:system-ui,sans-serif}#land{fill:#dadde3}"
    "#borders,#disputed{stroke:#fff;stroke-width:3}#disputed{stroke-dasharray:9 7}"
    "circle{fill:#069;stroke:#fff;stroke-width:6}.n{fill:#fff;font-size:44px;font-weight:600;text-anchor:middle}"
    ".t{fill:currentColor;font-size:60px}.c{fill:currentColor;font-size:40px;opacity:.8}"
    "@media(prefers-color-scheme:dark){svg{background:#101418;color:#eaecf0}#land{fill:#404244}"
    "#borders,#disputed{stroke:#101418}circle{fill:#5aa6d6;stroke:#101418}.n{fill:#101418}}"
)
# The file stands alone: nothing is loaded, and its own style is the only one.
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# Files that are drawn; a moment passes before one knows that something is over.
_PNGS: Store[bytes] = Store(4_000_000)
_SECONDS = 600
CREDIT = "Natural Earth, GeoNames"
_LONGEST = 80


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=ON_MAP)
@as_to_nobody
def map_svg(request: Request) -> HttpResponse:
    asked = EmbeddedMap.of(request.GET)
    lang, way = mark(get_language() or "")
    context = {
        "clusters": clusters(asked),
        "title": _title(asked),
        "lang": lang,
        "is_rtl": way == "rtl",
        "view": f"0 {-_HEAD} {WIDTH} {HEIGHT + _HEAD + _FOOT}",
        "world": drawn(),
        "style": mark_safe(_STYLE),
        "origin": settings.ORIGIN,
        "site": _site(),
        "credit": pgettext("map", "Map and places: %(whose)s") % {"whose": CREDIT},
        "start": WIDTH - 30 if way == "rtl" else 30,
        "end": 30 if way == "rtl" else WIDTH - 30,
        "top": 44 - _HEAD + 30,
        "bottom": HEIGHT + 58,
    }
    response = HttpResponse(
        render_to_string("events/map/map.svg", context), content_type="image/svg+xml; charset=utf-8"
    )
    response["Content-Security-Policy"] = _POLICY
    return response


@require_safe
@as_to_nobody
def map_png(request: Request) -> HttpResponse:
    """Kept for ten minutes, here and by who shows it: drawing it is work."""
    asked = EmbeddedMap.of(request.GET)
    response = HttpResponse(_png(asked), content_type="image/png")
    etag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={_SECONDS}"
    known = get_conditional_response(request, etag=etag, response=response)
    return known if isinstance(known, HttpResponse) else response


def _png(asked: EmbeddedMap) -> bytes:
    changed, part = versions.ledger.changed_at(EVENTS), clock.now().timestamp() // _SECONDS
    key = (asked.wanted, asked.year, changed, part)
    kept = _PNGS.get(key)
    if kept is None:
        discs = [pictures.Disc(one.x, one.y, one.radius, one.events) for one in clusters(asked)]
        kept = pictures.png(discs, _title(asked), f"{_site()} · {CREDIT}")
        if versions.ledger.moment() is not None:
            _PNGS.put(key, kept, len(kept))
    return kept


def _title(asked: EmbeddedMap) -> str:
    title = title_of(asked.wanted)
    if asked.year:
        title = f"{title} · {asked.year}"
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"


def _site() -> str:
    return settings.ORIGIN.partition("://")[2]
