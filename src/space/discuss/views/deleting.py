"""Posts and topics are taken out after a page has asked, and brought back at one press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import delete_post, delete_topic, restore_post, restore_topic
from space.discuss.addresses import place_of
from space.discuss.deleted import deleted_things, look_after
from space.discuss.models import Post, Topic
from space.discuss.permissions import (
    can_moderate,
    moderates_something,
)
from space.discuss.topic_forms import DeleteForm
from space.discuss.topic_numbers import DELETED_SHOWN_HOURS
from space.discuss.topic_rules import (
    can_bring_back,
    can_delete,
    can_delete_topic,
)
from space.discuss.views.steering import topic_for
from space.discuss.views.writing import reasons_to
from space.kit.rules import Refusal, require

_RELATED = ("topic__category", "topic__closure", "author")


def post(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    posts = Post.objects.visible_to(request.reader).select_related(*_RELATED)
    found = get_object_or_404(posts, topic=pk, number=number)
    require(can_delete(request.reader, found))
    form = _form(request, own=found.author_id == request.reader.pk)
    if form.is_valid():
        with reasons_to(form):
            delete_post(found, by=request.user, reason=form.cleaned_data.get("reason", ""))
            return redirect(place_of(found.topic, number))
    return _page(request, form, topic=found.topic, post=found)


def topic(request: Request, slug: str, pk: int) -> HttpResponse:
    found = topic_for(request, pk, can_delete_topic)
    moderates = bool(can_moderate(request.reader, found.category))
    form = _form(request, own=not moderates)
    if form.is_valid():
        with reasons_to(form):
            reason = form.cleaned_data.get("reason", "")
            delete_topic(found, by=request.user, reason=reason, if_alone=not moderates)
            messages.success(
                request, pgettext("deleting", "The topic is deleted. Moderators can bring it back.")
            )
            return redirect(found.category or reverse("discuss:latest"))
    return _page(request, form, topic=found, post=None)


@require_POST
def post_again(request: Request, pk: int, number: int) -> HttpResponse:
    found = _deleted(request, pk, number)
    require(can_bring_back(request.reader, found))
    restore_post(found, by=request.user)
    return redirect(place_of(found.topic, number))


@require_POST
def topic_again(request: Request, pk: int) -> HttpResponse:
    topics = Topic.objects.deleted_for(request.reader, look_after(request.reader)).select_related("category")
    found = get_object_or_404(topics, pk=pk)
    require(can_moderate(request.reader, found.category))
    restore_topic(found, by=request.user)
    return redirect(found)


def look(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """What a deleted post said, for who decides whether it comes back."""
    found = _deleted(request, pk, number)
    require(can_moderate(request.reader, found.topic.category))
    context = {"topic": found.topic, "post": found, "deletion": found.deletion}
    return render(request, "discuss/deleted_post.html", context)


def everything(request: Request) -> HttpResponse:
    """All that this moderator can bring back, the newest first."""
    if not moderates_something(request.reader):
        require(Refusal(pgettext("refusal", "This page is for moderators.")))
    return render(request, "discuss/deleted.html", deleted_things(request.reader, request.GET.get("page")))


def _deleted(request: Request, pk: int, number: int) -> Post:
    posts = Post.objects.deleted_for(request.reader, look_after(request.reader))
    return get_object_or_404(posts.select_related(*_RELATED, "deletion__by"), topic=pk, number=number)


def _form(request: Request, *, own: bool) -> DeleteForm:
    """A form without a field is sent too: what counts is that somebody pressed the button."""
    return DeleteForm(request.POST if request.method == "POST" else None, own=own)


def _page(request: Request, form: DeleteForm, **context: Any) -> HttpResponse:
    context |= {"form": form, "hours": DELETED_SHOWN_HOURS()}
    return render(request, "discuss/delete.html", context, status=422 if form.is_bound else 200)
