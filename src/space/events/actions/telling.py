"""Whom a change of an event concerns: a job asks here. Nobody hears of what they did themselves."""

from space.discuss.actions.posts_told import locked_topics
from space.discuss.circles import circle_told
from space.events.models import Answer, Attendance, Event, Organiser
from space.events.telling.words import EVENT, GOING, INTERESTED, ORGANISER
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News


def of_change(pk: int, sequence: int, by: int, *, after: int, limit: int) -> Batch:
    """Who goes or is interested, and who organises it. What was changed again since then is told as it is now."""
    event = Event.objects.for_actions().filter(pk=pk, sequence=sequence).first()
    version = event.versions.first() if event else None
    topic = locked_topics([event.topic_id]).get(event.topic_id) if event else None
    if event is None or version is None or topic is None:
        return NOTHING
    news = News(
        at=version.at,
        circle=circle_told(topic),
        actor=by,
        topic=topic.pk,
        number=1,
        thing=version.pk,
        once=f"event-changed {pk} {sequence}",
    )
    return batch_of(news, _concerned(event, by), after, limit, kind=EVENT)


def _concerned(event: Event, by: int) -> dict[int, str]:
    """From the weakest reason to the strongest: of several the last one holds."""
    answers = {Answer.INTERESTED: INTERESTED, Answer.GOING: GOING}
    said = (
        Attendance.objects.of_people()
        .ahead()
        .filter(event=event, answer__in=answers)
        .order_by("-answer")
        .values_list("person", "answer")
    )
    # Of what repeats somebody may have said both: that they go holds.
    why = {person: answers[Answer(answer)] for person, answer in said}
    why |= dict.fromkeys(Organiser.objects.filter(event=event).values_list("person", flat=True), ORGANISER)
    return {person: because for person, because in why.items() if person != by}
