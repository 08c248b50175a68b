"""Where one story stands in the newsroom, and what one does about it there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.blog.actions.claiming import claim as claim_review
from space.blog.actions.claiming import leave
from space.blog.actions.featuring import feature as feature_story
from space.blog.actions.featuring import unfeature
from space.blog.actions.gating import is_away
from space.blog.actions.noting import open_again, say
from space.blog.actions.noting import resolve as resolve_note
from space.blog.actions.reviewing import tick, untick
from space.blog.actions.steps import take_step
from space.blog.finding import find_story
from space.blog.models import Edition, Note, Point, Story
from space.blog.newsroom.conversation import SayForm
from space.blog.newsroom.desk import desk_of
from space.blog.newsroom.step_forms import StepForm
from space.blog.permissions import can_claim, can_feature, can_leave, can_resolve, can_take, can_tick
from space.blog.steps import STEPS
from space.discuss.models import Topic
from space.discuss.permissions import can_reply
from space.discuss.views.waiting import waits
from space.kit.fields import whole_number
from space.kit.htmx import is_htmx
from space.kit.rules import require
from space.web import panels
from space.web.moments import Moment, said, warned


@require_safe
def desk(request: Request, pk: int) -> HttpResponse:
    """With `?text=fr` the French edition stands there."""
    return _page(request, find_story(request.reader, pk))


@require_POST
def step(request: Request, pk: int, name: str) -> HttpResponse:
    story, wanted = find_story(request.reader, pk), STEPS.get(name)
    if wanted is None:
        raise Http404
    require(can_take(request.reader, story, wanted))
    form = StepForm(request.POST, step=wanted, story=story, reader=request.reader)
    if form.is_valid():
        given = {"reason": form.cleaned_data.get("reason", ""), "moment": form.moment}
        try:
            story = take_step(story, name, by=request.user, seen=form.cleaned_data["seen"], **given)
        except ValidationError as error:
            form.refuse(error)
        else:
            if is_away(story):
                return waits(request, story.desk_url)
            messages.success(request, _told(name, form.moment))
            return redirect(story.desk_url)
    story = find_story(request.reader, pk)
    form.see_again(story)
    return _page(request, story, step=form, name=name, status=422)


@require_POST
def claim(request: Request, pk: int) -> HttpResponse:
    """Take the review on, or (`leave`) give it back."""
    story = find_story(request.reader, pk)
    if "leave" in request.POST:
        require(can_leave(request.reader, story))
        return _done(request, pk, lambda: leave(story, by=request.user))
    require(can_claim(request.reader, story))
    seen = _seen(request)
    return _done(request, pk, lambda: claim_review(story, by=request.user, seen=seen))


@require_POST
def check(request: Request, pk: int) -> HttpResponse:
    story = find_story(request.reader, pk)
    require(can_tick(request.reader, story))
    point = request.POST.get("point", "")
    if point not in Point.values:
        raise Http404
    if "again" in request.POST:
        return _done(request, pk, lambda: untick(story, Point(point), by=request.user))
    seen = _seen(request)
    return _done(request, pk, lambda: tick(story, Point(point), by=request.user, seen=seen))


@require_POST
def note(request: Request, pk: int) -> HttpResponse:
    """A word in the conversation, at a passage or about the whole."""
    story, form = find_story(request.reader, pk), SayForm(request.POST)
    room = get_object_or_404(
        Topic.objects.visible_to(request.reader).select_related("category", "closure"), pk=story.room_id or 0
    )
    require(can_reply(request.reader, room))
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("passage", "key")}
        try:
            post = say(
                story, form.cleaned_data["text"], by=request.user, edition=_edition(request, story), **given
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect(f"{_here(request, story)}#said-{post.pk}")
    return _page(request, story, say=form, status=422)


@require_POST
def resolve(request: Request, pk: int, note: int) -> HttpResponse:
    story = find_story(request.reader, pk)
    notes = Note.objects.select_related("post", "edition").filter(edition__story=story)
    found = get_object_or_404(notes, pk=note)
    require(can_resolve(request.reader, story, found))
    if "again" in request.POST:
        return _done(request, pk, lambda: open_again(found))
    return _done(request, pk, lambda: resolve_note(found, by=request.user))


@require_POST
def feature(request: Request, pk: int) -> HttpResponse:
    story = find_story(request.reader, pk)
    require(can_feature(request.reader, story))
    act = unfeature if "away" in request.POST else feature_story
    return _done(request, pk, lambda: act(story, by=request.user))


def _done(request: Request, pk: int, act: Callable[[], Any]) -> HttpResponse:
    """Do it, and show the desk as it is then; or why it was not done."""
    try:
        act()
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return _page(request, find_story(request.reader, pk), status=422)
    story = find_story(request.reader, pk)
    return _page(request, story) if is_htmx(request) else redirect(_here(request, story))


def _page(request: Request, story: Story, status: int = 200, **refused: Any) -> HttpResponse:
    context = desk_of(story, request.reader, edition=_edition(request, story), **refused)
    context["panels"] = panels.show("story-desk", story, request.reader, request)
    return render(request, "blog/desk.html", context, status=status)


def _edition(request: Request, story: Story) -> Edition:
    """The one whose text stands on the page: the original, where no other is asked for."""
    seen = Edition.objects.visible_to(request.reader).filter(story=story).select_related("current", "story")
    language = request.GET.get("text", "")
    return get_object_or_404(seen, language=language) if language else seen.get(is_original=True)


def _here(request: Request, story: Story) -> str:
    language = request.GET.get("text", "")
    return f"{story.desk_url}?text={language}" if language else story.desk_url


def _seen(request: Request) -> int:
    return whole_number(request.POST.get("seen"), digits=14) or 0


def _told(name: str, moment: Moment | None) -> str:
    if moment is None:
        return (
            pgettext("story", "Done. Its authors are told.")
            if name not in _BY_AUTHORS
            else pgettext("story", "Done.")
        )
    told = pgettext("story", "It appears at %(moment)s.") % {"moment": said(moment)}
    return " ".join(filter(None, [told, warned(moment)]))


_BY_AUTHORS = {"share", "submit", "withdraw", "resume"}
