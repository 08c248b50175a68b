"""Translations: begun or wished for, read by a second person, approved or sent back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.blog.actions.translating import (
    approve_translation,
    begin_translation,
    send_back,
    still_says_it,
    submit_translation,
    take_back_wish,
    wish,
)
from space.blog.editions import Rows, editions_of, originals_mark
from space.blog.finding import find_edition, find_story, original_read
from space.blog.forms.editions import SendBackForm
from space.blog.forms.translating import LanguageForm
from space.blog.models import Edition, Story
from space.blog.permissions import can_approve, can_improve, can_translate
from space.blog.reading_pairs import read_beside
from space.kit.fields import whole_number
from space.kit.rules import require
from space.languages import autonym, bcp47, mark


@login_required
def translate(request: Request, pk: int) -> HttpResponse:
    """Choose a language and begin, or say that one would like to read it in it."""
    story = find_story(request.reader, pk)
    require(can_translate(request.reader, story))
    if "take_back" in request.POST:
        take_back_wish(story, request.POST["take_back"], by=request.user)
        return redirect(request.path)
    rows: Rows = editions_of(story, request.reader)
    asked = request.GET.get("language") or _likely(request, rows)
    form = LanguageForm(request.POST or None, initial={"language": asked})
    if form.is_valid():
        try:
            return _begun(request, story, form.cleaned_data["language"])
        except ValidationError as error:
            form.add_error(None, error)
    context = {"story": story, "form": form, **rows, **originals_mark(story, rows)}
    return render(request, "blog/translate.html", context, status=422 if form.is_bound else 200)


def _likely(request: Request, rows: Rows) -> str:
    """The first language of theirs in which the story is not there yet."""
    there = {row["lang"] for row in rows["editions"]}
    return next((code for code in request.reader.languages if bcp47(code) not in there), "")


def _begun(request: Request, story: Story, language: str) -> HttpResponse:
    if "wish" in request.POST:
        wish(story, language, by=request.user)
        messages.success(request, pgettext("translation", "Your wish stands among the translations wanted."))
        return redirect(request.path)
    return redirect(begin_translation(story, language, by=request.user).edit_url)


def approve(request: Request, pk: int, language: str) -> HttpResponse:
    """A second reader reads it beside the original, and decides."""
    edition = _translation(request, pk, language)
    form = SendBackForm(request.POST if request.POST.get("decide") == "back" else None)
    if request.method == "POST":
        require(can_approve(request.reader, edition))
        if request.POST.get("decide") == "approve" or form.is_valid():
            try:
                return _decided(request, edition, form)
            except ValidationError as error:
                messages.warning(request, " ".join(error.messages))
                edition = _translation(request, pk, language)
    return _approve_page(request, edition, form, status=422 if request.method == "POST" else 200)


def _decided(request: Request, edition: Edition, form: SendBackForm) -> HttpResponse:
    seen = whole_number(request.POST.get("seen")) or 0
    if form.is_bound:
        send_back(edition, by=request.user, words=form.cleaned_data["words"], seen=seen)
        messages.success(request, pgettext("translation", "Sent back with your words."))
        return redirect(edition.story.desk_url)
    shown = approve_translation(edition, by=request.user, seen=seen)
    messages.success(request, pgettext("translation", "Everybody can read it now."))
    return redirect(shown)


def _approve_page(request: Request, edition: Edition, form: SendBackForm, status: int) -> HttpResponse:
    context: dict[str, Any] = {
        "edition": edition,
        "story": edition.story,
        "form": form,
        "may": can_approve(request.reader, edition),
        "language_name": autonym(edition.language),
        "own": mark(edition.language),
        "original_by": mark(edition.story.language),
        **read_beside(edition, original_read(request.reader, edition.story)),
    }
    return render(request, "blog/approve.html", context, status=status)


@require_POST
def send(request: Request, pk: int, language: str) -> HttpResponse:
    """It is ready for a second reader."""
    edition = _translation(request, pk, language)
    require(can_improve(request.reader, edition))
    return sent_on(request, edition)


@require_POST
def same(request: Request, pk: int, language: str) -> HttpResponse:
    """The original changed, and the translation says the same as it does now."""
    edition = _translation(request, pk, language)
    require(can_improve(request.reader, edition))
    try:
        still_says_it(edition, by=request.user, original=whole_number(request.POST.get("original")) or 0)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect(edition.edit_url)
    messages.success(request, pgettext("translation", "It is up to date again."))
    return redirect(edition.story.desk_url)


def sent_on(request: Request, edition: Edition) -> HttpResponse:
    """It waits for its second reader, or the form says what is missing."""
    try:
        submit_translation(edition, by=request.user)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect(edition.edit_url)
    messages.success(request, pgettext("translation", "It waits for a second reader of the language."))
    return redirect(edition.story.desk_url)


def _translation(request: Request, pk: int, language: str) -> Edition:
    edition = find_edition(request.reader, pk, language)
    if edition.is_original:
        raise Http404
    return edition
