"""Calendars elsewhere are read here: each hour, or when somebody asks. What they say is followed."""

import logging
import re
import time
from collections.abc import Iterable
from datetime import timedelta

import icalendar
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import pgettext

from space.accounts.models import Nature, User
from space.accounts.readers import reader_of
from space.events.actions.dropping import drop_missing
from space.events.actions.items import Outcome, keep_items, titles_of
from space.events.actions.sources import tag_of
from space.events.importing.asking import BYTES, Failed, State, state_of
from space.events.importing.coming import coming
from space.events.importing.files import groups_in
from space.events.importing.reasons import LATER, UNFINISHED
from space.events.models import Imported, Source
from space.events.permissions_outside import can_subscribe
from space.events.when import is_zone
from space.kit import clock
from space.kit.fields import first_words, one_line
from space.limits.actions import Limit, take
from space.notifications.actions import tell
from space.web import versions

SOON, HOUR, DAY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)
# Of one calendar; and how long a reading may take while somebody waits for it, and while nobody does.
AT_MOST, WAITED_FOR, BY_ITSELF = 500, 12.0, 120.0
# What is larger is left to the worker.
_WHILE_ONE_WAITS = 1_000_000
# Who has been reading for longer than this has died over it.
_AT_LONGEST = timedelta(minutes=15)
# Failing for so long, it is given up.
PATIENCE = timedelta(days=7)
_PROBLEMS = 50
_BY_HAND = Limit("calendar-readings", 30, HOUR)
_NAME = re.compile(r"^X-WR-CALNAME[^:\n]*:(.{1,200})", re.MULTILINE | re.IGNORECASE)
_log = logging.getLogger(__name__)


def due() -> list[int]:
    """Those whose time has come, the longest waiting first. What nobody looks after any more is not read."""
    live = Source.objects.read_by_themselves().filter(due_at__lte=clock.now())
    people = Q(by__is_active=True, by__nature=Nature.PERSON)
    return list(live.filter(people).order_by("due_at", "pk").values_list("pk", flat=True))


def read_now(source: Source, *, by: User) -> Outcome | None:
    """Somebody asks for it and waits. None where it has nothing new, or is still being read when we answer."""
    take(f"person:{by.pk}", _BY_HAND)
    return read_source(source.pk, seconds=WAITED_FOR, at_most=_WHILE_ONE_WAITS)


def read_source(pk: int, *, seconds: float = BY_ITSELF, at_most: int = BYTES) -> Outcome | None:
    """What became of it; None where nothing was to be done. Whatever happens, its next reading is set."""
    source = _claim(pk)
    if source is None:
        return None
    zone = source.by.time_zone if is_zone(source.by.time_zone) else "UTC"
    with translation.override(source.by.language or "en"):
        try:
            return _read(source, zone, time.monotonic() + seconds, at_most)
        except Failed as failed:
            if failed.is_large and at_most < BYTES:
                _leave_to_workers(source)
            else:
                _put_off(source, failed)
        except Exception:
            # A calendar that we stumble over must not be asked every ten minutes.
            _log.exception("source %s", pk)
            _put_off(
                source, Failed(pgettext("calendar source", "Something here went wrong while it was read."))
            )
        return None


def _claim(pk: int) -> Source | None:
    """For us alone. Of two who want to read it at once the second one goes away."""
    now = clock.now()
    free = Q(reading_since=None) | Q(reading_since__lt=now - _AT_LONGEST)
    if not Source.objects.read_by_themselves().filter(free, pk=pk).update(reading_since=now):
        return None
    source = Source.objects.select_related("by").get(pk=pk)
    if source.by.is_active and can_subscribe(reader_of(source.by)):
        return source
    # Who may not write now does not write through a calendar either. That may end.
    Source.objects.filter(pk=pk).update(reading_since=None, due_at=now + DAY)
    return None


def _leave_to_workers(source: Source) -> None:
    Source.objects.filter(pk=source.pk).update(reading_since=None, due_at=clock.now())
    ask_workers([source.pk])


def _read(source: Source, zone: str, until: float, at_most: int) -> Outcome | None:
    state = state_of(source.address, _known(source), at_most)
    if not state.is_new:
        _succeed(source, state)
        return None
    outcome = Outcome(source)
    groups, outcome.problems = groups_in(state.data)
    _name(source, state.data)

    def enough(number: int) -> str:
        if number >= AT_MOST:
            return str(LATER)
        return str(UNFINISHED) if time.monotonic() > until else ""

    unsure = {one.uid for one in outcome.problems}
    kept = keep_items(coming(groups, _to_come(source)), zone, outcome, source.by, enough)
    kept.unsure |= unsure
    waits = "" in unsure or not drop_missing(source, kept, outcome)
    # Where something is left to do, the next reading has to begin from the whole calendar again.
    _succeed(source, State() if waits or _is_cut(outcome) else state, outcome)
    return outcome


def _known(source: Source) -> State:
    """Of one that has more to come than we keep, on a new day nothing: some of it may be over."""
    is_long = any(reason == str(LATER) for _, reason in source.problems)
    if is_long and source.read_at.date() != clock.now().date():
        return State()
    return State(b"", source.etag, source.modified, source.digest)


def _is_cut(outcome: Outcome | None) -> bool:
    return outcome is not None and any(one.reason == str(UNFINISHED) for one in outcome.problems)


def _to_come(source: Source) -> set[str]:
    now = clock.now()
    rows = Imported.objects.filter(source=source, event__occurrences__ends_at__gt=now)
    return set(rows.values_list("uid", flat=True))


def _name(source: Source, data: bytes) -> None:
    """As the calendar calls itself, also when it is called otherwise one day."""
    found = _NAME.search(data[:20_000].decode("utf-8", "replace"))
    name = first_words(one_line(icalendar.vText.from_ical(found[1])), 250) if found else ""
    source.name = name or source.name


def _succeed(source: Source, state: State, outcome: Outcome | None = None) -> None:
    now = clock.now()
    source.etag, source.modified, source.digest = state.etag, state.modified, state.digest
    source.read_at, source.reading_since = now, None
    source.due_at = now + (SOON if _is_cut(outcome) else HOUR)
    source.failures, source.failing_since, source.failure = 0, None, ""
    if outcome is not None:
        source.problems = list(titles_of(outcome.problems[:_PROBLEMS]))
    _save(source)


@transaction.atomic
def _put_off(source: Source, failed: Failed) -> None:
    """Twice as long each time, up to a day; after a week it is given up, and who subscribed is told."""
    now = clock.now()
    source.failures += 1
    source.failing_since = source.failing_since or now
    source.failure, source.reading_since = failed.reason[:300], None
    pause = HOUR * 2 ** min(source.failures, 5)
    source.due_at = now + max(min(pause, DAY), failed.wait)
    if failed.is_gone or now - source.failing_since >= PATIENCE:
        source.stopped_at, source.due_at = now, None
        tell(f"source-stopped {source.pk} {int(now.timestamp())}")
    _save(source)


def _save(source: Source) -> None:
    """Only what a reading knows: it may have been muted meanwhile, and then nothing is due."""
    names = (
        "name", "etag", "modified", "digest", "read_at", "reading_since", "failures", "failing_since", "failure",
        "problems", "emptied_at", "stopped_at",
    )  # fmt: skip
    rows = Source.objects.filter(pk=source.pk)
    rows.update(**{name: getattr(source, name) for name in names})
    rows.filter(muted_at=None).update(due_at=source.due_at)
    versions.bump(tag_of(source))


def ask_workers(pks: Iterable[int]) -> None:
    """A job for each of them, so that a slow one keeps none of the others waiting."""
    from procrastinate.exceptions import AlreadyEnqueued

    from space.events.tasks import read_source as job

    for pk in pks:
        try:
            job.configure(queueing_lock=f"events.read_source {pk}").defer(source=pk)
        except AlreadyEnqueued:
            continue


def start_again(source: Source, *, by: User) -> None:
    """Somebody has mended what made it fail: it is read as before."""
    if Source.objects.read_by_themselves().filter(address=source.address).exclude(pk=source.pk).exists():
        raise ValidationError(
            pgettext("limit", "This calendar is read already: its events are in the calendar here."),
            code="read_already",
        )
    Source.objects.filter(pk=source.pk, muted_at=None).update(
        stopped_at=None, due_at=clock.now(), failures=0, failing_since=None
    )
