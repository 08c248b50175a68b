"""Questions to a group: their list, the form in which one asks, what owners decide, and who answers for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.actions import PEOPLE
from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.actions import asking as actions
from space.discuss.actions import start_topic
from space.discuss.addresses import place_of
from space.discuss.asking import shown
from space.discuss.asking.forms import AskGroupForm, QuestionsForm
from space.discuss.asking.known import Asked, asked_group, room_of
from space.discuss.asking.rules import can_ask_group, can_mark, can_take_questions, can_unmark
from space.discuss.composer import POST_QUESTION, desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.drafts.purposes import to_ask
from space.discuss.finding import find_post
from space.discuss.models import Asking, Category, Kind, Topic
from space.discuss.similar import similar_topics
from space.discuss.views.waiting import is_held, waits
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.groups.actions import GROUPS
from space.groups.models import Group
from space.kit.rules import require
from space.membership.shown import group_page
from space.membership.views.finding import find_group
from space.web.pagecache import page_for_everybody


@require_safe
@page_for_everybody(GROUPS, PEOPLE, "lists", "rooms", parameters=shown.PARAMETERS)
def questions(request: Request, slug: str) -> HttpResponse:
    """All that this group was asked, of which some waits and some is answered."""
    group, asked = _asked(request, slug)
    context = {
        **group_page.frame(group, request.reader, "questions"),
        **shown.page_of(asked, shown.Wanted.of(request.GET), request.reader),
    }
    return render(request, "discuss/questions.html", context)


def ask(request: Request, slug: str) -> HttpResponse:
    group, asked = _asked(request, slug)
    room, purpose = room_of(asked), to_ask(group.pk)
    begun = draft_for(purpose, request.reader) if request.method == "GET" else None
    form = AskGroupForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_ask_group(request.reader, room),
        room=room,
        initial=filled(begun, {"text": room.template if room else ""}),
    )
    desk = desk_for(request, purpose, POST_QUESTION, draft=begun, cancel=asked.url)
    context = {"group": group, "desk": desk, **shown.about(asked)}
    if wants_preview(request) and form.verdict:
        context["similar"] = similar_topics(request.reader, request.POST.get("title", ""))
        return preview_page(request, "discuss/ask_group.html", form, context)
    if form.is_valid() and room:
        with reasons_to(form):
            topic = _ask(request, form, group, room)
            return waits(request, asked.url) if is_held(topic) else redirect(topic)
    return form_page(request, "discuss/ask_group.html", form, context)


def _ask(request: Request, form: AskGroupForm, group: Group, room: Category) -> Topic:
    given = {**form.named, **form.given, "kind": Kind.QUESTION, "asked": group}
    return start_topic(room, by=request.user, **given)


@login_required
def settings(request: Request, slug: str) -> HttpResponse:
    """Whether the group takes questions, for its owners to decide."""
    group = find_group(request, slug)
    require(can_take_questions(request.reader, group))
    asking = Asking.objects.filter(group=group).first()
    form = QuestionsForm.of(asking, request.POST if request.method == "POST" else None, request.reader)
    if form.is_valid():
        with reasons_to(form):
            return _decided(request, group, form, before=asking.about if asking else "")
    context = {**group_page.frame(group, request.reader, "change"), "form": form}
    return render(request, "discuss/questions_settings.html", context, status=422 if form.is_bound else 200)


def _decided(request: Request, group: Group, form: QuestionsForm, before: str) -> HttpResponse:
    """`before`: what was said of it until now."""
    if form.cleaned_data["takes"]:
        said = {name: form.cleaned_data[name] for name in ("about", "category")}
        asking = actions.take_questions(group, by=request.user, **said)
        if is_kept_back({"about": said["about"]}, {"about": asking.about}, {"about": before}):
            return lead_to_what_waits(request, group.get_absolute_url())
        messages.success(request, pgettext("group", "Everybody can ask this group now."))
    else:
        actions.stop_questions(group, by=request.user)
        messages.success(request, pgettext("group", "This group takes no questions now."))
    return redirect(group)


@require_POST
def mark(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """This post answers for the group that was asked."""
    post = find_post(request.reader, pk, number)
    require(can_mark(request.reader, post))
    return redirect(place_of(actions.mark(post, by=request.user).topic, number))


@require_POST
def unmark(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    post = find_post(request.reader, pk, number)
    require(can_unmark(request.reader, post))
    return redirect(place_of(actions.unmark(post, by=request.user).topic, number))


def _asked(request: Request, slug: str) -> tuple[Group, Asked]:
    """Or 404 where everybody may not know of the group, or it never took questions."""
    group = find_group(request, slug)
    asked = asked_group(group.pk)
    if asked is None:
        raise Http404
    return group, asked
