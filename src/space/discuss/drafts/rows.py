"""The list of one's drafts. Titles and posts are asked for anew: a draft outlives what one may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.drafts.purposes import Purpose, purpose_of
from space.discuss.models import Draft, Post, Topic
from space.discuss.permissions import can_edit, can_reply, can_write
from space.kit import clock
from space.kit.rules import Refusal, Verdict
from space.languages import bcp47, mark
from space.web.times import ago, iso

GONE = Refusal(pgettext_lazy("draft", "What this was for is not there any more, or not open to you."))
_FIRST_WORDS = 200


@dataclass(frozen=True)
class DraftRow:
    """`title` is empty where one may no longer see it; `go_on` where one may no longer write there, and then why."""

    key: str
    what: str
    title: str
    title_lang: str
    text: str
    first_words: str
    lang: str
    dir: str
    at: str
    ago: str
    go_on: str
    reason: str | Promise
    is_discarded: bool
    # Where its button leads: it discards, or brings back.
    change: str


def rows_of(reader: Reader) -> list[DraftRow]:
    """The newest first. Costs three queries, however many there are."""
    drafts = list(Draft.objects.visible_to(reader).exclude(data={}).order_by("-at", "-pk"))
    purposes = [purpose_of(draft.key) for draft in drafts]
    topics = _topics(reader, (one.pk for one in purposes if one.kind == "reply"))
    posts = _posts(reader, (one.pk for one in purposes if one.kind == "edit"))
    return [
        _row(draft, purpose, reader, topics.get(purpose.pk), posts.get(purpose.pk))
        for draft, purpose in zip(drafts, purposes, strict=True)
    ]


def go_on_with(purpose: Purpose, reader: Reader) -> str:
    """Where one goes on with such a draft; empty where one cannot."""
    topics = _topics(reader, [purpose.pk] if purpose.kind == "reply" else [])
    posts = _posts(reader, [purpose.pk] if purpose.kind == "edit" else [])
    _, _, verdict, go_on = _place(Draft(), purpose, reader, topics.get(purpose.pk), posts.get(purpose.pk))
    return go_on if verdict else ""


def _topics(reader: Reader, pks: Iterable[int]) -> dict[int, Topic]:
    seen = Topic.objects.visible_to(reader).filter(pk__in=list(pks))
    return {topic.pk: topic for topic in seen.select_related("category", "closure")}


def _posts(reader: Reader, pks: Iterable[int]) -> dict[int, Post]:
    seen = Post.objects.visible_to(reader).filter(pk__in=list(pks))
    return {post.pk: post for post in seen.select_related("topic__category", "topic__closure")}


def _row(draft: Draft, purpose: Purpose, reader: Reader, topic: Topic | None, post: Post | None) -> DraftRow:
    what, of, verdict, go_on = _place(draft, purpose, reader, topic, post)
    text, language = str(draft.data.get("text", "")), str(draft.data.get("language", ""))
    return DraftRow(
        key=draft.key,
        what=what,
        title=of.title if of else str(draft.data.get("title", "")) if not purpose.pk else "",
        title_lang=bcp47(of.language) if of and of.language else "",
        text=text,
        first_words=" ".join(text[: 4 * _FIRST_WORDS].split())[:_FIRST_WORDS],
        lang=mark(language).lang,
        dir=mark(language).dir,
        at=iso(draft.at),
        ago=ago(draft.at, clock.now()),
        go_on=go_on if verdict else "",
        reason=verdict.reason if isinstance(verdict, Refusal) else "",
        is_discarded=draft.discarded_at is not None,
        change=reverse(f"discuss:{'restore' if draft.discarded_at else 'discard'}_draft", args=[draft.key]),
    )


def _place(
    draft: Draft, purpose: Purpose, reader: Reader, topic: Topic | None, post: Post | None
) -> tuple[str, Topic | None, Verdict, str]:
    """What it is, the topic that it belongs to, whether one may go on with it, and where."""
    if purpose.kind == "reply":
        what = pgettext("draft", "Reply")
        if topic is None:
            return what, None, GONE, ""
        answered = f"?post={draft.data['post']}" if draft.data.get("post") else ""
        address = reverse("discuss:reply", args=[topic.slug, topic.pk])
        return what, topic, can_reply(reader, topic), address + answered
    if purpose.kind == "edit":
        what = pgettext("draft", "Edit")
        if post is None:
            return what, None, GONE, ""
        address = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number])
        return what, post.topic, can_edit(reader, post), address
    if purpose.kind == "question":
        return pgettext("draft", "New question"), None, can_write(reader), reverse("discuss:ask")
    return pgettext("draft", "New topic"), None, can_write(reader), reverse("discuss:start")
