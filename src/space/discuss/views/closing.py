from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import close_topic, reopen_topic
from space.discuss.closings import ending_of, topic_at
from space.discuss.forms import CloseForm
from space.discuss.models import Topic
from space.discuss.permissions import can_close
from space.kit.htmx import answer, whole_page
from space.kit.rules import require


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    topic = _topic(request, pk)
    form = CloseForm(request.POST)
    data = form.cleaned_data if form.is_valid() else {}
    address = data.get("goes_on", "")
    goes_on = topic_at(address, request.reader) if address else None
    if address and (goes_on is None or goes_on.pk == topic.pk):
        words = pgettext(
            "form", "There is no other topic at this address. Copy it from the bar of your browser."
        )
        form.add_error("goes_on", ValidationError(words, code="nowhere"))
        return _again(request, topic, form)
    try:
        topic = close_topic(topic, by=request.user, reason=data.get("reason", ""), goes_on=goes_on)
    except ValidationError as error:
        form.add_error(None, error)
        return _again(request, topic, form)
    return _answer(request, topic)


def _again(request: Request, topic: Topic, form: CloseForm) -> HttpResponse:
    """With what was typed."""
    return whole_page(render(request, "discuss/close.html", {"topic": topic, "form": form}, status=422))


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    return _answer(request, reopen_topic(_topic(request, pk), by=request.user))


def _answer(request: Request, topic: Topic) -> HttpResponse:
    context = {"topic": topic, "close_form": CloseForm(), "ending": ending_of(topic, request.reader)}
    return answer(request, "discuss/_closing.html", context, back_to=topic)


def _topic(request: Request, pk: int) -> Topic:
    """The topic, if this reader may decide whether it is open."""
    topics = Topic.objects.visible_to(request.reader).select_related("category", "closure")
    topic = get_object_or_404(topics, pk=pk)
    require(can_close(request.reader, topic))
    return topic
