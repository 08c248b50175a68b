"""Starting and replying. Whoever wrote something gets it back with the reason when it cannot go on."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from space import markup
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.actions import start_topic, write_reply
from space.discuss.addresses import place_of
from space.discuss.finding import find_topic
from space.discuss.forms import ReplyForm, TopicForm, WritingForm
from space.discuss.models import Kind, Post, Topic
from space.discuss.permissions import can_reply, can_write
from space.discuss.rooms import room
from space.discuss.text import compose
from space.kit.rules import require


def start(request: Request, kind: Kind = Kind.CONVERSATION) -> HttpResponse:
    """Begin a conversation, or (at another address) ask a question."""
    context = {"asks": kind == Kind.QUESTION, "action": request.path}
    chosen = room(request.reader, request.GET.get("category", ""))
    initial = {"category": chosen, "tags": request.GET.get("tags", ""), "title": request.GET.get("title", "")}
    form = TopicForm(
        request.POST or None, reader=request.reader, verdict=can_write(request.reader), initial=initial
    )
    if wants_preview(request) and form.verdict:
        return preview_page(request, "discuss/start.html", form, context)
    if form.is_valid():
        data = form.cleaned_data
        with reasons_to(form):
            topic = start_topic(
                data["category"],
                by=request.user,
                title=data["title"],
                tags=data["tags"],
                kind=kind,
                **form.given,
            )
            return redirect(topic)
    return form_page(request, "discuss/start.html", form, context)


def reply(request: Request, slug: str, pk: int) -> HttpResponse:
    topic, _ = find_topic(request.reader, pk)
    answered = _answered(request, topic)
    initial = {"post": answered.number, "text": _quotation(answered, request)} if answered else {}
    verdict = can_reply(request.reader, topic)
    form = ReplyForm(
        request.POST or None, reader=request.reader, verdict=verdict, language=topic.language, initial=initial
    )
    context = {"topic": topic, "answered": answered}
    if wants_preview(request) and verdict:
        return preview_page(request, "discuss/reply.html", form, context)
    if form.is_valid():
        with reasons_to(form):
            post = write_reply(topic, by=request.user, reply_to=answered, **form.given)
            return redirect(place_of(post.topic, post.number))
    return form_page(request, "discuss/reply.html", form, context)


@require_POST
def preview(request: Request) -> HttpResponse:
    """How a text will look: the piece for pages that can swap it in."""
    require(can_write(request.reader))
    return render(
        request,
        "discuss/_preview.html",
        previewed(request.POST.get("text", ""), request.POST.get("language", ""), request.reader),
    )


class reasons_to:  # noqa: N801
    """What an action refuses inside becomes the form's error, beside the text that was typed."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if isinstance(error, ValidationError):
            self.form.add_error(None, error)
            return True
        return False


def wants_preview(request: Request) -> bool:
    return request.method == "POST" and "preview" in request.POST


def preview_page(request: Request, template: str, form: WritingForm, context: dict[str, Any]) -> HttpResponse:
    """The form again with what was typed and how it will look; nothing is checked yet."""
    shown = previewed(request.POST.get("text", ""), request.POST.get("language", ""), request.reader)
    form.show_again(request.POST)
    return render(request, template, {**context, "form": form, **shown})


def previewed(text: str, language: str, reader: Reader) -> dict[str, Any]:
    composed = compose(text, by=reader, language=language)
    return {"preview": mark_safe(composed.rendered.html), "preview_language": composed.language}


def form_page(request: Request, template: str, form: WritingForm, context: dict[str, Any]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, template, {**context, "form": form, "verdict": form.verdict}, status=status)


def _answered(request: Request, topic: Topic) -> Post | None:
    """The post that is replied to, if the address or the form names one."""
    number = request.POST.get("post") or request.GET.get("post") or request.GET.get("quote") or ""
    if not number.isdecimal() or len(number) > 9:
        return None
    posts = Post.objects.visible_to(request.reader).select_related("author")
    return posts.filter(topic=topic, number=int(number)).first()


def _quotation(post: Post, request: Request) -> str:
    if "quote" not in request.GET:
        return ""
    address = reverse("discuss:post", args=[post.topic.slug, post.topic_id, post.number])
    return markup.quotation(post.author.name, post.number, address, post.source, post.language)
