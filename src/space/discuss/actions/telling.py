"""What posts, reactions and moves tell people. An act enqueues one job; here stands whom that job tells.

What the job tells is so when it is told: the topic is locked meanwhile, so that nobody moves or hides what is just
being told, and whoever does so later puts right what was told before.
"""

from django.db.models import Q

from space.accounts.models import User
from space.discuss.circles import circle_told
from space.discuss.models import Deed, Deletion, Moderator, Post, Reaction, Topic
from space.discuss.telling.people import MENTION, MOVED, QUOTE, REACTION, REPLY, WATCHED, concerned_by
from space.discuss.telling.quoting import quoted_in
from space.moderation.models import LogEntry
from space.notifications.actions import correct, hide_thing, show_thing, show_to, tell, tell_anew
from space.notifications.actions.correcting import unread_of_thing
from space.notifications.causes import NOTHING, Batch, News
from space.notifications.messages import message


def tell_of_post(post: Post) -> None:
    tell(f"post {post.pk}")


def tell_of_names(post: Post) -> None:
    """An edit may have named somebody: who was told of this post is not told again."""
    tell(f"edit {post.pk} {post.version}")


def tell_of_move(deed: Deed) -> None:
    tell(f"moved {deed.pk}")


def tell_of_reaction(post: Post, by: User) -> None:
    tell_anew(
        f"reaction {post.pk} {by.pk}",
        person=post.author_id,
        kind=REACTION,
        topic=post.topic_id,
        thing=post.pk,
        actor=by.pk,
    )


def tell_right(topic: Topic) -> None:
    """Who may read it has changed: what was told of it is shown to them alone."""
    show_to(circle_told(topic), topic=topic.pk)


def tell_turned(post: Post) -> None:
    """It went out of sight or came back, and what was told of it as well."""
    (show_thing if post.hidden_at is None else hide_thing)(post.topic_id, post.pk)


def take_back_telling(post: Post, by: User) -> None:
    """A reaction was taken back: while it has not been read, it is as if it had not been given."""
    for line in unread_of_thing(post.author_id, kind=REACTION, topic=post.topic_id, thing=post.pk):
        given = Reaction.objects.filter(post__in=line.things, person__in=line.actors)
        left = set(given.values_list("post", "person"))
        correct(
            line,
            things=[pk for pk in line.things if any(pk == post for post, _ in left)],
            actors=[pk for pk in line.actors if any(pk == person for _, person in left)],
        )


def of_post(pk: int, *, after: int, limit: int) -> Batch:
    """Whom a new post concerns: those it names, answers and quotes, and who watches."""
    post = _as_it_is(pk)
    if post is None:
        return NOTHING
    answered = [(post.reply_to.author_id, REPLY)] if post.reply_to and _is_there(post.reply_to) else []
    quoted = [(person, QUOTE) for person in _authors_of_quotes(post)]
    direct = [*_named(post), *answered, *quoted]
    return concerned_by(
        _news(post), post.topic, direct, watched=WATCHED, can_be_read=True, after=after, limit=limit
    )


def of_edit(pk: int, version: int, *, after: int, limit: int) -> Batch:
    """Whom a post names since it was edited. Others have heard of it, or did not want to."""
    post = _as_it_is(pk)
    if post is None:
        return NOTHING
    return concerned_by(_news(post), post.topic, _named(post), after=after, limit=limit)


def of_move(pk: int, *, after: int, limit: int) -> Batch:
    """A topic stands elsewhere: for who began it, and who watches it."""
    deed = Deed.objects.filter(pk=pk).first()
    topic = _locked(deed.topic_id) if deed else None
    if deed is None or topic is None:
        return NOTHING
    news = News(
        at=deed.at, circle=circle_told(topic), actor=deed.by_id, topic=topic.pk, number=1, once=f"moved {pk}"
    )
    direct = [(topic.author_id, MOVED)]
    return concerned_by(news, topic, direct, watched=MOVED, places=False, after=after, limit=limit)


def of_reaction(pk: int, by: int, *, after: int, limit: int) -> Batch:
    """For the author of the post, if it still stands there."""
    post = _as_it_is(pk)
    given = Reaction.objects.filter(post=pk, person=by).order_by("at").select_for_update(no_key=True).first()
    if post is None or given is None:
        return NOTHING
    news = News(
        at=given.at,
        circle=circle_told(post.topic),
        actor=by,
        topic=post.topic_id,
        number=post.number,
        thing=pk,
    )
    return concerned_by(news, post.topic, [(post.author_id, REACTION)], after=after, limit=limit)


def of_trust(pk: int, *, after: int, limit: int) -> Batch:
    """Trust grew, or a moderator gave more of it: as the log says."""
    entry = LogEntry.objects.filter(pk=pk, thing_kind=User._meta.label_lower).first()
    if entry is None or int(entry.codes["after"]) <= int(entry.codes["before"]):
        return NOTHING
    return message(
        "trust", entry.thing_id, of=int(entry.codes["after"]), by=entry.by_id, at=entry.at, once=f"log {pk}"
    )


def of_appointment(pk: int, person: int, *, after: int, limit: int) -> Batch:
    """Somebody looks after a category."""
    found = Moderator.objects.filter(category=pk, person=person).first()
    entry = (
        LogEntry.objects.filter(what="moderator-appointed", thing_id=pk, codes__person=person)
        .order_by("-pk")
        .first()
    )
    if found is None or entry is None or entry.by_id == person:
        return NOTHING
    return message("moderator", person, of=pk, by=entry.by_id, at=entry.at, once=f"log {entry.pk}")


def _named(post: Post) -> list[tuple[int, str]]:
    return [(person, MENTION) for person in post.mentions.values_list("person", flat=True)]


def _news(post: Post) -> News:
    return News(
        at=post.created_at,
        circle=circle_told(post.topic),
        actor=post.author_id,
        topic=post.topic_id,
        number=post.number,
        thing=post.pk,
        once=f"post {post.pk}",
    )


def _as_it_is(pk: int) -> Post | None:
    """A post that can be seen, in a topic that nobody changes until all is written."""
    topic = Post.objects.for_actions().filter(pk=pk).values_list("topic", flat=True).first()
    locked = _locked(topic) if topic else None
    post = Post.objects.for_actions().filter(pk=pk, hidden_at=None).select_related("reply_to").first()
    if locked is None or post is None:
        return None
    post.topic = locked
    return post


def _locked(pk: int) -> Topic | None:
    """Others may tell of it at the same time."""
    found = list(Topic.objects.for_actions().raw("SELECT * FROM discuss_topic WHERE id = %s FOR SHARE", [pk]))
    return found[0] if found else None


def _is_there(post: Post) -> bool:
    return post.hidden_at is None or Deletion.objects.filter(post=post).exists()


def _authors_of_quotes(post: Post) -> list[int]:
    """Of posts that it quotes under the name of who wrote them."""
    wanted = quoted_in(post.source)
    if not wanted:
        return []
    places = Q()
    for topic, number, name in wanted:
        places |= Q(topic=topic, number=number, author__name=name)
    found = Post.objects.for_actions().filter(places, hidden_at=None)
    return sorted(set(found.values_list("author", flat=True)))
