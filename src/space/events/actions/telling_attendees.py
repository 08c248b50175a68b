"""Whom a free place and a word of the organisers concern: a job asks here."""

from space.discuss.circles import circle_told
from space.events.models import Answer, Attendance, Event, Occurrence, Status, Word
from space.events.telling.attendees import ATTENDANCE, MERGED, PLACE, WORD
from space.kit import clock
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News


def of_place(pk: int, person: int, attendance: int = 0, *, after: int, limit: int) -> Batch:
    """Who moved up, as long as they still have the place, and there is something to come to."""
    theirs = Attendance.objects.with_place().filter(event=pk, person=person)
    mine = (theirs.filter(pk=attendance) if attendance else theirs).first()
    coming = Occurrence.objects.for_actions().filter(event=pk, ends_at__gt=clock.now())
    coming = coming.filter(of=mine.of) if mine and mine.of else coming
    if mine is None or not coming.exclude(event__status=Status.CANCELLED).exists():
        return NOTHING
    event = Event.objects.for_actions().select_related("topic").get(pk=pk)
    news = News(
        at=event.changed_at,
        circle=circle_told(event.topic),
        actor=event.by_id,
        topic=event.topic_id,
        thing=pk,
        once=f"event-place {pk} {person} {mine.pk} {int(mine.at.timestamp())}",
    )
    return batch_of(news, {person: PLACE}, after, limit, kind=ATTENDANCE)


def of_merged(pk: int, person: int, *, after: int, limit: int) -> Batch:
    """Whose answer went over from an event to the one that is kept, as long as it is there."""
    left = Event.objects.for_actions().select_related("same_as__topic").filter(pk=pk).first()
    kept = left.same_as if left else None
    if left is None or kept is None or not Attendance.objects.filter(event=kept, person=person).exists():
        return NOTHING
    news = News(
        at=left.changed_at,
        circle=circle_told(kept.topic),
        actor=left.by_id,
        topic=kept.topic_id,
        thing=kept.pk,
        once=f"event-merged {pk} {person}",
    )
    return batch_of(news, {person: MERGED}, after, limit, kind=ATTENDANCE)


def of_word(pk: int, *, after: int, limit: int) -> Batch:
    """Who goes, waits or is interested, but for who wrote it."""
    word = Word.objects.filter(pk=pk).first()
    if word is None:
        return NOTHING
    event = Event.objects.for_actions().select_related("topic").get(pk=word.event_id)
    said = Attendance.objects.of_people().filter(answer__in=(Answer.GOING, Answer.INTERESTED))
    rows = said.of_date(event.pk, word.of) if word.of else said.ahead().filter(event=event)
    people = rows.exclude(person=word.by_id).values_list("person_id", flat=True)
    news = News(
        at=word.at,
        circle=circle_told(event.topic),
        actor=word.by_id,
        topic=event.topic_id,
        thing=pk,
        once=f"event-word {pk}",
    )
    return batch_of(news, dict.fromkeys(people, WORD), after, limit, kind=ATTENDANCE)
