"""Who is in a private conversation, and how one goes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.models import User
from space.accounts.requests import Request
from space.discuss.models import Audience, Participant, Topic
from space.discuss.permissions import can_reply
from space.discuss.views.writing import reasons_to
from space.kit.rules import require
from space.messages.actions import accept, add_people, leave, put_away, show_before
from space.messages.forms import AddForm
from space.messages.people_shown import rows_of
from space.messages.permissions import can_message


@login_required
def people(request: Request, pk: int) -> HttpResponse:
    """Who is in it, with the form by which more are added."""
    topic = _seen(request, pk)
    may_add = can_message(request.reader) and can_reply(request.reader, topic)
    if request.method == "POST":
        require(can_message(request.reader))
        require(can_reply(request.reader, topic))
    form = AddForm(request.POST or None, reader=request.reader)
    if form.is_valid():
        with reasons_to(form):
            to, text = form.cleaned_data["to"], form.cleaned_data["text"]
            post = add_people(topic, by=request.user, text=text, people=to.people, groups=to.groups)
            return redirect(post)
    context = {"topic": topic, "rows": rows_of(topic, request.reader), "form": form if may_add else None}
    return render(request, "messages/people.html", context, status=422 if form.is_bound else 200)


@login_required
def go(request: Request, pk: int) -> HttpResponse:
    """Leave, after a question."""
    topic = _mine(request, pk)
    if request.method != "POST":
        return render(request, "messages/leave.html", {"topic": topic})
    leave(topic, by=request.user)
    messages.success(request, pgettext("message", "You have left this conversation."))
    return redirect("messages:inbox")


@login_required
@require_POST
def archive(request: Request, pk: int) -> HttpResponse:
    topic, away = _mine(request, pk), request.POST.get("away") != "no"
    put_away(topic, by=request.user, away=away)
    if not away:
        return redirect(topic)
    messages.success(request, pgettext("message", "It is in your archive until somebody writes again."))
    return redirect("messages:inbox")


@login_required
@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    """Take what a stranger wrote, or not."""
    topic = _mine(request, pk)
    if request.POST.get("answer") == "no":
        leave(topic, by=request.user)
        messages.success(request, pgettext("message", "It is gone. Nobody was told why."))
        return redirect("messages:inbox")
    accept(topic, by=request.user)
    return redirect(topic)


@login_required
@require_POST
def show(request: Request, pk: int, person: int) -> HttpResponse:
    """Agree that somebody sees what was said before they came."""
    topic = _mine(request, pk)
    newcomer = get_object_or_404(
        User, pk=get_object_or_404(Participant, topic=topic, person=person).person_id
    )
    if show_before(topic, newcomer.pk, by=request.user):
        told = pgettext("message", "%(name)s can read everything now.")
    else:
        told = pgettext("message", "%(name)s can read it when everybody else has agreed.")
    messages.success(request, told % {"name": newcomer.name})
    return redirect("messages:people", topic.pk)


def _seen(request: Request, pk: int) -> Topic:
    """Those in it see it, and staff while they have opened it."""
    found = Topic.objects.visible_to(request.reader).select_related("category", "closure")
    return get_object_or_404(found, pk=pk, audience=Audience.PEOPLE)


def _mine(request: Request, pk: int) -> Topic:
    topic = _seen(request, pk)
    get_object_or_404(Participant, topic=topic, person=request.reader.pk)
    return topic
