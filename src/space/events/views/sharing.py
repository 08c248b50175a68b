from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.topic_page import who_reads
from space.events.finding import find_event


@require_safe
def share(request: Request, slug: str, pk: int) -> HttpResponse:
    """The address that never changes in a field, for where no script can hand it on."""
    event = find_event(request.reader, pk)
    context = {
        "topic": event.topic,
        "heading": pgettext("page title", "Share this event"),
        "address": settings.ORIGIN + reverse("events:short", args=[pk]),
        "who_reads": who_reads(event.topic),
    }
    return render(request, "discuss/share.html", context)
