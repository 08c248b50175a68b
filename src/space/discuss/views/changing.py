"""The page on which a topic gets another title, category or tags."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.actions import change_topic
from space.discuss.models import Topic
from space.discuss.topic_forms import ChangeForm
from space.discuss.topic_rules import can_change
from space.discuss.views.steering import topic_for
from space.discuss.views.writing import reasons_to
from space.kit.rules import require


def change(request: Request, slug: str, pk: int) -> HttpResponse:
    topic = topic_for(request, pk)
    if request.method != "POST":
        require(can_change(request.reader, topic))
    tags = [tag.name for tag in topic.tags.all()]
    form = ChangeForm(request.POST or None, reader=request.reader, topic=topic, tags=tags)
    if form.is_valid():
        with reasons_to(form):
            if form.wanted:
                before, topic = topic, change_topic(topic, by=request.user, **form.wanted)
                if _is_kept_back(form.wanted.get("title"), topic, before):
                    return lead_to_what_waits(request, topic.get_absolute_url())
                messages.success(
                    request, pgettext("changing", "It is changed. The page says what was before.")
                )
            return redirect(topic)
    context = {"topic": topic, "form": form}
    return render(request, "discuss/change.html", context, status=422 if form.is_bound else 200)


def _is_kept_back(title: str | None, now: Topic, before: Topic) -> bool:
    return is_kept_back({"title": title or ""}, {"title": now.title}, {"title": before.title})
