"""Two pages: on one somebody chooses posts, on the other where they go, and looks at what will happen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import npgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.actions import move_posts, split_topic
from space.discuss.actions.moving_choice import nothing_there, whole_topic
from space.discuss.addresses import place_of
from space.discuss.models import Kind, Topic
from space.discuss.moved import place_of_moved
from space.discuss.steering.chosen import Chosen
from space.discuss.steering.forms import NEW, THERE, MoveForm
from space.discuss.steering.plan import Plan, plan_of
from space.discuss.steering.rows import ON_A_PAGE, chosen_in, rows_on
from space.discuss.topic_forms import SAY_WIDER
from space.discuss.topic_rules import can_move_posts
from space.discuss.views.steering import topic_for
from space.discuss.views.writing import reasons_to
from space.kit.paging import Page
from space.kit.rules import require
from space.web.choosing import if_ours, way_back


@require_safe
def choose(request: Request, slug: str, pk: int) -> HttpResponse:
    """A page of posts with boxes. Nothing changes: what is chosen goes along in the address."""
    topic = topic_for(request, pk, can_move_posts)
    wrong, chosen = "", Chosen()
    try:
        chosen = chosen_in(request.GET, topic, request.reader)
    except ValidationError as unclear:
        wrong = str(unclear.message)
    goes = "go" in request.GET
    if goes and chosen:
        return redirect(_address("move_posts_to", topic, posts=str(chosen), **_back(request)))
    page = Page.asked(request.GET.get("page"), size=ON_A_PAGE, total=topic.highest_number)
    context = {
        "topic": topic,
        "text": request.GET.get("posts", "") if wrong else str(chosen),
        "wrong": wrong,
        "nothing": goes and not wrong,
        "rows": rows_on(topic, page, chosen, request.reader),
        "page": page,
        "next": _next(request),
    }
    return render(request, "discuss/move.html", context, status=422 if wrong or goes else 200)


def move(request: Request, slug: str, pk: int) -> HttpResponse:
    """Where they go. The first press tells what will happen, the second does what was told."""
    topic = topic_for(request, pk)
    if request.method != "POST":
        require(can_move_posts(request.reader, topic))
    form = MoveForm(request.POST or None, reader=request.reader, source=topic, initial=_begin(request, topic))
    plan = None
    if form.is_valid():
        plan = plan_of(topic, form.cleaned_data["posts"], form.into, request.reader)
        _refuse_what_cannot_be(form, plan)
        if form.is_valid() and request.POST.get("looked") == plan.name and _says_wider(form, plan):
            with reasons_to(form):
                return _done(request, topic, _moved(request, topic, form, plan), plan)
    context = {
        "topic": topic,
        "form": form,
        "plan": plan,
        "chosen": form.data.get("posts") or form.initial["posts"],
        "choose": _choose_again(request, topic, form),
        "next": _next(request),
    }
    return render(request, "discuss/move_to.html", context, status=422 if form.errors else 200)


def _begin(request: Request, topic: Topic) -> dict[str, Any]:
    """The whole of a topic can only go to one that is there."""
    posts = request.GET.get("posts", "")
    return {
        "posts": posts,
        "where": THERE if posts == str(Chosen().and_from(1)) else NEW,
        "category": topic.category,
        "tags": ", ".join(topic.tags.values_list("name", flat=True)) if request.method != "POST" else "",
    }


def _refuse_what_cannot_be(form: MoveForm, plan: Plan) -> None:
    if not plan.posts:
        form.add_error(None, nothing_there())
    elif plan.whole and form.cleaned_data["where"] == NEW:
        form.add_error("where", whole_topic())


def _says_wider(form: MoveForm, plan: Plan) -> bool:
    if plan.wider and not form.cleaned_data["wider"]:
        form.add_error("wider", SAY_WIDER)
    return form.is_valid()


def _moved(request: Request, topic: Topic, form: MoveForm, plan: Plan) -> Topic:
    data: dict[str, Any] = form.cleaned_data
    how = {"by": request.user, "seen": plan.posts, "reason": data["reason"]}
    if isinstance(form.into, Topic):
        return move_posts(topic, data["posts"], form.into, **how)
    named = {name: data[name] for name in ("title", "tags", "category")}
    return split_topic(topic, data["posts"], kind=Kind(data["kind"] or Kind.CONVERSATION), **named, **how)


def _done(request: Request, source: Topic, into: Topic, plan: Plan) -> HttpResponse:
    told = npgettext("moving posts", "%(n)d post is moved.", "%(n)d posts are moved.", plan.posts)
    messages.success(request, told % {"n": plan.posts})
    if request.POST.get("next"):
        return redirect(way_back(request))
    return redirect(place_of(into, place_of_moved(source, into)))


def _choose_again(request: Request, topic: Topic, form: MoveForm) -> str:
    posts = form.data.get("posts") or form.initial["posts"]
    return _address("move_posts", topic, posts=posts, **_back(request))


def _back(request: Request) -> dict[str, str]:
    back = _next(request)
    return {"next": back} if back else {}


def _next(request: Request) -> str:
    """Where somebody came from, such as a case."""
    return if_ours(request, request.POST.get("next") or request.GET.get("next", ""))


def _address(name: str, topic: Topic, **query: str) -> str:
    return f"{reverse(f'discuss:{name}', args=[topic.slug, topic.pk])}?{urlencode(query)}"
