"""One's drafts: kept as one types or by a button, listed, put aside and brought back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.actions import discard_draft, restore_draft, save_draft
from space.discuss.actions.drafts import AlreadySent, Overtaken
from space.discuss.drafts.forms import DraftForm
from space.discuss.drafts.purposes import Purpose, purpose_of
from space.discuss.drafts.rows import go_on_with, rows_of
from space.discuss.models import Draft, Post
from space.discuss.note_field import NOTE
from space.discuss.permissions import can_keep_drafts
from space.discuss.text_language import asked
from space.kit.fields import tidy
from space.kit.rules import Refusal, require

# What a script is told, and what a page says with it.
_STATUS = {"refused": 403, "overtaken": 409, "sent": 410, "too_fast": 429}


@require_safe
def drafts(request: Request) -> HttpResponse:
    require(can_keep_drafts(request.reader))
    rows = rows_of(request.reader)
    return render(
        request,
        "discuss/drafts.html",
        {
            "drafts": [row for row in rows if not row.is_discarded],
            "discarded": [row for row in rows if row.is_discarded],
        },
    )


@require_POST
def save(request: Request, key: str) -> HttpResponse:
    """Keep what stands in a form. Scripts are told the new version; a button leads to the list."""
    form, verdict = DraftForm(request.POST), can_keep_drafts(request.reader)
    if isinstance(verdict, Refusal):
        return _not_kept(request, key, form, ValidationError(str(verdict.reason), code="refused"))
    if not form.is_valid():
        return _not_kept(request, key, form, None)
    try:
        draft = _keep(request, key, form)
    except ValidationError as error:
        return _not_kept(request, key, form, error)
    if request.accepts("text/html"):
        messages.success(request, pgettext("draft", "Your text is kept as a draft."))
        return redirect("discuss:drafts")
    told = {} if form.cleaned_data["language"] else asked(form.cleaned_data["text"], request.reader)
    return JsonResponse({"version": draft.version if draft else 0, **told})


@require_POST
def discard(request: Request, key: str) -> HttpResponse:
    """Put a draft aside, with what was typed since it was kept last."""
    require(can_keep_drafts(request.reader))
    form = DraftForm(request.POST)
    discard_draft(key, by=request.user, data=form.data_to_keep if form.is_valid() else None)
    return redirect("discuss:drafts") if request.accepts("text/html") else JsonResponse({"version": 0})


@require_POST
def restore(request: Request, key: str) -> HttpResponse:
    require(can_keep_drafts(request.reader))
    restore_draft(key, by=request.user)
    return redirect("discuss:drafts")


def _keep(request: Request, key: str, form: DraftForm) -> Draft | None:
    """Nothing is kept of an empty form, nor of an edit that changes nothing."""
    data = form.data_to_keep
    if not data or _is_as_it_stands(request, purpose_of(key), data):
        discard_draft(key, by=request.user)
        return None
    return save_draft(key, by=request.user, data=data, version=form.version, form=form.form_key)


def _is_as_it_stands(request: Request, purpose: Purpose, data: dict[str, Any]) -> bool:
    if purpose.kind != "edit":
        return False
    posts = Post.objects.visible_to(request.reader).filter(pk=purpose.pk).select_related("topic")
    post = posts.first()
    return (
        post is not None
        and tidy(post.source) == data.get("text", "")
        and data.get("title", post.topic.title) == post.topic.title
        and data.get("language", post.language) == post.language
        and data.get(NOTE, "") == data.get("noted", "")
    )


def _not_kept(request: Request, key: str, form: DraftForm, error: ValidationError | None) -> HttpResponse:
    """Why it was not kept, with the text and, if there is one, the other text. Scripts are told the same as data."""
    reasons = error.messages if error else [reason for told in form.errors.values() for reason in told]
    status = _STATUS.get(getattr(error, "code", ""), 422)
    theirs = error.theirs if isinstance(error, Overtaken) else None
    if not request.accepts("text/html"):
        other = {"version": theirs.version, "data": theirs.data} if theirs else {}
        return JsonResponse({"reasons": reasons, **other}, status=status)
    typed = {name: request.POST[name] for name in form.fields if name in request.POST}
    context = {
        "key": key,
        "reasons": reasons,
        "typed": {**typed, "draft": str(theirs.version) if theirs else typed.get("draft", "")},
        "theirs": theirs,
        "is_sent": isinstance(error, AlreadySent),
        "go_on": go_on_with(purpose_of(key), request.reader),
    }
    return render(request, "discuss/draft.html", context, status=status)
