from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.asking import group_answered_for, refuse_unless_asked
from space.discuss.actions.corresponding import answer_message
from space.discuss.actions.counting import count_in_category, count_post, tell
from space.discuss.actions.deeds import gone
from space.discuss.actions.drafts import forget_sent_draft
from space.discuss.actions.finding import lock_topic, made_before
from space.discuss.actions.gating import passed_poll, words_of_poll
from space.discuss.actions.indexing import index_post, index_tags_of
from space.discuss.actions.knowing import ask_worker
from space.discuss.actions.naming import keep_names
from space.discuss.actions.pacing import wait_your_turn
from space.discuss.actions.polling import make_poll
from space.discuss.actions.reading import mark_written
from space.discuss.actions.relating import keep_links, keep_title_words
from space.discuss.actions.tagging import passed_tags, tags_named, words_of_tags
from space.discuss.actions.telling import tell_of_post
from space.discuss.allowances import Allowances
from space.discuss.drafts.purposes import to_ask, to_reply, to_start
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Audience, Category, Closure, Kind, Participant, Post, Topic
from space.discuss.models.posts import noted
from space.discuss.note_field import passed_words, told_by, words_of_note
from space.discuss.permissions import CLOSED
from space.discuss.polls.plan import PollPlan
from space.discuss.quoted import Setting
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.discuss.text import Text, compose, slug_of
from space.groups.models import Group
from space.kit import clock
from space.kit.fields import one_line
from space.uploads.actions import attach


@transaction.atomic
def start_topic(
    category: Category,
    *,
    by: User,
    title: str,
    text: str,
    language: str = "",
    tags: Iterable[str] = (),
    kind: Kind = Kind.CONVERSATION,
    poll: PollPlan | None = None,
    key: UUID | None = None,
    draft: int = 0,
    asked: Group | None = None,
    note: str = "",
) -> Topic:
    """Begin a conversation, or ask a question: everybody, or this group before all others.

    `note` is what somebody should know before they read it. The same `key` from the same person gives the topic that
    it made before. `draft` is the version that goes with it.
    """
    _wait_for_my_other_forms(by)
    if key and (pk := made_before(by, key)):
        return _fresh(Post.objects.for_actions().get(pk=pk).topic_id)
    if asked:
        refuse_unless_asked(asked.pk, category)
    allowances = Allowances(by)
    allowances.take_topic()
    composed = compose(
        text,
        by=by,
        language=language,
        otherwise=category.language,
        setting=Setting(category),
    )
    allowances.check(composed.rendered)
    begun = to_ask(asked.pk) if asked else to_start(kind)
    forget_sent_draft(begun.key, by=by, version=draft, form=key)
    tags = passed_tags(tags, by=by)
    beside = words_of_poll(poll) | words_of_note(note) | words_of_tags(tags)
    passed = pass_gates(
        Writing(by, composed, category.audience, title, key, draft, category=category, beside=beside)
    )
    topic = open_topic(
        category,
        by=by,
        title=passed.title,
        text=passed.text,
        tags=tags,
        kind=kind,
        poll=poll and passed_poll(poll, passed),
        key=key,
        asked=asked,
        note=passed_words(passed),
    )
    return opened(topic, passed)


def opened(topic: Topic, passed: Passed) -> Topic:
    """Do what the gates asked for when its first post stands; the topic fresh, perhaps held."""
    if not passed.thens:
        return topic
    passed.stands(_first(topic.pk))
    return _fresh(topic.pk)


def open_topic(
    category: Category,
    *,
    by: User,
    title: str,
    text: Text,
    tags: Iterable[str] = (),
    kind: Kind = Kind.CONVERSATION,
    poll: PollPlan | None = None,
    key: UUID | None = None,
    tells: bool = True,
    asked: Group | None = None,
    note: str = "",
) -> Topic:
    """A topic with its first post, for actions that have asked already whether it may be, and taken what it costs.

    `tells`: people hear of it; else who calls tells them of many at once.
    """
    topic = _new_topic(category, by, one_line(title), text, kind, asked, note)
    topic.tags.set(tags_named(tags, at_most=TAGS_A_TOPIC()))
    keep_title_words(topic)
    post = _add_post(topic, text, by=by, key=key, tells=tells, note=note)
    if poll:
        make_poll(post, poll)
    index_tags_of(topic)
    count_in_category(topic, topics=1)
    tell(topic, "rooms")
    return _fresh(topic.pk)


def open_message(*, by: User, title: str, text: Text, people: list[Participant], key: UUID | None) -> Topic:
    """A topic for these people alone, for actions that have asked already. It stands in no list of Discuss."""
    now, title = clock.now(), one_line(title)
    topic = Topic.objects.create(
        kind=Kind.MESSAGE,
        audience=Audience.PEOPLE,
        listed=False,
        unlisted=True,
        author=by,
        title=title,
        slug=slug_of(title),
        language=text.language,
        excerpt="",
        created_at=now,
        last_posted_at=now,
    )
    for one in people:
        one.topic = topic
    Participant.objects.bulk_create(people)
    _add_post(topic, text, by=by, key=key)
    return _fresh(topic.pk)


@transaction.atomic
def write_reply(
    topic: Topic,
    *,
    by: User,
    text: str,
    language: str = "",
    reply_to: Post | None = None,
    poll: PollPlan | None = None,
    key: UUID | None = None,
    draft: int = 0,
    unhurried: bool = True,
    for_group: bool = False,
    note: str = "",
) -> Post:
    """Add a post at the end of a topic. The same `key` from the same person gives the post that it made before.

    `topic` is as the writer saw it: who saw it open is refused when it was closed meanwhile. `unhurried` is who waits
    where a topic was slowed down: all but moderators. `for_group`: its author answers for the group that was asked.
    """
    seen, topic = topic, lock_topic(topic.pk)
    if key and (pk := made_before(by, key)):
        return Post.objects.for_actions().select_related("topic").get(pk=pk)
    _refuse_if_closed_since(seen, topic)
    if unhurried:
        wait_your_turn(topic, by)
    if topic.audience == Audience.PEOPLE:
        answer_message(topic, by)
    allowances = Allowances(by)
    allowances.take_reply()
    spoken, there = _spoken_there(seen, topic), Setting(topic)
    composed = compose(text, by=by, language=language, otherwise=spoken, setting=there)
    allowances.check(composed.rendered)
    forget_sent_draft(to_reply(topic).key, by=by, version=draft, form=key)
    beside = words_of_poll(poll) | words_of_note(note)
    passed = pass_gates(
        Writing(by, composed, topic.audience, "", key, draft, category=seen.category, beside=beside)
    )
    answers_for = group_answered_for(topic, by) if for_group else None
    post = _add_post(
        topic,
        passed.text,
        by=by,
        key=key,
        reply_to=reply_to,
        answers_for=answers_for,
        note=passed_words(passed),
    )
    if poll:
        make_poll(post, passed_poll(poll, passed))
    tell(topic)
    if passed.thens:
        passed.stands(post)
        post.refresh_from_db(fields=["hidden_at", "version"])
    return post


def _spoken_there(seen: Topic, topic: Topic) -> str:
    """What a text without a language of its own is taken for: the category's, or the topic's."""
    return (seen.category.language if seen.category else "") or topic.language


def _refuse_if_closed_since(seen: Topic, now: Topic) -> None:
    """Closing raises the version, so a topic that is as it was seen costs no question."""
    if now.audience == Audience.NOBODY or (now.audience, now.group_id) != (seen.audience, seen.group_id):
        raise gone()
    if now.version != seen.version and not seen.is_closed and Closure.objects.filter(topic=now.pk).exists():
        raise ValidationError(str(CLOSED.reason), code="closed")


def _new_topic(
    category: Category, by: User, title: str, text: Text, kind: Kind, asked: Group | None, note: str
) -> Topic:
    now = clock.now()
    return Topic.objects.create(
        category=category,
        kind=kind,
        audience=Audience(category.audience),
        group=category.group,
        asked=asked,
        listed=category.in_latest,
        author=by,
        title=title,
        slug=slug_of(title),
        language=text.language,
        excerpt=noted(note) if note else text.rendered.excerpt(),
        created_at=now,
        last_posted_at=now,
    )


def _add_post(
    topic: Topic,
    text: Text,
    *,
    by: User,
    key: UUID | None = None,
    reply_to: Post | None = None,
    tells: bool = True,
    answers_for: int | None = None,
    note: str = "",
) -> Post:
    post = Post.objects.create(
        topic=topic,
        number=topic.next_number,
        author=by,
        reply_to=reply_to,
        answers_for_id=answers_for,
        key=key,
        created_at=clock.now(),
        **text.stored(),
        **told_by(note, text, by=by),
    )
    keep_names(post, text, by=by)
    if text.rendered.uploads:
        attach(post, by=by, addresses=text.rendered.uploads)
    keep_links(post, text)
    if text.is_unsure:
        ask_worker(post)
    mark_written(topic, by, post.number)
    index_post(post, topic)
    if tells:
        tell_of_post(post)
    count_post(post, topic)
    return post


def _wait_for_my_other_forms(by: User) -> None:
    """One topic of a person at a time, so that a form sent twice at once finds what its twin made."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)


def _first(topic: int) -> Post:
    posts = Post.objects.for_actions().select_related("author", "topic__group", "topic__category")
    return posts.get(topic=topic, number=1)


def _fresh(pk: int) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure", "author").get(pk=pk)
