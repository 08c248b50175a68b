"""What is done to a topic as a whole at one press, and the page for pinning it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.actions import (
    choose_answer,
    list_topic,
    pin_topic,
    take_back_answer,
    unlist_topic,
    unpin_topic,
)
from space.discuss.addresses import place_of
from space.discuss.models import Post, Topic
from space.discuss.topic_forms import PinForm
from space.discuss.topic_rules import (
    can_choose_answer,
    can_pin,
    can_unlist,
)
from space.kit.rules import Verdict, require

_RELATED = ("category", "closure", "pin", "answer")


def topic_for(request: Request, pk: int, rule: Callable[[Reader, Topic], Verdict] | None = None) -> Topic:
    """The topic with what rules ask about it; a 404 for who may not see it, a 403 for whom the rule refuses."""
    topic = get_object_or_404(Topic.objects.visible_to(request.reader).select_related(*_RELATED), pk=pk)
    if rule:
        require(rule(request.reader, topic))
    return topic


def pin(request: Request, slug: str, pk: int) -> HttpResponse:
    topic = topic_for(request, pk, can_pin)
    now: Any = getattr(topic, "pin", None)
    initial = {"where": PinForm.EVERYWHERE if now and now.everywhere else PinForm.CATEGORY}
    form = PinForm(request.POST or None, reader=request.reader, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        everywhere = data["where"] == PinForm.EVERYWHERE
        topic = pin_topic(topic, by=request.user, everywhere=everywhere, until=data["until"])
        messages.success(
            request, pgettext("pinning", "It stands on top, for who has not read it to its end.")
        )
        return redirect(topic)
    context = {"topic": topic, "form": form}
    return render(request, "discuss/pin.html", context, status=422 if form.is_bound else 200)


@require_POST
def unpin(request: Request, pk: int) -> HttpResponse:
    return redirect(unpin_topic(topic_for(request, pk, can_pin), by=request.user))


@require_POST
def unlist(request: Request, pk: int) -> HttpResponse:
    topic = unlist_topic(topic_for(request, pk, can_unlist), by=request.user)
    messages.success(
        request, pgettext("topic", "Lists leave this topic out. Who has its address reads it as before.")
    )
    return redirect(topic)


@require_POST
def list_again(request: Request, pk: int) -> HttpResponse:
    return redirect(list_topic(topic_for(request, pk, can_unlist), by=request.user))


@require_POST
def accept(request: Request, pk: int, number: int) -> HttpResponse:
    """This post answers the question."""
    topic = topic_for(request, pk, can_choose_answer)
    replies = Post.objects.visible_to(request.reader).filter(topic=topic, number__gt=1)
    post = get_object_or_404(replies.select_related("topic"), number=number)
    topic = choose_answer(post, by=request.user)
    return redirect(place_of(topic, number))


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    topic = topic_for(request, pk, can_choose_answer)
    return redirect(take_back_answer(topic, by=request.user))
