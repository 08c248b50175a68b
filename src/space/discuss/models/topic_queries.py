"""Which topics: who may see them, and which of them a list wants."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from space.accounts.readers import Reader
from space.discuss.models.categories import Audience, Category
from space.discuss.models.following import Following, Level
from space.discuss.models.people import Participant

if TYPE_CHECKING:
    from space.discuss.models.topics import Topic  # noqa: F401 - ruff does not read the words in brackets below


class TopicQuerySet(models.QuerySet["Topic"]):
    def visible_to(self, reader: Reader) -> Self:
        """Topics this reader may know of. Every view, feed, mail and count starts here."""
        return self.filter(audience_allows(reader))

    def deleted_for(self, reader: Reader, rooms: Iterable[int]) -> Self:
        """Deleted topics, for who looks after these rooms and may see them."""
        seen = Category.objects.visible_to(reader).filter(pk__in=list(rooms))
        return self.filter(audience=Audience.NOBODY, deletion__isnull=False, category__in=seen.values("pk"))

    def in_latest(self) -> Self:
        """Without those whose category, or a moderator, keeps them out of the common list."""
        return self.filter(listed=True)

    def in_lists(self) -> Self:
        """Without those that a moderator keeps out of every list."""
        return self.filter(unlisted=False)

    def latest_first(self) -> Self:
        return self.order_by("-last_posted_at", "-pk")

    def before(self, moment: datetime, pk: int) -> Self:
        """Those that stand after this position in a list with the latest first."""
        return self.filter(
            Q(last_posted_at__lt=moment) | Q(last_posted_at=moment, pk__lt=pk), last_posted_at__lte=moment
        )

    def by_score(self, period: str) -> Self:
        """Those that stand in a list which the clock makes, with their `score`, the highest first."""
        scored = self.filter(scores__period=period).annotate(score=F("scores__score"))
        return scored.order_by("-scores__score", "-scores__topic_id")

    def below(self, score: float, pk: int) -> Self:
        """Those that stand after this position in a list by score."""
        after = Q(scores__score__lt=score) | Q(scores__score=score, scores__topic_id__lt=pk)
        return self.filter(after, scores__score__lte=score)

    def with_mine(self, reader: Reader) -> Self:
        """With this reader's own mark as `mine`, where there is one."""
        return self.annotate(mine=FilteredRelation("read_marks", condition=Q(read_marks__person=reader.pk)))

    def without_mutes_of(self, reader: Reader) -> Self:
        """Without what is in muted categories, carries a muted tag or was begun by a muted person."""
        muted = Following.objects.filter(person=reader.pk, level=Level.MUTED)
        rooms = muted.filter(category__isnull=False).values("category")
        closed_off = Category.objects.for_actions().filter(Q(pk__in=rooms) | Q(parent__in=rooms))
        return self.exclude(
            Q(category__in=closed_off.values("pk"))
            | Q(author__in=muted.filter(other__isnull=False).values("other"))
        ).exclude(tags__in=muted.filter(tag__isnull=False).values("tag"))

    def new_for(self, reader: Reader, since: datetime) -> Self:
        """Made since then by others, not opened and not dismissed. Expects `with_mine`."""
        return self.filter(NEW, created_at__gt=since).exclude(author=reader.pk)

    def unread(self) -> Self:
        """Tracked, with posts after the last one read, the newest first. Expects `with_mine`."""
        return self.filter(UNREAD).order_by("-mine__unread_at", "-mine__topic_id")

    def unread_before(self, moment: datetime, pk: int) -> Self:
        """Those of them that stand after this position."""
        after = Q(mine__unread_at__lt=moment) | Q(mine__unread_at=moment, mine__topic_id__lt=pk)
        return self.filter(UNREAD, after, mine__unread_at__lte=moment).order_by(
            "-mine__unread_at", "-mine__topic_id"
        )

    def with_status(self, status: str) -> Self:
        """open, closed, solved, unsolved or unanswered; anything else is as good as nothing."""
        return self.filter(STATUS.get(status, Q()))

    def asking(self, group: int) -> Self:
        """Questions to this group."""
        return self.filter(asked=group, kind="question", unlisted=False)

    def waiting(self) -> Self:
        """Questions that are open, and for which nobody has chosen an answer."""
        return self.filter(WAITING)

    def tagged(self, names: Sequence[str]) -> Self:
        """Those that carry each of these tags."""
        found = self
        for name in names:
            found = found.filter(tags__name=name)
        return found

    def in_languages(self, codes: Sequence[str]) -> Self:
        """Those with posts in one of these languages, and those whose language nobody knows."""
        return self.filter(languages__overlap=["", *codes]) if codes else self

    def for_list(self) -> Self:
        """With all that a row shows, in one query."""
        return self.select_related("category", "closure", "pin", "answer").prefetch_related("tags")


# Conditions on `mine`. Each list uses one of them, in one filter: a second would join the marks a second time.
NOT_MUTED = Q(mine__level__isnull=True) | Q(mine__level__gt=Level.MUTED)
NEW = Q(mine__pk__isnull=True)
UNREAD = Q(mine__unread_at__isnull=False)

# What each status is, as lists and search ask for it.
STATUS = {
    "open": Q(closure__isnull=True),
    "closed": Q(closure__isnull=False),
    "solved": Q(answer__isnull=False),
    "unsolved": Q(kind="question", answer__isnull=True),
    "unanswered": Q(posts_count=1),
}

WAITING = STATUS["unsolved"] & STATUS["open"]


def audience_allows(reader: Reader, path: str = "", number: str = "") -> Q:
    """The condition behind every `visible_to`: lists what is allowed. `path` leads to the topic, as `topic__`.

    `number` is the field that says which post it is about: who was added later reads from then on.
    """
    allowed = Q(**{f"{path}audience": Audience.PUBLIC})
    if reader.is_member:
        allowed |= Q(**{f"{path}audience": Audience.MEMBERS})
        if reader.groups:
            allowed |= Q(**{f"{path}audience": Audience.GROUP, f"{path}group__in": reader.groups})
        mine = Participant.objects.filter(
            Q(group=None) | Q(group__in=reader.groups) if reader.groups else Q(group=None),
            topic=OuterRef(f"{path}pk"),
            person=reader.pk,
            **({"since__lte": OuterRef(number)} if number else {}),
        )
        allowed |= Q(Exists(mine), **{f"{path}audience": Audience.PEOPLE})
        if reader.opened:
            allowed |= Q(**{f"{path}audience": Audience.PEOPLE, f"{path}pk__in": reader.opened})
    return allowed
