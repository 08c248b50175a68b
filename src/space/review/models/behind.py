"""What cases are about, for who looks after them: also what was hidden or deleted since."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists, F, Func, Model, OuterRef, Q, QuerySet

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import NOBODY, Reader
from space.blog.models import Story
from space.discuss.models import Audience, Category, Poll, Post, Revision, Topic
from space.events.models import Event
from space.events.plan import READ
from space.groups.models import Group
from space.kit.gathering import counted, gathered
from space.review.models.cases import Case, Flag
from space.review.models.sayings import WatchedSaying
from space.uploads.kinds import Kind
from space.uploads.models import Hanging, Portrait, Upload

_SAYING = WatchedSaying._meta.label_lower
_POST = Post._meta.label_lower
# What stands in a topic, or is one, and how the topic is found by its id: the door of what is said of it.
_IN_TOPICS = {
    Topic._meta.label_lower: "pk",
    Post._meta.label_lower: "posts",
    Event._meta.label_lower: "event",
}
# More than this nobody counts.
MANY = 200
# Nobody reads more flags of one case at once; its page has all.
_FLAGS = 8
# So many cases before and after one are looked at for the same words: who sends them from many accounts hurries.
_NEAR = 500
# Of several places where a picture stands, that which most people read.
_WIDEST = (Audience.PUBLIC, Audience.MEMBERS, Audience.GROUP, Audience.PEOPLE, Audience.NOBODY)


class Told(NamedTuple):
    """A post, as a line of the queue tells of it."""

    pk: int
    version: int
    language: str
    title: str
    spoken: str
    audience: str
    group_id: int | None
    room: str | None
    note: str
    note_language: str

    def is_open(self, group: int | None, reader: Reader) -> bool:
        """Whether this reader, to whom a case of this group is shown, is shown the post as well."""
        return _opens(self.audience, self.room, self.group_id, group, reader)


_TOLD = (
    "pk", "version", "language", "topic__title", "topic__language", "topic__audience", "topic__group_id",
    "topic__category__audience", "content_note", "note_language",
)  # fmt: skip


def told_of(posts: Iterable[int]) -> dict[int, Told]:
    """Posts by their ids, also what was hidden or deleted since. Whoever shows one asks first whether it is open."""
    pks = sorted(set(posts))

    def compose(_: Reader, *pks: int) -> QuerySet[Post, Any]:
        return Post.objects.for_actions().filter(pk__in=pks).values_list(*_TOLD)

    found = statements.rows(("posts of cases", len(pks)), NOBODY, pks, compose) if pks else []
    return {pk: Told(pk, *row) for pk, *row in found}


def posts_looked_at(reader: Reader) -> QuerySet[Post]:
    """Those about which this reader has a case, also out of sight or of a private conversation: with their pictures."""
    cases = Case.objects.visible_to(reader).filter(thing_kind=_POST, thing_id=OuterRef("pk"))
    shut = Q(topic__audience=Audience.GROUP) | Q(
        topic__audience=Audience.NOBODY, topic__category__audience=Audience.GROUP
    )
    same_door = cases.filter(group=OuterRef("topic__group"))
    opens = Q(~shut, Exists(cases)) | Q(Exists(same_door)) | Q(Exists(cases), topic__group__in=reader.groups)
    return Post.objects.for_actions().filter(opens)


def html_of(posts: Iterable[int]) -> dict[int, str]:
    """What posts say that were found to be open to who asks."""
    return dict(Post.objects.for_actions().filter(pk__in=list(posts)).values_list("pk", "html"))


def posts_of(cases: Iterable[Case], reader: Reader) -> dict[int, Post]:
    """The posts of cases that this reader sees, by their ids."""
    asked = {case.thing_id: case for case in cases if case.thing_kind == _POST}
    if not asked:
        return {}
    related = ("topic__category", "author")
    found = Post.objects.for_actions().filter(pk__in=asked).select_related(*related)
    return {post.pk: post for post in found if _is_open(post.topic, asked[post.pk], reader)}


def _is_open(topic: Topic, case: Any, reader: Reader) -> bool:
    room = topic.category.audience if topic.category else None
    return _opens(topic.audience, room, topic.group_id, case.group_id, reader)


def _opens(audience: str, room: str | None, group: int | None, of_case: int | None, reader: Reader) -> bool:
    """What went behind another door since stays there. Deleted topics keep the door of their category."""
    closed = audience == Audience.GROUP or (audience == Audience.NOBODY and room == Audience.GROUP)
    return not closed or group == of_case or group in reader.groups


def posts_written(person: str) -> Func:
    """How many posts somebody has written, up to many. `person` is the way to their id from the query around it."""
    theirs = Post.objects.for_actions().filter(author=OuterRef(person), hidden_at=None)
    return counted(theirs, most=MANY - 1)


def posts_written_by_each(people: Iterable[int]) -> dict[int, int]:
    return dict(User.objects.filter(pk__in=list(people)).values_list("pk", posts_written("pk")))


def posts_written_by(person: int) -> int:
    return posts_written_by_each([person])[person]


def flags_of(cases: Iterable[int]) -> dict[int, list[Any]]:
    """Of cases that somebody looks after the first flags, each: why, by whom, by which rule and in which words."""
    flags = Flag.objects.filter(case=OuterRef("pk"), withdrawn_at=None)
    said = gathered(flags, "why", "by__name", "rule", "words", "read_in", most=_FLAGS)
    return dict(Case.objects.for_actions().filter(pk__in=list(cases)).values_list("pk", said))


def beside_of(post: Post) -> list[str]:
    """What an event says of the place, of links and of single dates, what a poll asks, why it was edited last: who
    decides reads it as the gate did."""
    event = Event.objects.for_actions().filter(topic=post.topic_id).first() if post.number == 1 else None
    said = [getattr(event, name) for name in READ] if event else []
    if event:
        said += [words for one in event.changes.all() for words in one.words.values()]
        said += event.versions.values_list("summary", flat=True)[:1]
    said += post.revisions.order_by("-version").values_list("summary", flat=True)[:1]
    if poll := Poll.objects.for_actions().filter(post=post).first():
        said += [poll.question, *poll.options.values_list("text", flat=True)]
    return list(dict.fromkeys(filter(None, said)))


def alike(case: Case, post: Post, reader: Reader) -> QuerySet[Case]:
    """Cases about the same words of others, of what this reader looks after."""
    near = Case.objects.visible_to(reader).filter(pk__range=(case.pk - _NEAR, case.pk + _NEAR))
    same = Post.objects.for_actions().filter(pk=OuterRef("thing_id"), source=post.source)
    others = near.filter(thing_kind=case.thing_kind).exclude(author=case.author_id)
    return others.filter(Exists(same)).order_by("-pk")


def stands_in(upload: Upload) -> Post | None:
    """The post that shows a picture, also an earlier version of it; of a story the first post under it."""
    hung = Hanging.objects.filter(upload=upload)

    def named(model: type[Model]) -> QuerySet[Hanging, int]:
        return hung.filter(thing_kind=model._meta.label_lower).values_list("thing_id", flat=True)

    stories = Story.objects.for_actions().filter(pk__in=named(Story))
    edited = Revision.objects.filter(pk__in=named(Revision))
    opens = Q(topic__in=stories.values("topic")) | Q(topic__in=stories.values("room"))
    shows = Q(pk__in=named(Post)) | Q(pk__in=edited.values("post")) | Q(opens, number=1)
    posts = (
        Post.objects.for_actions().filter(shows).select_related("author", "topic__category", "topic__group")
    )
    return min(
        posts[:MANY], key=lambda post: (_WIDEST.index(Audience(post.topic.audience)), post.pk), default=None
    )


def picture_of(case: Case, reader: Reader) -> Upload | Portrait | None:
    """The picture that a case is about, also out of sight; not where it went behind another door since."""
    if case.thing_kind == Portrait._meta.label_lower:
        return Portrait.objects.filter(pk=case.thing_id).first()
    if case.thing_kind != Upload._meta.label_lower:
        return None
    upload = Upload.objects.for_actions().filter(pk=case.thing_id).first()
    post = stands_in(upload) if upload else None
    return upload if post is None or _is_open(post.topic, case, reader) else None


def pictures_beside(post: Post, reader: Reader) -> QuerySet[Upload]:
    """The pictures of a post, and of the story that it opens, which this reader sees and did not send."""
    here = Q(thing_kind=Post._meta.label_lower, thing_id=post.pk)
    if post.number == 1:
        stories = Story.objects.for_actions().filter(Q(topic=post.topic_id) | Q(room=post.topic_id))
        here |= Q(thing_kind=Story._meta.label_lower, thing_id__in=stories.values("pk"))
    hung = Hanging.objects.filter(here).values("upload")
    seen = Upload.objects.visible_to(reader).filter(pk__in=hung).exclude(kind=Kind.PDF)
    return seen.exclude(owner=reader.pk).order_by("pk")


def thing_of(saying: WatchedSaying) -> Any:
    """On what such words stand, or are to stand; None where it is gone."""
    rooms = ("topic__category", "topic__group")
    rows: dict[str, QuerySet[Any]] = {
        User._meta.label_lower: User.objects.all(),
        Group._meta.label_lower: Group.objects.for_actions(),
        Category._meta.label_lower: Category.objects.for_actions(),
        Topic._meta.label_lower: Topic.objects.for_actions().select_related("category", "group"),
        Post._meta.label_lower: Post.objects.for_actions().select_related(*rooms),
        Event._meta.label_lower: Event.objects.for_actions().select_related(*rooms),
    }
    return rows[saying.of_kind].filter(pk=saying.of_id).first()


def saying_in(case: Case, reader: Reader) -> WatchedSaying | None:
    """The words that a case is about, where they are no post; not where they went behind another door since."""
    return sayings_in([case], reader).get(case.thing_id) if case.thing_kind == _SAYING else None


def sayings_in(cases: Iterable[Any], reader: Reader) -> dict[int, WatchedSaying]:
    """Of many cases, or lines that tell of them, by the ids of the sayings. One query for each kind of place."""
    about = {case.thing_id: case for case in cases if case.thing_kind == _SAYING}
    found = WatchedSaying.objects.in_bulk(list(about)) if about else {}
    topics = _topics_of(found.values())
    return {
        pk: saying
        for pk, saying in found.items()
        if saying.of_kind not in _IN_TOPICS or (pk in topics and _is_open(topics[pk], about[pk], reader))
    }


def _topics_of(sayings: Iterable[WatchedSaying]) -> dict[int, Topic]:
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for saying in sayings:
        if saying.of_kind in _IN_TOPICS:
            places[_IN_TOPICS[saying.of_kind]][saying.of_id].append(saying.pk)
    there = Topic.objects.for_actions().select_related("category")
    return {
        pk: topic
        for path, wanted in places.items()
        for topic in there.annotate(its_place=F(path)).filter(its_place__in=list(wanted))
        for pk in wanted[topic.its_place]
    }
