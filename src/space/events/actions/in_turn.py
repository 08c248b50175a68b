"""What is done with all events of a calendar from elsewhere: a few at once, the others in turn by a worker."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions.deleting import delete_topic
from space.discuss.actions.pinning import list_topic, unlist_topic
from space.discuss.models import Audience, Poster
from space.events.actions.finding import fresh
from space.events.actions.planning import cancel_event
from space.events.models import Answer, Attendance, Event, Imported, Occurrence, Source
from space.kit import clock
from space.moderation.actions import record
from space.web import versions

MUTE, UNMUTE, REMOVE, TAKE_AWAY = "mute", "unmute", "remove", "take away"
# In one transaction, and while somebody waits.
AT_ONCE = 40


def begin(source: Source, do: str, *, by: User, thoroughly: bool = False) -> None:
    """The first of its events; a worker comes for the rest. Expects the source to be locked."""
    source.underway = {"do": do, "by": by.pk, "gone": 0, "thoroughly": thoroughly}
    if _some(source):
        ask_worker(source.pk)


@transaction.atomic
def go_on(pk: int) -> bool:
    """The next few. Whether there are more."""
    source = Source.objects.select_for_update(of=("self",)).select_related("by").filter(pk=pk).first()
    return source is not None and bool(source.underway) and _some(source)


def ask_worker(pk: int) -> None:
    from procrastinate.exceptions import AlreadyEnqueued

    from space.events.tasks import go_on as job

    try:
        with transaction.atomic():
            job.configure(queueing_lock=f"events.go_on {pk}").defer(source=pk)
    except AlreadyEnqueued:
        return


def unfinished() -> list[int]:
    return list(Source.objects.exclude(underway={}).values_list("pk", flat=True))


def others_take_part(event: Event) -> bool:
    coming = Attendance.objects.filter(event=event, answer__in=(Answer.GOING, Answer.INTERESTED))
    wrote = Poster.objects.filter(topic=event.topic_id, posts__gt=0).exclude(person=event.by_id)
    return coming.exclude(person=event.by_id).exists() or wrote.exists()


def _some(source: Source) -> bool:
    task = source.underway
    by = User.objects.get(pk=task["by"])
    left, one_by_one = _DOES[task["do"]]
    rows = list(left(source).order_by("event")[: AT_ONCE + 1])
    for one in rows[:AT_ONCE]:
        task["gone"] += one_by_one(one, fresh(one.event_id), by, task)
    if len(rows) > AT_ONCE:
        source.save(update_fields=["underway"])
        return True
    _finish(source, task, by)
    return False


def _finish(source: Source, task: Mapping[str, Any], by: User) -> None:
    if task["do"] in {MUTE, UNMUTE}:
        source.underway = {}
        source.save(update_fields=["underway"])
        return
    # The events that stay do not say any more where they came from: nobody follows it.
    tags = [f"event:{pk}" for pk in source.imported.values_list("event", flat=True)]
    record(by, "source-removed", source, events=task["gone"])
    source.delete()
    versions.bump("events", *tags)


def _mute(one: Imported, event: Event, by: User, task: Mapping[str, Any]) -> int:
    unlist_topic(event.topic, by=by)
    Imported.objects.filter(pk=one.pk).update(is_muted=True)
    return 0


def _unmute(one: Imported, event: Event, by: User, task: Mapping[str, Any]) -> int:
    if not event.same_as_id and event.topic.audience != Audience.NOBODY:
        list_topic(event.topic, by=by)
    Imported.objects.filter(pk=one.pk).update(is_muted=False)
    return 0


def _take_away(one: Imported, event: Event, by: User, task: Mapping[str, Any]) -> int:
    """Whether it is gone. That it came from here is forgotten, so that each is taken once."""
    one.delete()
    versions.bump(f"event:{event.pk}")
    if event.topic.audience == Audience.NOBODY:
        return 0
    if task["thoroughly"] or not others_take_part(event):
        delete_topic(event.topic, by=by)
        return 1
    if Occurrence.objects.for_actions().filter(event=event, ends_at__gt=clock.now()).exists():
        reason = pgettext("event reason", "The calendar that it came from was removed.")
        cancel_event(event, by=by, reason=reason)
    return 0


def _shown(source: Source) -> "QuerySet[Imported]":
    return source.imported.filter(event__topic__unlisted=False).exclude(
        event__topic__audience=Audience.NOBODY
    )


def _muted(source: Source) -> "QuerySet[Imported]":
    return source.imported.filter(is_muted=True)


def _all(source: Source) -> "QuerySet[Imported]":
    return source.imported.all()


_Left = Callable[[Source], "QuerySet[Imported]"]
_OneByOne = Callable[[Imported, Event, User, Mapping[str, Any]], int]
# Which of its events are left, and what is done with each of them, after which it is not one of these.
_DOES: dict[str, tuple[_Left, _OneByOne]] = {
    MUTE: (_shown, _mute),
    UNMUTE: (_muted, _unmute),
    REMOVE: (_muted, _unmute),
    TAKE_AWAY: (_all, _take_away),
}
