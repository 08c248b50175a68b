"""oEmbed: other places ask what a link to a story or topic of ours is, and may show it as a quotation of ours.

Only what everybody sees is told; an address that is nobody's business is one that is not there.
"""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, ResolverMatch, resolve
from django.views.decorators.http import require_safe

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.blog.models import Edition, Story
from space.blog.shown.bylines import names
from space.blog.shown.finding import read_at
from space.blog.shown.previews import preview_of
from space.discuss.models import Topic
from space.languages import mark
from space.web.look import look

_WIDEST, _NARROWEST = 640, 220
_VERSION = "1.0"


@require_safe
def embed(request: Request) -> HttpResponse:
    if request.GET.get("format", "json") != "json":
        return HttpResponse(
            "Only JSON is spoken here.\n", status=501, content_type="text/plain; charset=utf-8"
        )
    told = _told(_meant(request.GET.get("url", "")))
    width = min(_width(request.GET.get("maxwidth", "")), _WIDEST)
    thumbnail = told.pop("thumbnail", None)
    answer = {
        "version": _VERSION,
        "type": "rich",
        "provider_name": look().name,
        "provider_url": settings.ORIGIN,
        "cache_age": 3600,
        "title": told["title"],
        "author_name": told["who"],
        "html": render_to_string("blog/_embed.html", told).strip(),
        "width": max(width, _NARROWEST),
        "height": None,
    }
    if thumbnail and thumbnail["width"] <= _width(request.GET.get("maxwidth", "")):
        answer |= {f"thumbnail_{name}": thumbnail[name] for name in ("url", "width", "height")}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _meant(url: str) -> ResolverMatch:
    """The page at this address, if it is one of ours."""
    parts = urlsplit(url.strip()) if len(url) < 2_000 and url.isprintable() else urlsplit("")
    if f"{parts.scheme}://{parts.netloc}".lower() not in {
        settings.ORIGIN,
        settings.ORIGIN.replace("http:", "https:"),
    }:
        raise Http404
    try:
        return resolve(unquote(parts.path))
    except Resolver404 as error:
        raise Http404 from error


def _told(page: ResolverMatch) -> dict[str, Any]:
    """What is shown of it: title, first words, whose it is, where it stands."""
    if page.view_name == "blog:story":
        read = read_at(**page.kwargs, reader=NOBODY)
        return _of_edition(Edition.objects.shown_to(NOBODY).filter(pk=read.edition if read else 0))
    if page.view_name == "blog:short":
        shown = Edition.objects.shown_to(NOBODY)
        return _of_edition(shown.filter(story=page.kwargs["pk"], is_original=True))
    if page.view_name in {"discuss:topic", "discuss:short", "discuss:post"}:
        return _of_topic(page.kwargs["pk"])
    raise Http404


def _of_edition(found: Any) -> dict[str, Any]:
    edition = found.select_related("story__lead", "shown").first()
    if edition is None:
        raise Http404
    story = Story.objects.shown_to(NOBODY).with_authors().get(pk=edition.story_id)
    return {
        "title": edition.title,
        "words": edition.summary,
        "who": ", ".join(names(story.authors.all())),
        "url": settings.ORIGIN + edition.get_absolute_url(),
        "thumbnail": preview_of(edition.story.lead),
        **mark(edition.language)._asdict(),
    }


def _of_topic(pk: int) -> dict[str, Any]:
    topic = Topic.objects.visible_to(NOBODY).select_related("author").filter(pk=pk).first()
    if topic is None:
        raise Http404
    return {
        "title": topic.title,
        "words": topic.excerpt,
        "who": topic.author.name,
        "url": settings.ORIGIN + topic.get_absolute_url(),
        **mark(topic.language)._asdict(),
    }


def _width(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else _WIDEST
