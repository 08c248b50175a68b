"""Which posts go to another topic, as they are when nobody else can change them, and their numbers there."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.discuss.actions.deeds import gone
from space.discuss.models import Audience, Moved, Post, Topic
from space.discuss.steering.chosen import Chosen


class Row(NamedTuple):
    """What is asked of every post that goes."""

    pk: int
    number: int
    author: int
    is_seen: bool


def lock_both(seen: Topic, into: Topic | None = None) -> list[Topic]:
    """The topics as they are now, for us alone, whoever comes first. Refuses where they are not as they were seen."""
    looked_at = [seen, *([into] if into else [])]
    if into and into.pk == seen.pk:
        raise there_already()
    locked = Topic.objects.for_actions().select_for_update(no_key=True, of=("self",)).select_related("group")
    found = {topic.pk: topic for topic in locked.filter(pk__in=[one.pk for one in looked_at]).order_by("pk")}
    for one in looked_at:
        now = found.get(one.pk)
        if now is None or now.audience == Audience.NOBODY:
            raise gone()
        if _where(now) != _where(one):
            raise ValidationError(
                pgettext_lazy("topic", "Somebody has just moved this topic. Look at it again."), code="moved"
            )
    return [found[one.pk] for one in looked_at]


def _where(topic: Topic) -> tuple[int | None, str, int | None]:
    return topic.category_id, topic.audience, topic.group_id


def rows_chosen(source: Topic, chosen: Chosen, seen: int | None) -> tuple[list[Row], Row | None]:
    """The posts that go, what is out of sight among them too, and the first that stays; none if nothing would."""
    columns = ("pk", "number", "author_id", "hidden_at")
    there = Post.objects.for_actions().filter(topic=source).order_by("number").values_list(*columns)
    rows = [Row(pk, number, author, hidden is None) for pk, number, author, hidden in there]
    first = next((row for row in rows if row.is_seen and row.number not in chosen), None)
    going = [row for row in rows if row.number in chosen] if first else rows
    count = sum(row.is_seen for row in going if row.number in chosen)
    if count == 0:
        raise nothing_there()
    if seen is not None and count != seen and not (chosen.is_open and count > seen):
        raise ValidationError(
            pgettext_lazy("moving posts", "Some of these posts have gone meanwhile. Look at it again."),
            code="changed",
        )
    return going, first


def numbers_of(rows: Sequence[Row], into: Topic, *, fresh: bool) -> list[int]:
    """What each gets: where it stood there before, if that is free, else what follows. The first one can be seen."""
    opens = next(row.pk for row in rows if row.is_seen) if fresh else 0
    old = {} if fresh else _stood(rows, into)
    follows = 2 if fresh else into.next_number
    numbers = []
    for row in rows:
        number = 1 if row.pk == opens else old.get(row.pk, 0)
        numbers.append(number or follows)
        follows += not number
    return numbers


def _stood(rows: Sequence[Row], into: Topic) -> dict[int, int]:
    stood = Moved.objects.filter(topic=into, post__in=[row.pk for row in rows]).order_by("-number")
    taken = set(Post.objects.for_actions().filter(topic=into).values_list("number", flat=True))
    return {pk: number for pk, number in stood.values_list("post", "number") if number not in taken}


def there_already() -> ValidationError:
    return ValidationError(
        pgettext_lazy("moving posts", "These posts stand there already. Choose another topic."), code="same"
    )


def nothing_there() -> ValidationError:
    return ValidationError(
        pgettext_lazy("moving posts", "Nothing of that stands here any more. Choose again."), code="none"
    )


def whole_topic() -> ValidationError:
    return ValidationError(
        pgettext_lazy(
            "moving posts", "That is the whole topic: give it another title or category instead, or merge it."
        ),
        code="whole",
    )


def bound() -> ValidationError:
    return ValidationError(
        pgettext_lazy(
            "moving posts",
            "This topic is more than a conversation, so its first post stays. Leave it out of what you choose.",
        ),
        code="first",
    )
