"""Starting and replying. Whoever wrote something gets it back with the reason when it cannot go on."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext

from space import markup
from space.accounts.requests import Request
from space.discuss.actions import read_hint, start_topic, write_reply
from space.discuss.actions.drafts import forget_sent_draft
from space.discuss.addresses import place_of
from space.discuss.asking.known import answered_for
from space.discuss.composer import POST_QUESTION, POST_REPLY, POST_TOPIC, desk_for, hints
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.drafts.purposes import Purpose, to_start
from space.discuss.finding import find_topic
from space.discuss.forms import ReplyForm, TopicForm, WritingForm
from space.discuss.hints import hint_for
from space.discuss.models import Kind, Post, Topic
from space.discuss.moved import post_now, same_readers, topic_now
from space.discuss.permissions import can_moderate, can_reply, can_write
from space.discuss.quoted import Setting
from space.discuss.rooms import categories, room
from space.discuss.similar import similar_topics
from space.discuss.views.helping import Look, previewed
from space.discuss.views.waiting import is_held, waits
from space.kit.htmx import is_htmx


def start(request: Request, kind: Kind = Kind.CONVERSATION) -> HttpResponse:
    """Begin a conversation, or (at another address) ask a question."""
    asks, purpose = kind == Kind.QUESTION, to_start(kind)
    begun = draft_for(purpose, request.reader) if request.method == "GET" else None
    form = TopicForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_write(request.reader),
        initial=filled(begun, _asked_for(request)),
    )
    desk = desk_for(request, purpose, POST_QUESTION if asks else POST_TOPIC, draft=begun)
    templates = [one for one in categories(request.reader) if one.template]
    context = {"asks": asks, "desk": desk, "templates": templates}
    if wants_preview(request) and form.verdict:
        context["similar"] = similar_topics(request.reader, request.POST.get("title", ""))
        return preview_page(request, "discuss/start.html", form, context)
    if form.is_valid():
        data = form.cleaned_data
        with reasons_to(form):
            named = {name: data[name] for name in ("title", "tags")}
            topic = start_topic(data["category"], by=request.user, kind=kind, **named, **form.given)
            return waits(request, data["category"].get_absolute_url()) if is_held(topic) else redirect(topic)
    return form_page(request, "discuss/start.html", form, context)


def reply(request: Request, slug: str, pk: int) -> HttpResponse:
    topic, others_read = _topic_to_answer(request, pk)
    if topic.pk != pk and request.method != "POST" and topic.my_draft is None:
        return redirect("discuss:reply", topic.slug, topic.pk)
    answered = _answered(request, topic, pk)
    verdict = can_reply(request.reader, topic)
    form = ReplyForm(
        request.POST or None,
        reader=request.reader,
        verdict=verdict,
        language=topic.language,
        asked=answered_for(request.reader, topic),
        initial=_begun_reply(request, topic, pk, answered),
    )
    hint = hints(topic, request) if verdict else ""
    much = hint_for(topic)
    purpose = Purpose("reply", pk)
    desk = desk_for(request, purpose, POST_REPLY, draft=topic.my_draft, hint=hint, much=much)
    context = {"topic": topic, "answered": answered, "desk": desk}
    if "hint_read" in request.POST and verdict:
        return _knows(request, topic, form, context)
    if wants_preview(request) and verdict:
        look = partial(previewed, setting=Setting(topic))
        return preview_page(request, "discuss/reply.html", form, context, look)
    if others_read and form.is_bound:
        form.add_error(None, others_read)
    if form.is_valid():
        with reasons_to(form):
            return _sent(request, topic, purpose, answered, form)
        if form.has_error(NON_FIELD_ERRORS, "gone") and topic_now(request.reader, topic.pk):
            # It went into another topic in this moment: there the reply goes as well.
            return reply(request, slug, pk)
    return form_page(request, "discuss/reply.html", form, context)


def _sent(
    request: Request, topic: Topic, purpose: Purpose, answered: Post | None, form: ReplyForm
) -> HttpResponse:
    slowly = not can_moderate(request.reader, topic.category)
    post = write_reply(topic, by=request.user, reply_to=answered, unhurried=slowly, **form.given)
    if topic.pk != purpose.pk:
        forget_sent_draft(purpose.key, by=request.user, version=form.given["draft"], form=form.given["key"])
    place = place_of(topic, topic.last_number if post.hidden_at else post.number)
    return waits(request, place) if post.hidden_at else redirect(place)


def _knows(request: Request, topic: Topic, form: ReplyForm, context: dict[str, Any]) -> HttpResponse:
    """They have read that they wrote much here. Without a script the form comes back with what was typed."""
    read_hint(topic, request.user)
    if is_htmx(request):
        return HttpResponse()
    form.show_again(request.POST)
    desk = replace(context["desk"], much="")
    return render(
        request, "discuss/reply.html", {**context, "form": form, "desk": desk, "verdict": form.verdict}
    )


class reasons_to:  # noqa: N801
    """What an action refuses inside becomes the form's error, beside the text that was typed."""

    def __init__(self, form: Form, field: str | None = None) -> None:
        self.form, self.field = form, field

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if isinstance(error, ValidationError):
            self.form.add_error(self.field, error)
            return True
        return False


def wants_preview(request: Request) -> bool:
    return request.method == "POST" and "preview" in request.POST


def preview_page(
    request: Request, template: str, form: WritingForm, context: dict[str, Any], look: Look = previewed
) -> HttpResponse:
    """The form again with what was typed and how it will look; nothing is checked yet."""
    form.show_again(request.POST)
    if not request.POST.get("text", "").strip():
        form.initial["text"] = _template(request, request.POST.get("category", ""))
    told = look(request)
    form.offer(one["code"] for one in told["likely"])
    return render(request, template, {**context, "form": form, **told})


def form_page(request: Request, template: str, form: WritingForm, context: dict[str, Any]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, template, {**context, "form": form, "verdict": form.verdict}, status=status)


def _asked_for(request: Request) -> dict[str, Any]:
    """What the address of a new topic says of it: its category, whose template the text begins with, and words."""
    chosen = room(request.reader, request.GET.get("category", ""))
    words = {name: request.GET.get(name, "") for name in ("title", "tags")}
    return {"category": chosen, "text": chosen.template if chosen else "", **words}


def _template(request: Request, category: str) -> str:
    """What a text in the category with this id begins with."""
    return next((one.template for one in categories(request.reader) if str(one.pk) == category), "")


def _begun_reply(request: Request, topic: Topic, pk: int, answered: Post | None) -> dict[str, Any]:
    """The draft, the post that is answered, and under what was begun the quote that was asked for.

    A form of a topic that went into this one names that post as it was numbered there.
    """
    begun = filled(topic.my_draft, {})
    quoted = _quotation(answered, request) if answered else ""
    texts = [str(begun.get("text", "")).rstrip() if quoted else begun.get("text", ""), quoted]
    number = answered.number if answered and topic.pk == pk else begun.get("post") if answered else None
    return {**begun, "text": "\n\n".join(filter(None, texts)), "post": number}


def _topic_to_answer(request: Request, pk: int) -> tuple[Topic, ValidationError | None]:
    """Also the topic into which this one went, with the draft for that one.

    Where others read it, what its writer should know first.
    """
    try:
        return find_topic(request.reader, pk)[0], None
    except Http404:
        into = topic_now(request.reader, pk)
        if into is None:
            raise
    topic = find_topic(request.reader, into.pk)[0]
    topic.my_draft = draft_for(Purpose("reply", pk), request.reader)
    if same_readers(pk, topic):
        return topic, None
    words = pgettext(
        "reply",
        "The topic that you answer stands in this one now, which other people read. Look at your words again "
        "before you send them.",
    )
    return topic, ValidationError(words, code="others")


def _answered(request: Request, topic: Topic, asked: int) -> Post | None:
    """The post that is replied to, if the address, the form or the draft names one by its number in `asked`."""
    number = request.POST.get("post") or request.GET.get("post") or request.GET.get("quote") or ""
    if not number and topic.my_draft:
        number = str(topic.my_draft.data.get("post", ""))
    if not number.isdecimal() or len(number) > 9:
        return None
    if topic.pk != asked:
        post = post_now(request.reader, asked, int(number))
        return post if post and post.topic_id == topic.pk else None
    posts = Post.objects.visible_to(request.reader).select_related("author")
    return posts.filter(topic=topic, number=int(number)).first()


def _quotation(post: Post, request: Request) -> str:
    if "quote" not in request.GET:
        return ""
    address = reverse("discuss:post", args=[post.topic.slug, post.topic_id, post.number])
    return markup.quotation(post.author.name, post.number, address, _quoted(post), post.language)


def _quoted(post: Post) -> str:
    """What it says; its content note in place of that, and nothing of what it quotes itself if that has one."""
    if post.content_note:
        return post.brief(0)
    return markup.text_of(post.html) if markup.notes_in(post.html) else post.source
