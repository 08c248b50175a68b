"""What posts, reactions and moves tell people. An act enqueues one job; here stands whom that job tells.

What the job tells is so when it is told: the topic is locked meanwhile, so that nobody moves or hides what is just
being told, and whoever does so later puts right what was told before.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q

from space.accounts.former import called
from space.accounts.models import User
from space.discuss.actions.members_asked import members_asked
from space.discuss.actions.posts_told import PostTold, locked_topics, posts_told
from space.discuss.asking.known import asked_group
from space.discuss.circles import circle_told
from space.discuss.models import Audience, Deed, Moderator, Participant, Post, Reaction, Topic
from space.discuss.telling.people import (
    ASKED,
    CALLED,
    MENTION,
    MESSAGE,
    MOVED,
    QUOTE,
    REACTION,
    REPLY,
    WATCHED,
    Concern,
    concerned_by,
)
from space.discuss.telling.quoting import quoted_in
from space.moderation.models import LogEntry
from space.notifications.actions import correct, hide_thing, show_thing, show_to, tell, tell_anew, tell_shown
from space.notifications.actions.correcting import unread_of_thing
from space.notifications.causes import NOT_NOW, NOTHING, Asked, Batch, News
from space.notifications.messages import message


def tell_of_post(post: Post) -> None:
    tell(f"post {post.pk}")


def tell_of_names(post: Post) -> None:
    """An edit may have named somebody: who was told of this post is not told again."""
    tell(f"edit {post.pk} {post.version}")


def tell_of_move(deed: Deed) -> None:
    tell(f"moved {deed.pk}")


def tell_of_posts_moved(deed: Deed) -> None:
    tell(f"posts-moved {deed.pk}")


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
    """It went out of sight or came back, and what was told of it as well; what could not be told meanwhile is now."""
    if post.hidden_at is None:
        show_thing(post.topic_id, post.pk)
        tell_shown(f"post {post.pk}", f"edit {post.pk} %", f"reaction {post.pk} %")
    else:
        hide_thing(post.topic_id, post.pk)


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


def of_posts(asked: Sequence[Asked], limit: int) -> list[Batch]:
    """Whom new posts concern: those they name, answer and quote, and who watches."""
    found = posts_told([one.ids[0] for one in asked])
    seen = [(post, one.after) for one in asked if (post := found.get(one.ids[0])) and not post.is_hidden]
    told = concerned_by([_of_new(post, after) for post, after in seen], limit)
    batches = {post.pk: batch for (post, _), batch in zip(seen, told, strict=True)}
    return [batches.get(one.ids[0]) or _nobody(found.get(one.ids[0])) for one in asked]


def of_edit(pk: int, version: int, *, after: int, limit: int) -> Batch:
    """Whom a post names since it was edited. Others have heard of it, or did not want to."""
    post = posts_told([pk]).get(pk)
    if post is None or post.is_hidden:
        return _nobody(post)
    return concerned_by([Concern(post.news, post.topic, _named(post), after=after)], limit)[0]


def of_move(pk: int, *, after: int, limit: int) -> Batch:
    """A topic stands elsewhere: for who began it, and who watches it."""
    deed = Deed.objects.filter(pk=pk).first()
    topic = locked_topics([deed.topic_id]).get(deed.topic_id) if deed else None
    if deed is None or topic is None:
        return NOTHING
    news = News(
        at=deed.at, circle=circle_told(topic), actor=deed.by_id, topic=topic.pk, number=1, once=f"moved {pk}"
    )
    direct = [(topic.author_id, MOVED)]
    return concerned_by([Concern(news, topic, direct, watched=MOVED, places=False, after=after)], limit)[0]


def of_posts_moved(pk: int, *, after: int, limit: int) -> Batch:
    """For who wrote posts that stand in another topic now. Each is told of the first of them, which leads to all."""
    deed = Deed.objects.filter(pk=pk).first()
    topic = locked_topics([deed.topic_id]).get(deed.topic_id) if deed else None
    if deed is None or topic is None:
        return NOTHING
    there = Post.objects.for_actions().filter(stood__deed=deed, topic=topic, hidden_at=None)
    posts = list(there.order_by("number").values_list("pk", "number", "author").distinct())
    if not posts:
        return NOTHING
    thing, number, _ = posts[0]
    news = News(
        at=deed.at,
        circle=circle_told(topic),
        actor=deed.by_id,
        topic=topic.pk,
        number=number,
        thing=thing,
        once=f"posts-moved {pk}",
    )
    direct = [(author, MOVED) for author in sorted({author for _, _, author in posts})]
    return concerned_by([Concern(news, topic, direct, after=after)], limit)[0]


def of_reaction(pk: int, by: int, *, after: int, limit: int) -> Batch:
    """For the author of the post, if it still stands there."""
    post = posts_told([pk]).get(pk)
    given = Reaction.objects.filter(post=pk, person=by).order_by("at").select_for_update(no_key=True).first()
    if given is None or post is None or post.is_hidden:
        return _nobody(post) if given else NOTHING
    news = replace(post.news, at=given.at, actor=by, once="")
    return concerned_by([Concern(news, post.topic, [(post.author, REACTION)], after=after)], limit)[0]


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


def _of_new(post: PostTold, after: int) -> Concern:
    answered = [(post.answered, REPLY)] if post.answered else []
    quoted = [(person, QUOTE) for person in _authors_of_quotes(post)]
    direct = [*_named(post), *_asked_by(post), *answered, *quoted, *_in_it(post)]
    return Concern(post.news, post.topic, direct, watched=WATCHED, can_be_read=True, after=after)


def _named(post: PostTold) -> list[tuple[int, str]]:
    return [(person, MENTION) for person in post.named] + [(person, CALLED) for person in post.called]


def _asked_by(post: PostTold) -> list[tuple[int, str]]:
    """Members of the group to which it is a question; not of one that is deleted, or of which nobody may know now."""
    asked = asked_group(post.topic.asked_id) if post.number == 1 else None
    return [(person, ASKED) for person in members_asked(asked.pk)] if asked else []


def _in_it(post: PostTold) -> list[tuple[int, str]]:
    """Everybody in a private conversation."""
    if post.topic.audience != Audience.PEOPLE:
        return []
    there = Participant.objects.still().filter(topic=post.topic.pk).order_by("person")
    return [(person, MESSAGE) for person in there.values_list("person_id", flat=True)]


def _nobody(post: PostTold | None) -> Batch:
    """What is hidden is told when it is shown."""
    return NOT_NOW if post else NOTHING


def _authors_of_quotes(post: PostTold) -> list[int]:
    """Of posts that it quotes under the name of who wrote them."""
    wanted = quoted_in(post.source)
    if not wanted:
        return []
    places = Q()
    for topic, number, name in wanted:
        places |= Q(topic=topic, number=number, author__in=User.objects.filter(called(name)))
    found = Post.objects.for_actions().filter(places, hidden_at=None)
    return sorted(set(found.values_list("author", flat=True)))
