"""The words of an edition are changed. Whoever writes with others at once loses nothing, and is told who they are."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.blog.actions.gating import is_away
from space.blog.actions.presence import note_editing, stop_editing
from space.blog.actions.writing import save_text, words_of
from space.blog.drafts import to_edit
from space.blog.finding import find_edition
from space.blog.forms.editions import EditionForm
from space.blog.forms.words import SUMMARY_AT_MOST
from space.blog.meeting import changes_of, clash_of, parts_to_settle
from space.blog.merging import Clash, Outcome, in_one, put_together
from space.blog.models import Edition
from space.blog.permissions import can_improve
from space.blog.present import here_too
from space.blog.sheet import beside_form, form_of, sent_parts, typed_again
from space.blog.shown.being_written import previewed_story
from space.blog.texts import Words
from space.blog.views.translating import sent_on
from space.discuss.composer import SAVE, desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.models import Draft
from space.discuss.names import named_html
from space.discuss.settling import settled
from space.discuss.views.waiting import waits
from space.discuss.views.writing import reasons_to, wants_preview
from space.kit.fields import whole_number
from space.kit.htmx import is_htmx
from space.kit.rules import require
from space.languages import autonym, mark

SAVE_TRANSLATION = pgettext_lazy("translation", "Save")


def edit(request: Request, pk: int, language: str) -> HttpResponse:
    """The form of an edition; of a translation with the original beside it."""
    edition = find_edition(request.reader, pk, language)
    begun = draft_for(to_edit(edition), request.reader) if request.method == "GET" else None
    form = form_of(request, edition, _typed(request), **_begun(begun))
    if request.method == "GET" and not request.reader.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.method == "GET":
        require(form.verdict)
    if form.verdict:
        note_editing(edition, by=request.user)
    if wants_preview(request) and form.verdict:
        return _page(
            request, _unread(request, edition), previewed_story(request), parts=sent_parts(request.POST)
        )
    try:
        if "changes" in request.POST and form.verdict:
            return _changes_page(request, edition, form)
        if form.is_valid():
            with reasons_to(form):
                return _saved(request, save_text(edition, by=request.user, **form.changes))
    except Clash as clash:
        return _clash_page(request, pk, language, clash.outcome)
    return _page(request, form, parts=sent_parts(_typed(request)), begun=begun)


@require_POST
def here(request: Request, pk: int, language: str) -> HttpResponse:
    """The form is still open, or (`gone`) not any more: answers who else has it open."""
    edition = find_edition(request.reader, pk, language)
    require(can_improve(request.reader, edition))
    if "gone" in request.POST:
        stop_editing(edition, by=request.user)
        return HttpResponse(status=204)
    note_editing(edition, by=request.user)
    return render(request, "blog/_here_too.html", {"here_too": here_too(edition, request.reader)})


def _typed(request: Request) -> QueryDict | None:
    """What was sent, without the lines that we put around two versions of a paragraph."""
    if request.method != "POST":
        return None
    typed = request.POST.copy()
    if typed.get("clashed"):
        typed["text"] = settled(typed.get("text", ""))
    return typed


def _begun(draft: Draft | None) -> dict[str, Any]:
    return filled(draft, {}) | ({"begun": True} if draft else {})


def _unread(request: Request, edition: Edition, **more: Any) -> EditionForm:
    """As it was typed, without a look at what is wrong."""
    form = form_of(request, edition, None)
    return form_of(request, edition, None, **typed_again(request.POST, form), **more)


def _page(
    request: Request,
    form: EditionForm,
    more: dict[str, Any] | None = None,
    *,
    parts: list[str] | None = None,
    begun: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    edition = form.edition
    cancel = edition.story.desk_url
    desk = desk_for(
        request,
        to_edit(edition),
        SAVE if edition.is_original else SAVE_TRANSLATION,
        draft=begun,
        cancel=cancel,
        preview=reverse("blog:preview"),
    )
    context = {
        "form": form,
        "verdict": form.verdict,
        "edition": edition,
        "story": edition.story,
        "desk": desk,
        "summary_at_most": SUMMARY_AT_MOST,
        "here_too": here_too(edition, request.reader),
        "language_name": autonym(edition.language),
        **mark(edition.language)._asdict(),
        **beside_form(request, form, parts),
        **(more or {}),
    }
    template = "blog/edit.html" if edition.is_original else "blog/translation.html"
    return render(request, template, context, status=422 if form.is_bound else status)


def _saved(request: Request, edition: Edition) -> HttpResponse:
    stop_editing(edition, by=request.user)
    if is_away(edition.story):
        return waits(request, reverse("blog:home"))
    if edition.met:
        told = pgettext("edit", "{names} has changed other paragraphs meanwhile. Both changes are kept.")
        messages.success(request, format_html(told, names=named_html(edition.met)))
    if edition.is_original:
        if edition.shown_id and edition.shown_id != edition.current_id:
            text = pgettext(
                "edit", "Saved. Readers see it when the editorial board publishes the correction."
            )
            messages.success(request, text)
        return redirect(edition.story.desk_url)
    return _saved_translation(request, edition)


def _saved_translation(request: Request, edition: Edition) -> HttpResponse:
    """One goes on with it, or it waits for its second reader."""
    if "send" in request.POST:
        return sent_on(request, edition)
    messages.success(request, pgettext("translation", "Saved. You can go on now or another day."))
    return redirect(edition.edit_url)


def _changes_page(request: Request, edition: Edition, form: EditionForm) -> HttpResponse:
    """What saving would change; nothing is checked yet."""
    words = _as_typed(request, edition)
    outcome = put_together(
        edition, words, whole_number(request.POST.get("began")), sent_parts(_typed(request))
    )
    if not outcome.is_clean:
        raise Clash(outcome)
    told = changes_of(edition, outcome, request.reader)
    if is_htmx(request):
        return render(request, "discuss/_changes.html", told)
    return _page(request, _unread(request, edition), told, parts=sent_parts(_typed(request)))


def _as_typed(request: Request, edition: Edition) -> Words:
    """What was typed, over how the edition reads for what was not asked."""
    now = vars(words_of(edition.current)) if edition.current else {}
    typed = {name: value for name, value in (_typed(request) or {}).items() if name in vars(Words())}
    if parts := sent_parts(_typed(request)):
        typed["text"] = in_one(parts)
    return Words(**{**now, **typed})


def _clash_page(request: Request, pk: int, language: str, outcome: Outcome) -> HttpResponse:
    """The form with both versions of what both changed. Saving it again begins from the edition as it is now."""
    now = find_edition(request.reader, pk, language)
    told = clash_of(now, outcome)
    kept = {name: request.POST[name] for name in ("changed", "follows") if name in request.POST}
    form = form_of(request, now, None, **kept, **told["typed"])
    return _page(request, form, {"clash": told["clash"]}, parts=parts_to_settle(outcome), status=409)
