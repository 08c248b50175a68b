"""A story is handed in. Whoever wrote something gets it back with the reason when it cannot go on."""

from dataclasses import asdict
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.blog.actions.crediting import begin_with_lead
from space.blog.drafts import TO_SUBMIT
from space.blog.forms.words import SUMMARY_AT_MOST, SubmitForm
from space.blog.permissions import can_begin
from space.blog.shown.being_written import previewed_story
from space.blog.views.pictures import lead_form, taken
from space.discuss.completing.found import MOST, Found
from space.discuss.composer import desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.models import Draft
from space.discuss.permissions import can_write
from space.discuss.rooms import room
from space.discuss.views.helping import COMPLETIONS, preview_piece
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.kit.rules import require
from space.languages import regions_like
from space.limits.here import take_here
from space.mediawiki.commons import is_on

SAVE_STORY = pgettext_lazy("story form", "Save the story")


def submit(request: Request) -> HttpResponse:
    """Begin a story: a pitch or a draft, which its authors alone see until they share it."""
    begun = draft_for(TO_SUBMIT, request.reader) if request.method == "GET" else None
    form = SubmitForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_begin(request.reader),
        initial=_begins_with(begun, request),
    )
    desk = desk_for(request, TO_SUBMIT, SAVE_STORY, draft=begun, preview=reverse("blog:preview"))
    lead = lead_form(request)
    context = {
        "desk": desk,
        "summary_at_most": SUMMARY_AT_MOST,
        "lead": lead,
        "commons_off": not is_on(),
    }
    if (wants_preview(request) or lead.is_taking) and form.verdict:
        lead.ask_again()
        return preview_page(request, "blog/submit.html", form, context, previewed_story)
    if form.is_valid() and lead.is_valid():
        picture = taken(lead, request=request, language=form.begun["language"])
        if lead.is_valid():
            with reasons_to(form):
                return redirect(begin_with_lead(picture, by=request.user, **form.begun).desk_url)
    lead.ask_again()
    return form_page(request, "blog/submit.html", form, context)


@require_POST
def preview(request: Request) -> HttpResponse:
    """How the text of a story will look: the piece for pages that can swap it in."""
    return preview_piece(request, previewed_story)


@require_safe
def complete_regions(request: Request) -> HttpResponse:
    """Countries that could be meant by the letters typed so far."""
    require(can_write(request.reader))
    take_here(f"person:{request.reader.pk}", COMPLETIONS)
    found = regions_like(request.GET.get("q", "")[:80], MOST)
    told = [asdict(Found("tag", name, name, sign="")) for _, name in found]
    response = JsonResponse({"found": told})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _begins_with(begun: Draft | None, request: Request) -> dict[str, Any]:
    """Who comes from a group writes for it, also where a draft for the Blog waits."""
    asked = _asked_for(request)
    return filled(begun, asked) | ({"category": asked["category"]} if asked["category"] else {})


def _asked_for(request: Request) -> dict[str, Any]:
    """What the address says of it, and who is likely to be its author."""
    name = request.reader.name
    words = {name: request.GET[name] for name in ("title", "tags", "begins") if name in request.GET}
    asked = room(request.reader, request.GET.get("category", ""))
    return {"authors": f"@{name}" if name else "", **words, "category": asked}
