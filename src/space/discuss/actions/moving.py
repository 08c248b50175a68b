"""Posts go to another topic: to a new one, to one that is there, or all of them, so that nothing is left."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.answering import forget_answer
from space.discuss.actions.counting import count_between, tell
from space.discuss.actions.deeds import tell_line
from space.discuss.actions.deleting import show_to
from space.discuss.actions.gating import passed_at_once
from space.discuss.actions.indexing import index_moved, index_tags_of
from space.discuss.actions.moving_choice import Row, bound, lock_both, numbers_of, rows_chosen, whole_topic
from space.discuss.actions.moving_rows import (
    Move,
    carry_answer,
    count_topics,
    move_marks,
    move_rows,
    move_what_led_there,
)
from space.discuss.actions.pinning import PINS
from space.discuss.actions.quoting import look_at_quotes
from space.discuss.actions.reading import set_unread_right
from space.discuss.actions.relating import keep_title_words, links_moved
from space.discuss.actions.tagging import passed_tags, tags_named
from space.discuss.actions.telling import tell_of_posts_moved, tell_right
from space.discuss.models import (
    Answer,
    Audience,
    Category,
    Did,
    Kind,
    Merger,
    Pin,
    Post,
    Score,
    Topic,
)
from space.discuss.openings import bound as bound_topics
from space.discuss.steering.chosen import Chosen
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.discuss.text import slug_of
from space.discuss.topic_rules import opens_wider
from space.kit.fields import one_line
from space.markup import EXCERPT
from space.membership.actions.deeds import note as tell_group
from space.membership.models import Did as GroupDid
from space.moderation.actions import record
from space.notifications.actions import move_things
from space.web import versions


@transaction.atomic
def move_posts(
    topic: Topic, chosen: Chosen, into: Topic, *, by: User, seen: int | None = None, reason: str = ""
) -> Topic:
    """Let these posts stand in another topic, after those that are there. If none is left, that is a merger.

    Both topics are as they were looked at, and `seen` is how many posts were then chosen: it is refused if somebody
    changed that meanwhile. Who comes back to where they stood gets the old numbers.
    """
    source, into = lock_both(topic, into)
    rows, first = rows_chosen(source, chosen, seen)
    reason = passed_at_once(source, by=by, reason=reason)["reason"]
    _move(source, into, rows, by, first=first, reason=reason)
    return _fresh(into.pk)


@transaction.atomic
def split_topic(
    topic: Topic,
    chosen: Chosen,
    *,
    by: User,
    category: Category,
    title: str,
    tags: Iterable[str] = (),
    kind: Kind = Kind.CONVERSATION,
    seen: int | None = None,
    reason: str = "",
) -> Topic:
    """Let these posts be a topic of their own, in their order. It is as old as they are."""
    source = lock_both(topic)[0]
    rows, first = rows_chosen(source, chosen, seen)
    if first is None:
        raise whole_topic()
    tags = passed_tags(tags, by=by, has=source.tags.values_list("name", flat=True))
    said = passed_at_once(source, by=by, title=one_line(title), reason=reason)
    into = _new_topic(rows, category, said["title"], kind)
    into.tags.set(tags_named(tags, at_most=TAGS_A_TOPIC()))
    keep_title_words(into)
    _move(source, into, rows, by, first=first, reason=said["reason"], fresh=True)
    index_tags_of(into)
    return _fresh(into.pk)


def merge_topic(topic: Topic, into: Topic, *, by: User, seen: int | None = None, reason: str = "") -> Topic:
    """Let all posts of a topic stand in another one. Its address and those of its posts lead there."""
    return move_posts(topic, Chosen().and_from(1), into, by=by, seen=seen, reason=reason)


def _move(
    source: Topic,
    into: Topic,
    rows: Sequence[Row],
    by: User,
    *,
    first: Row | None,
    reason: str,
    fresh: bool = False,
) -> None:
    whole, count = first is None, sum(row.is_seen for row in rows)
    if (whole or rows[0].number == 1) and _is_bound(source):
        raise bound()
    wider = opens_wider(source, into)
    before = into.last_number
    opens = first if first and 1 in {row.number for row in rows} else None
    if not whole:
        _forget_answer(source, into, rows, opens, by=by)
    deed = tell_line(
        into,
        Did.MERGED if whole else Did.JOINED,
        1 if fresh else into.highest_number,
        by=by,
        before=str(source.pk),
        after=str(count),
    )
    if not whole:
        # Where the first of them stood.
        tell_line(source, Did.PARTED, rows[0].number, by=by, before=str(count), after=str(into.pk))
    numbers = numbers_of(rows, into, fresh=fresh)
    seen = [(row.number, number) for row, number in zip(rows, numbers, strict=True) if row.is_seen]
    move = Move(
        source=source,
        into=into,
        deed=deed,
        posts=[row.pk for row in rows],
        were=[row.number for row in rows],
        numbers=numbers,
        authors=sorted({row.author for row in rows}),
        seen_were=[was for was, _ in seen],
        seen=[number for _, number in seen],
        last=max(number for _, number in seen),
        before=before,
        first=opens.pk if opens else None,
        first_was=opens.number if opens else 0,
        whole=whole,
        fresh=fresh,
    )
    _carry(move)
    codes = {"out_of": source.pk, "into": into.pk, "posts": count, "wider": int(wider)}
    record(
        by,
        "topic-merged" if whole else "topic-split" if fresh else "topic-parted",
        into if whole else source,
        reason,
        **codes,
    )
    if wider and source.group:
        tell_group(source.group, GroupDid.MOVED_OUT, by=by, words=source.title)
    tell_of_posts_moved(deed)
    if move.first:
        look_at_quotes(rows[0].pk)
    tell(into, f"category:{source.category_id}", f"topic:{source.pk}", "rooms", PINS, versions.EVERYTHING)
    count_between(source, into, posts=count, gone=int(whole), made=int(fresh))


def _carry(move: Move) -> None:
    """The posts with all that hangs on them. Categories are counted last, by who asks."""
    source, into = move.source, move.into
    move_rows(move)
    move_marks(move)
    if move.first:
        _let_open(source, move.first)
    count_topics(move)
    carry_answer(move)
    numbered = dict(zip(move.posts, move.numbers, strict=True))
    move_things(numbered, out_of=source.pk, into=into.pk, last=max(source.highest_number, 1))
    turned = [pk for pk, was in zip(move.posts, move.were, strict=True) if was == 1 or numbered[pk] == 1]
    index_moved(move.posts, into, [*turned, *([move.first] if move.first else [])])
    if move.whole:
        _empty(move)
    links_moved(move.posts, source.pk)
    for topic in (source, into):
        set_unread_right(topic)
    tell_right(into)


def _empty(move: Move) -> None:
    """Nobody sees the topic of which nothing is left."""
    source = move.source
    Merger.objects.create(topic=source, into=move.into, audience=source.audience)
    for model in (Pin, Score):
        model.objects.filter(topic=source).delete()
    source.closes_at = source.reopens_at = None
    source.save(update_fields=["closes_at", "reopens_at"])
    move_what_led_there(move)
    show_to(source, Audience.NOBODY)


def _new_topic(rows: Sequence[Row], category: Category, title: str, kind: Kind) -> Topic:
    """It is by who wrote its first post, and from then."""
    first = Post.objects.for_actions().get(pk=next(row.pk for row in rows if row.is_seen))
    return Topic.objects.create(
        category=category,
        kind=kind,
        audience=Audience(category.audience),
        group=category.group,
        listed=category.in_latest,
        author_id=first.author_id,
        title=title,
        slug=slug_of(title),
        language=first.language,
        excerpt=first.brief(EXCERPT),
        created_at=first.created_at,
        last_posted_at=first.created_at,
    )


def _let_open(source: Topic, pk: int) -> None:
    """This post is the first of those that stay: the topic is by its author now."""
    first = Post.objects.for_actions().get(pk=pk)
    source.author_id, source.created_at = first.author_id, first.created_at
    source.excerpt = first.brief(EXCERPT)
    source.save(update_fields=["author", "created_at", "excerpt"])


def _forget_answer(source: Topic, into: Topic, rows: Sequence[Row], opens: Row | None, *, by: User) -> None:
    """Unless it comes as one into the other topic, the page says that the question has no answer any more."""
    found = Answer.objects.filter(topic=source).first()
    if found is None:
        return
    goes = found.post_id in {row.pk for row in rows}
    stays_one = into.kind == Kind.QUESTION and not Answer.objects.filter(topic=into).exists()
    if (goes and not stays_one) or (opens and opens.pk == found.post_id):
        forget_answer(Post.objects.for_actions().get(pk=found.post_id), source, by=by)


def _fresh(pk: int) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure", "author").get(pk=pk)


def _is_bound(topic: Topic) -> bool:
    return Topic.objects.for_actions().filter(bound_topics(), pk=topic.pk).exists()
