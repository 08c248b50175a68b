"""Asking that a message be taken down, and deciding about it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import npgettext
from django.views.decorators.http import require_POST

from space.accounts.addresses import asker_of
from space.accounts.requests import Request
from space.archives.actions import ask_takedown, decline, redact
from space.archives.forms import DecisionForm, TakedownForm
from space.archives.models import ArchivedMessage, TakedownRequest
from space.archives.permissions import can_decide_takedowns
from space.discuss.models import Post, Topic
from space.kit import clock
from space.kit.paging import Page
from space.kit.rules import require
from space.web.times import day

_A_PAGE = 30


def ask(request: Request, pk: int) -> HttpResponse:
    """For everybody, with an account or without."""
    topic = get_object_or_404(Topic.objects.visible_to(request.reader).filter(kind="archived"), pk=pk)
    initial = {"number": request.GET.get("post", "")}
    form = TakedownForm(request.POST or None, posts=_posts(request, topic), initial=initial)
    if form.is_valid() and _asked(request, topic, form):
        return render(request, "archives/takedown_asked.html", {"topic": topic})
    status = 422 if form.is_bound else 200
    return render(request, "archives/takedown.html", {"topic": topic, "form": form}, status=status)


def _posts(request: Request, topic: Topic) -> list[tuple[int, str]]:
    """The posts to choose from: number, author, day. The name is isolated, so that it turns nothing around."""
    posts = Post.objects.visible_to(request.reader).filter(topic=topic).in_order()
    rows = posts.values_list("number", "author__name", "created_at")
    return [(number, f"{number} · \u2068{name}\u2069 · {day(at, clock.now())}") for number, name, at in rows]


def _asked(request: Request, topic: Topic, form: TakedownForm) -> bool:
    """Whether the request was made; otherwise the form says why not."""
    data = form.cleaned_data
    messages = ArchivedMessage.objects.visible_to(request.reader).filter(post__topic=topic)
    message = get_object_or_404(messages, post__number=data["number"])
    user = request.user if request.reader.is_authenticated else None
    who = asker_of(request)
    try:
        ask_takedown(message, who=who, by=user, words=data["words"], contact=data["contact"], key=data["key"])
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def queue(request: Request) -> HttpResponse:
    """All requests for administrators, open ones first."""
    require(can_decide_takedowns(request.reader))
    rows = TakedownRequest.objects.select_related(
        "message__post__topic", "message__post__author", "decided_by"
    )
    page = Page.asked(request.GET.get("page"), size=_A_PAGE, total=rows.count())
    shown = rows.order_by(F("decided_at").desc(nulls_first=True), "-pk")[page.first - 1 : page.last]
    context = {"requests": shown, "pager": _pager(page), "form": DecisionForm()}
    return render(request, "archives/takedowns.html", context)


def _pager(page: Page) -> dict[str, Any]:
    told = npgettext("takedown", "%(n)d request", "%(n)d requests", page.total) % {"n": page.total}
    return {
        "pages": [
            {"number": n, "url": f"?page={n}", "current": n == page.number} if n else None
            for n in page.around
        ],
        "previous": f"?page={page.number - 1}" if page.has_previous else "",
        "next": f"?page={page.number + 1}" if page.has_next else "",
        "what": told,
    }


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    require(can_decide_takedowns(request.reader))
    asked = get_object_or_404(TakedownRequest, pk=pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return render(request, "archives/decide.html", {"asked": asked, "form": form}, status=422)
    act = redact if form.cleaned_data["decision"] == "redact" else decline
    act(asked, by=request.user, reason=form.cleaned_data["reason"])
    return redirect("archives:takedowns")
