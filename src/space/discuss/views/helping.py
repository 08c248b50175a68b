"""What helps while one writes: how it will look, who or what is meant, whether others have asked the same."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, TypeAlias

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.discuss import completing
from space.discuss.allowances import Allowances
from space.discuss.models import Category, Topic
from space.discuss.models.posts import noting
from space.discuss.note_field import AT_MOST, NOTE, language_of
from space.discuss.permissions import can_write
from space.discuss.quoted import Setting
from space.discuss.rooms import categories
from space.discuss.similar import similar_topics
from space.discuss.text import compose
from space.discuss.text_language import asked
from space.kit.fields import one_line
from space.kit.rules import require
from space.limits.actions import Limit
from space.limits.here import take_here

A_MINUTE = timedelta(minutes=1)
PREVIEWS = Limit("previews", 120, A_MINUTE)
COMPLETIONS = Limit("completions", 300, A_MINUTE)
SIMILAR = Limit("similar", 60, A_MINUTE)
# What `discuss/_preview.html` needs, of a form that was sent.
Look: TypeAlias = Callable[[Request], dict[str, Any]]
# Longer than any name.
_LONGEST = 80


@require_POST
def preview(request: Request) -> HttpResponse:
    """How a text will look: the piece for pages that can swap it in."""
    return preview_piece(request, previewed)


def preview_piece(request: Request, look: Look) -> HttpResponse:
    """For a form of another app, whose texts look otherwise where they are read."""
    require(can_write(request.reader))
    _take(request, PREVIEWS)
    return render(request, "discuss/_preview.html", look(request))


def previewed(request: Request, text: str | None = None, setting: Setting | None = None) -> dict[str, Any]:
    """The text of the form that was sent, rendered, with what would be refused in it and how its language looks.

    `text` where the form has no one field for it; `setting` where the page knows where it will stand.
    """
    setting = setting or Setting(_place(request) or Category())
    note = one_line(request.POST.get(NOTE, ""))[:AT_MOST]
    text = request.POST.get("text", "") if text is None else text
    language = request.POST.get("language", "")
    composed = compose(text, by=request.reader, language=language, setting=setting)
    return {
        "preview": mark_safe(composed.rendered.html),
        "preview_language": composed.language,
        "preview_chosen": language,
        "noted": noting(note, language_of(note, composed.language, request.reader)),
        **asked(text, request.reader),
        "too_much": _too_much(request, composed.rendered),
    }


def _place(request: Request) -> Topic | Category | None:
    """Where it will stand: the topic that the address names, or the category of the form."""
    if topic := _number(request.GET.get("topic", "")):
        return Topic.objects.visible_to(request.reader).filter(pk=topic).first()
    chosen = request.POST.get("category", "")
    return next((one for one in categories(request.reader) if str(one.pk) == chosen), None)


def _too_much(request: Request, rendered: Any) -> str:
    try:
        Allowances(request.user).check(rendered)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@require_safe
def complete(request: Request) -> HttpResponse:
    """What could be meant by the letters typed so far: people, things (categories and tags), tags, emoji."""
    require(can_write(request.reader))
    _take(request, COMPLETIONS)
    typed, kind = request.GET.get("q", "")[:_LONGEST], request.GET.get("kind", "")
    if kind == "people":
        found = completing.people(request.reader, typed, _number(request.GET.get("topic", "")))
    elif kind == "things":
        found = completing.categories_and_tags(request.reader, typed)
    elif kind == "tags":
        found = completing.tags(typed)
    else:
        found = completing.emoji(typed, get_language() or "en") if kind == "emoji" else []
    return _for_now(JsonResponse({"found": [asdict(one) for one in found]}))


@require_safe
def similar(request: Request) -> HttpResponse:
    """Topics with a title like this one: the piece that stands under the title."""
    require(can_write(request.reader))
    _take(request, SIMILAR)
    found = similar_topics(request.reader, request.GET.get("title", ""))
    return _for_now(render(request, "discuss/_similar.html", {"similar": found}))


def _take(request: Request, what: Limit) -> None:
    take_here(f"person:{request.reader.pk}", what)


def _for_now(response: HttpResponse) -> HttpResponse:
    """One reader's own, and soon another answer."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
