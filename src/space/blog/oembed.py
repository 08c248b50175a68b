"""oEmbed: other places ask what a link to a page of ours is, and may show it as a quotation of ours, or in a frame.

Only what everybody sees is told; an address that is nobody's business is one that is not there.
"""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.blog.models import Edition, Story
from space.blog.shown.bylines import names
from space.blog.shown.finding import read_at
from space.blog.shown.previews import preview_of
from space.discuss.models import Topic
from space.languages import mark
from space.web import oembed
from space.web.look import look
from space.web.oembed import Asked, quoted

_VERSION = "1.0"
_ANY = 100_000


@require_safe
def embed(request: Request) -> HttpResponse:
    if request.GET.get("format", "json") != "json":
        return HttpResponse(
            "Only JSON is spoken here.\n", status=501, content_type="text/plain; charset=utf-8"
        )
    asked = _asked(request.GET)
    teller = oembed.teller_of(asked.page.view_name)
    if teller is None:
        raise Http404
    told = teller(asked)
    thumbnail = told.pop("thumbnail", None)
    answer = {
        "version": _VERSION,
        "type": "rich",
        "provider_name": look().name,
        "provider_url": settings.ORIGIN,
        "cache_age": 3600,
        **told,
    }
    if thumbnail and thumbnail["width"] <= (asked.width or _ANY):
        answer |= {f"thumbnail_{name}": thumbnail[name] for name in ("url", "width", "height")}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def register() -> None:
    """Stories and topics. Called once, from `ready()`."""
    oembed.tell(_story, "blog:story")
    oembed.tell(_original, "blog:short")
    oembed.tell(_topic, "discuss:topic", "discuss:short", "discuss:post")


def _asked(query: QueryDict) -> Asked:
    """The page at the address that is asked for, if it is one of ours."""
    url = query.get("url", "")
    parts = urlsplit(url.strip()) if len(url) < 2_000 and url.isprintable() else urlsplit("")
    if f"{parts.scheme}://{parts.netloc}".lower() not in {
        settings.ORIGIN,
        settings.ORIGIN.replace("http:", "https:"),
    }:
        raise Http404
    try:
        page = resolve(unquote(parts.path))
    except Resolver404 as error:
        raise Http404 from error
    sizes = (_size(query.get(f"max{name}", "")) for name in ("width", "height"))
    return Asked(page, QueryDict(parts.query), *sizes)


def _story(asked: Asked) -> dict[str, Any]:
    read = read_at(**asked.page.kwargs, reader=NOBODY)
    return _of_edition(asked, Edition.objects.shown_to(NOBODY).filter(pk=read.edition if read else 0))


def _original(asked: Asked) -> dict[str, Any]:
    shown = Edition.objects.shown_to(NOBODY)
    return _of_edition(asked, shown.filter(story=asked.page.kwargs["pk"], is_original=True))


def _of_edition(asked: Asked, found: Any) -> dict[str, Any]:
    edition = found.select_related("story__lead", "shown").first()
    if edition is None:
        raise Http404
    story = Story.objects.shown_to(NOBODY).with_authors().get(pk=edition.story_id)
    told = {
        "title": edition.title,
        "words": edition.summary,
        "who": ", ".join(names(story.authors.all())),
        "url": settings.ORIGIN + edition.get_absolute_url(),
        **mark(edition.language)._asdict(),
    }
    return quoted(asked, told) | {"thumbnail": preview_of(edition.story.lead)}


def _topic(asked: Asked) -> dict[str, Any]:
    found = Topic.objects.visible_to(NOBODY).select_related("author")
    topic = found.filter(pk=asked.page.kwargs["pk"]).first()
    if topic is None:
        raise Http404
    told = {
        "title": topic.title,
        "words": topic.excerpt,
        "who": topic.author.name,
        "url": settings.ORIGIN + topic.get_absolute_url(),
        **mark(topic.language)._asdict(),
    }
    return quoted(asked, told)


def _size(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
