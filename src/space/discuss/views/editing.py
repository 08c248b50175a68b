"""Changing a post. Whoever edits with others at the same time loses nothing: what both changed comes back to settle."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext

from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.actions import edit_post, end_wiki, make_wiki
from space.discuss.addresses import place_of
from space.discuss.composer import SAVE, desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.drafts.purposes import to_edit
from space.discuss.finding import find_post
from space.discuss.forms import EditForm
from space.discuss.history import in_language, rendered, what_changes
from space.discuss.merging import Clash, Outcome, Typed, began_at, put_together
from space.discuss.models import Draft, Post
from space.discuss.names import named_html
from space.discuss.note_field import NOTE
from space.discuss.notes import can_note
from space.discuss.permissions import can_edit, can_make_wiki, can_moderate
from space.discuss.quoted import Setting
from space.discuss.settling import settled, to_settle
from space.discuss.text import compose
from space.discuss.views.helping import previewed
from space.discuss.views.waiting import waits
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.kit.htmx import is_htmx, whole_page
from space.kit.rules import require
from space.languages import autonym
from space.markup.changes import is_clean


def edit(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    post = find_post(request.reader, pk, number)
    begun = draft_for(to_edit(post), request.reader) if request.method == "GET" else None
    form = _form(request, post, _typed(request), **_begun(begun))
    if request.method == "GET":
        require(form.verdict)
    if wants_preview(request) and form.verdict:
        look = partial(previewed, setting=Setting.of(post))
        return preview_page(request, "discuss/edit.html", form, _about(request, post), look)
    try:
        if "changes" in request.POST and form.verdict:
            return _changes_page(request, form, post)
        if form.is_valid():
            with reasons_to(form):
                edited = edit_post(post, by=request.user, **form.changes)
                titles = (form.changes.get("title", ""), edited.topic.title, post.topic.title)
                return _saved(request, edited, waits_with=is_kept_back(*({"title": one} for one in titles)))
    except Clash as clash:
        return _clash_page(request, post, clash.outcome)
    return form_page(request, "discuss/edit.html", form, _about(request, post, begun))


def wiki(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """What it means that members edit a post together, and the button that begins or ends it."""
    post = find_post(request.reader, pk, number)
    require(can_make_wiki(request.reader, post))
    if request.method != "POST":
        return render(request, "discuss/wiki.html", {"topic": post.topic, "post": post})
    turn = end_wiki if request.POST.get("end") else make_wiki
    turn(post, by=request.user)
    return redirect(place_of(post.topic, number))


def _begun(draft: Draft | None) -> dict[str, Any]:
    """A draft keeps what is said: of a note that was taken away, that there was one."""
    begun = filled(draft, {})
    return {NOTE: "", **begun} if begun.get("noted") else begun


def _typed(request: Request) -> QueryDict | None:
    """What was sent, without the lines that we put around two versions of a paragraph."""
    if request.method != "POST":
        return None
    typed = request.POST.copy()
    if typed.get("clashed"):
        typed["text"] = settled(typed.get("text", ""))
    return typed


def _form(request: Request, post: Post, typed: QueryDict | None, **initial: Any) -> EditForm:
    moderates = bool(can_moderate(request.reader, post.topic.category))
    removes = moderates and not post.is_wiki and post.author_id != request.reader.pk
    began = {
        "text": post.source,
        "language": post.language,
        "title": post.topic.title,
        "hide_before": removes if typed is None else "hide_before" in typed,
        "began": began_at(post),
        NOTE: post.content_note,
        "noted": post.content_note,
        "draft": request.POST.get("draft", ""),
    }
    return EditForm(
        typed,
        reader=request.reader,
        verdict=can_edit(request.reader, post),
        language=post.language,
        with_title=post.number == 1,
        with_hiding=removes,
        with_note=bool(can_note(request.reader, post)),
        initial={**began, **initial},
    )


def _about(request: Request, post: Post, begun: Draft | None = None) -> dict[str, Any]:
    return {
        "topic": post.topic,
        "post": post,
        "desk": desk_for(request, to_edit(post), SAVE, draft=begun, cancel=post.get_absolute_url()),
        "may_make_wiki": bool(can_make_wiki(request.reader, post)),
    }


def _saved(request: Request, post: Post, *, waits_with: bool) -> HttpResponse:
    """`waits_with`: its topic is called as before, until somebody looked at the new title."""
    if post.met:
        told = pgettext("edit", "{names} has changed other paragraphs meanwhile. Both changes are kept.")
        messages.success(request, format_html(told, names=named_html(post.met)))
    place = place_of(post.topic, post.number)
    if waits_with and not post.hidden_at:
        return lead_to_what_waits(request, place)
    return waits(request, reverse("discuss:latest")) if post.hidden_at else redirect(place)


def _changes_page(request: Request, form: EditForm, post: Post) -> HttpResponse:
    """What saving would change: the same form, and the difference; nothing is checked yet."""
    typed = {name: request.POST[name] for name in form.fields if name in request.POST}
    said = Typed(form.data.get("text", ""), typed.get("title", "").strip(), typed.get("language", ""))
    outcome = put_together(post, said, typed.get("began", ""))
    if not outcome.is_clean:
        raise Clash(outcome)
    composed = compose(
        outcome.text,
        by=request.reader,
        language=outcome.language,
        otherwise=post.language,
        setting=Setting.of(post),
    )
    titles = (post.topic.title, outcome.title) if post.number == 1 else ("", "")
    changes = what_changes((post.html, composed.rendered.html), composed.language, titles)
    context = {**_about(request, post), "changes": changes, "met": _met(outcome)}
    if is_htmx(request):
        return render(request, "discuss/_changes.html", context)
    form = _form(request, post, None, **{**typed, "hide_before": "hide_before" in typed})
    return render(request, "discuss/edit.html", {**context, "form": form, "verdict": form.verdict})


def _clash_page(request: Request, post: Post, outcome: Outcome) -> HttpResponse:
    """The form with both versions of what both changed. Saving it again begins from the post as it is now."""
    now = find_post(request.reader, post.topic_id, post.number)
    form = _form(
        request,
        now,
        None,
        text=to_settle(outcome.pieces, outcome.by),
        title=outcome.title,
        language=outcome.language,
        **{name: request.POST[name] for name in ("summary", NOTE, "noted") if name in request.POST},
        hide_before="hide_before" in request.POST,
        clashed="yes",
    )
    clash = {
        "names": _met(outcome),
        "in_text": not is_clean(outcome.pieces),
        "title": now.topic.title if "title" in outcome.differ else "",
        "language": autonym(now.language) if now.language and "language" in outcome.differ else "",
        "html": rendered(outcome.base.html, now.html) if outcome.base else mark_safe(now.html),
        "knows_base": outcome.base is not None,
        **in_language(now.language),
    }
    context = {**_about(request, now), "form": form, "verdict": form.verdict, "clash": clash}
    response = render(request, "discuss/edit.html", context, status=409)
    return whole_page(response) if is_htmx(request) else response


def _met(outcome: Outcome) -> str:
    return named_html(outcome.by) if outcome.by else ""
