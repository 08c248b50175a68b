"""The pictures of a story: all of them on one page, with what is missing of each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_http_methods, require_POST

from space.accounts.requests import Request
from space.blog.actions.crediting import (
    Picture,
    add_picture,
    bring,
    choose_lead,
    credit_picture,
    find,
    receive,
    remove_picture,
)
from space.blog.credits.figures import credit_of, pictures_on
from space.blog.credits.forms import CreditForm, PictureForm
from space.blog.credits.found import cards
from space.blog.credits.line import credit_line
from space.blog.credits.shelf import rows
from space.blog.finding import find_story
from space.blog.models import Credit, Edition, Story
from space.blog.permissions import can_choose_lead, can_credit, can_describe, can_improve
from space.discuss.views.writing import reasons_to
from space.kit.rules import Verdict, first_refusal, require
from space.languages import mark
from space.mediawiki import commons
from space.uploads.handlers import TOO_LARGE
from space.uploads.models import Upload
from space.uploads.permissions import can_upload
from space.uploads.text import picture as show


@require_http_methods(["GET", "HEAD", "POST"])
def pictures(request: Request, pk: int) -> HttpResponse:
    """All of them; and a form for one more."""
    story, original = _story(request, pk)
    form = PictureForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        verdict=_can_add(request, original),
        too_large=TOO_LARGE in request.META,
        prefix="picture",
    )
    if form.is_bound and form.is_valid() and (upload := _added(request, story, form)):
        messages.success(request, pgettext("picture form", "The picture is here, with its credit."))
        return redirect(f"{reverse('blog:pictures', args=[pk])}#picture-{upload.pk}")
    return _page(request, story, original, form, 422 if form.is_bound else 200)


def lead_form(request: Request) -> PictureForm:
    """The picture that a story begins with, if any; the one who sends it sends the story too."""
    return PictureForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        too_large=TOO_LARGE in request.META,
        is_needed=False,
        prefix="lead",
    )


def taken(form: PictureForm, *, request: Request, language: str) -> Picture | None:
    """The picture that a form names, taken in; None where it names none, or with the reason in the form, or with
    those that were found for the words in it.

    Asks the wiki, so it stands before every transaction.
    """
    data = form.cleaned_data
    if form.is_empty:
        return None
    try:
        if sent := data.get("file"):
            return receive(sent, form.by_hand, by=request.user, name=sent.name, alt=data["alt"])
        if form.is_search:
            wanted = find(data["commons"], by=request.user, language=get_language() or language)
            form.found = cards(wanted, request.reader)
            return None
        return bring(data["commons"], by=request.user, language=language, alt=data["alt"])
    except ValidationError as error:
        form.refuse(error)
        return None


def _added(request: Request, story: Story, form: PictureForm) -> Upload | None:
    found = taken(form, request=request, language=story.language)
    return add_picture(story, found, by=request.user) if found else None


@require_http_methods(["GET", "HEAD", "POST"])
def credit(request: Request, pk: int, upload: int) -> HttpResponse:
    """Whose one picture is. Who cannot change it reads it."""
    story, original = _story(request, pk)
    found = _picture(story, upload)
    form = CreditForm(
        request.POST if request.method == "POST" else None,
        credit=credit_of(found) or Credit(upload=found),
        alt=_alt(story, original, found),
        verdict=can_credit(request.reader, original),
    )
    if form.is_valid():
        with reasons_to(form):
            credit_picture(story, found, form.changed, by=request.user, alt=form.cleaned_data["alt"])
            return redirect(f"{reverse('blog:pictures', args=[pk])}#picture-{found.pk}")
    return render(
        request,
        "blog/pictures/credit.html",
        {
            "story": story,
            "name": form.credit.title or found.name,
            "picture": show(found),
            "credit": credit_line(form.credit) if credit_of(found) else None,
            "form": form,
            "verdict": form.verdict,
        },
        status=422 if form.is_bound else 200,
    )


@require_POST
def lead(request: Request, pk: int, upload: int) -> HttpResponse:
    """This picture leads the story; with `away` none does."""
    story, _ = _story(request, pk)
    require(can_choose_lead(request.reader, story))
    chosen = None if "away" in request.POST else _picture(story, upload)
    return _done(request, story, lambda: choose_lead(story, chosen, by=request.user))


@require_POST
def remove(request: Request, pk: int, upload: int) -> HttpResponse:
    story, _ = _story(request, pk)
    require(can_describe(request.reader, story))
    found = _picture(story, upload)
    return _done(request, story, lambda: remove_picture(story, found, by=request.user))


def _page(request: Request, story: Story, original: Edition, form: PictureForm, status: int) -> HttpResponse:
    may = _can_add(request, original)
    context = {
        "story": story,
        "title": original.title,
        **mark(original.language)._asdict(),
        "rows": rows(story, original),
        "form": form,
        "may": may,
        "may_lead": bool(can_choose_lead(request.reader, story)),
        "may_remove": bool(can_describe(request.reader, story)),
        "commons_off": not commons.is_on(),
    }
    return render(request, "blog/pictures/pictures.html", context, status=status)


def _story(request: Request, pk: int) -> tuple[Story, Edition]:
    story = find_story(request.reader, pk)
    editions = Edition.objects.visible_to(request.reader).select_related("current")
    original = get_object_or_404(editions, story=story, is_original=True)
    original.story = story
    return story, original


def _picture(story: Story, pk: int) -> Upload:
    found = pictures_on(story, [pk]).get(pk)
    if found is None:
        raise Http404
    return found


def _alt(story: Story, original: Edition, upload: Upload) -> str:
    """Of the picture that leads the story its newest version says it."""
    version = original.current
    return (version.alt if version and story.lead_id == upload.pk else "") or upload.alt


def _can_add(request: Request, original: Edition) -> Verdict:
    return first_refusal(can_improve(request.reader, original), can_upload(request.reader))


def _done(request: Request, story: Story, act: Callable[[], Any]) -> HttpResponse:
    try:
        act()
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect("blog:pictures", pk=story.pk)
