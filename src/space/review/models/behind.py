"""What cases are about, for who looks after them: also what was hidden or deleted since."""

from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, OuterRef, Value

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models import Audience, Post, Topic
from space.events.models import Event
from space.events.plan import READ
from space.review.models.cases import Case

# More than this nobody counts.
MANY = 1000


def posts_of(cases: Iterable[Case], reader: Reader) -> dict[int, Post]:
    """The posts of cases that this reader sees, by their ids. What went behind another door since stays there."""
    asked = {case.thing_id: case for case in cases if case.thing_kind == Post._meta.label_lower}
    if not asked:
        return {}
    related = ("topic__category", "author")
    found = Post.objects.for_actions().filter(pk__in=asked).select_related(*related)
    return {post.pk: post for post in found if _is_open(post.topic, asked[post.pk], reader)}


def _is_open(topic: Topic, case: Case, reader: Reader) -> bool:
    """Deleted topics keep the door of their category."""
    room = topic.category
    kept = bool(room and room.audience == Audience.GROUP)
    closed = topic.audience == Audience.GROUP or (topic.audience == Audience.NOBODY and kept)
    return not closed or topic.group_id == case.group_id or topic.group_id in reader.groups


def posts_written(people: Iterable[int]) -> dict[int, int]:
    """How many posts each of these has written, up to a thousand."""
    theirs = Post.objects.for_actions().filter(author=OuterRef("pk"), hidden_at=None).order_by()
    some = ArraySubquery(theirs.values_list(Value(1))[:MANY])
    counted = Func(some, function="cardinality", output_field=IntegerField())
    return dict(User.objects.filter(pk__in=set(people)).annotate(n=counted).values_list("pk", "n"))


def beside_of(post: Post) -> list[str]:
    """What an event says of the place and of links: who decides reads it as the gate did."""
    event = Event.objects.for_actions().filter(topic=post.topic_id).first() if post.number == 1 else None
    said = [getattr(event, name) for name in READ] if event else []
    return [one for one in said if one]
