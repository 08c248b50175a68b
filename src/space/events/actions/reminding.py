"""Who is going is reminded a day before, and an hour before: once each, and never after it began."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from space.discuss.actions.posts_told import locked_topics
from space.discuss.circles import circle_told
from space.events.models import Attendance, Occurrence, Status
from space.events.numbers import REMIND_EARLY, REMIND_LATE
from space.events.telling.reminders import EARLY, KINDS, LATE
from space.kit import clock
from space.moderation.telling import batch_of
from space.notifications.actions import tell
from space.notifications.causes import NOTHING, Batch, News

# Dates of one run; what is left over is found by the next, a few minutes later.
_AT_MOST = 500
_COLUMNS = {EARLY: "reminded_a_day", LATE: "reminded_an_hour"}


def remind() -> int:
    """Asks for all reminders that are due; asking again asks for nothing. Says of how many dates."""
    now = clock.now()
    late = now + timedelta(minutes=REMIND_LATE())
    early = now + timedelta(hours=REMIND_EARLY())
    # What begins within the hour is told by the second reminder alone.
    whole_days = Q(is_all_day=True, starts_at__gt=now) | Q(starts_at__gt=late)
    return _ask_for(LATE, now, late, Q(is_all_day=False)) + _ask_for(EARLY, now, early, whole_days)


@transaction.atomic
def _ask_for(which: int, now: datetime, until: datetime, fits: Q) -> int:
    """A date that moved since it was told is told again: its column holds the beginning that was told."""
    column = _COLUMNS[which]
    there = Q(of=None) | Q(of=OuterRef("of"))
    going = Attendance.objects.with_place().of_people().filter(there, event=OuterRef("event"))
    due = Occurrence.objects.for_actions().filter(
        fits,
        ~Q(event__status=Status.CANCELLED),
        Q(**{column: None}) | ~Q(**{column: F("starts_at")}),
        Exists(going),
        starts_at__gt=now,
        starts_at__lte=until,
    )
    found = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("starts_at", "pk")[:_AT_MOST])
    for one in found:
        tell(f"event-reminder {one.pk} {which} {int(one.starts_at.timestamp())}")
    pks = [one.pk for one in found]
    Occurrence.objects.for_actions().filter(pk__in=pks).update(**{column: F("starts_at")})
    return len(found)


def of_reminder(pk: int, which: int, starts: int, *, after: int, limit: int) -> Batch:
    """Who has a place. Of what was cancelled or moved meanwhile, or has begun before a job came to it, nobody hears."""
    rows = Occurrence.objects.for_actions().filter(pk=pk, starts_at__gt=clock.now())
    one = rows.exclude(event__status=Status.CANCELLED).select_related("event").first()
    topic = locked_topics([one.event.topic_id]).get(one.event.topic_id) if one else None
    if one is None or topic is None or int(one.starts_at.timestamp()) != starts:
        return NOTHING
    news = News(
        at=clock.now(),
        circle=circle_told(topic),
        actor=one.event.by_id,
        topic=topic.pk,
        thing=pk,
        once=f"event-reminder {one.event_id} {which} {starts}",
    )
    people = Attendance.objects.with_place().of_people().of_date(one.event_id, one.of)
    why = dict.fromkeys(people.values_list("person_id", flat=True), "going")
    return batch_of(news, why, after, limit, kind=KINDS[which])
