"""A batch of people to tell, without those who are told nothing: who is away, suspended, or no person."""

from collections.abc import Mapping

from space.accounts.models import Nature, User
from space.kit import clock
from space.moderation.models import Measure, Penalty
from space.notifications.causes import Batch, News, To


def batch_of(news: News, why: Mapping[int, str], after: int, limit: int, *, kind: str) -> Batch:
    """These people, each with the reason, in the order of their ids; those with an id up to `after` had their turn."""
    told = User.objects.filter(pk__in=why, pk__gt=after, is_active=True, nature=Nature.PERSON)
    away = Penalty.objects.filter(measure=Measure.SUSPENSION, ended=None, until__gt=clock.now())
    found = list(
        told.exclude(pk__in=away.values("person")).order_by("pk").values_list("pk", flat=True)[:limit]
    )
    last = found[-1] if len(found) == limit else None
    return Batch(news, [To(pk, (kind,), why[pk], 0) for pk in found], last)
