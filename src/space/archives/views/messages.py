"""Archived messages by their permalink."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from space.accounts.requests import Request
from space.archives.models import ArchivedMessage
from space.discuss.addresses import place_of


def message(request: Request, key: str) -> HttpResponse:
    """Leads to the post. The key is what Mailman calls the Message-ID-Hash."""
    post = _find(request, key).post
    return redirect(place_of(post.topic, post.number))


def whole(request: Request, key: str) -> HttpResponse:
    """The whole text of a message that is too long for its page, with addresses masked like there."""
    response = HttpResponse(_find(request, key).post.source, content_type="text/plain; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response


def _find(request: Request, key: str) -> ArchivedMessage:
    messages = ArchivedMessage.objects.visible_to(request.reader).select_related("post__topic")
    return get_object_or_404(messages, key=key.upper())
