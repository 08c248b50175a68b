from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import close_topic, reopen_topic
from space.discuss.forms import CloseForm
from space.discuss.models import Topic
from space.discuss.permissions import can_close
from space.kit.htmx import answer
from space.kit.rules import require


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    topic = _topic(request, pk)
    form = CloseForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    topic = close_topic(topic, by=request.user, reason=reason)
    return answer(
        request, "discuss/_closing.html", {"topic": topic, "close_form": CloseForm()}, back_to=topic
    )


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    topic = reopen_topic(_topic(request, pk), by=request.user)
    return answer(
        request, "discuss/_closing.html", {"topic": topic, "close_form": CloseForm()}, back_to=topic
    )


def _topic(request: Request, pk: int) -> Topic:
    """The topic, if this reader may decide whether it is open."""
    topics = Topic.objects.visible_to(request.reader).select_related("category", "closure")
    topic = get_object_or_404(topics, pk=pk)
    require(can_close(request.reader, topic))
    return topic
