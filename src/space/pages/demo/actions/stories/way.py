"""What happens on a story's way and when: all that stands in its file but the posts, which come by themselves."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from space.pages.demo.actions.happening import between, lot, moment
from space.pages.demo.actions.stories.drafts import drafts
from space.pages.demo.actions.stories.timing import Times, times_of
from space.pages.demo.actions.stories.translating import translating, wishing
from space.pages.demo.story_texts import Stage
from space.web.moments import Moment

if TYPE_CHECKING:
    from space.pages.demo.actions.stories.life import Life

Steps = Iterator[tuple[datetime, Callable[[], object]]]
# Minutes after the full hour: notes come among the posts, what is done with them after.
_NOTE_SPREAD, _RESOLVED_AFTER, _CORRECTED_AFTER = 40, 50, 50
_SAVED_BEFORE = timedelta(minutes=20)


def way_of(life: "Life", now: datetime) -> Steps:
    times = times_of(life.told, now)
    yield from _writing(life, times)
    if times.submitted:
        yield from _reviewing(life, times)
        yield from _ending(life, times)
    yield from _noting(life, now)
    yield from _correcting(life, now)
    yield from translating(life, now)
    if life.told.stage == Stage.PUBLISHED and times.published:
        yield from wishing(life, times.published, now)


def _writing(life: "Life", times: Times) -> Steps:
    yield times.began, life.begin
    authors = life.authors
    for number, (at, edition) in enumerate(zip(times.saved, drafts(life.told)[1:], strict=False), start=1):
        yield at, partial(life.save, edition, authors[number % len(authors)])
    if times.shared:
        yield times.shared, partial(life.take, "share", authors[0])


def _reviewing(life: "Life", times: Times) -> Steps:
    told = life.told
    if times.submitted:
        yield times.submitted, partial(life.take, "submit", life.authors[0])
    if times.claimed:
        reviewer = life.people[told.reviewer]
        yield times.claimed, partial(life.claim, reviewer)
        for number, point in enumerate(told.checks, start=1):
            at = between(times.claimed, times.looked, number / (len(told.checks) + 1))
            yield at, partial(life.tick, point, reviewer)


def _ending(life: "Life", times: Times) -> Steps:
    told, editor = life.told, life.people[life.editor.name]
    if times.decided and told.decision:
        by = {
            Stage.CHANGES: ("want-changes", life.people[told.reviewer]),
            Stage.DECLINED: ("decline", editor),
            Stage.WITHDRAWN: ("withdraw", life.authors[0]),
        }
        yield times.decided, partial(life.take, *by[told.stage], told.decision.reason)
    if times.published is None:
        return
    if times.is_by_clock:
        at = Moment(times.published, life.editor.time_zone)
        yield times.looked, partial(life.take, "schedule", editor, moment=at)
    if told.stage == Stage.PUBLISHED:
        yield times.published, partial(life.take, "publish", None if times.is_by_clock else editor)
    if told.is_featured:
        yield times.published + timedelta(minutes=30), partial(life.feature, editor)


def _noting(life: "Life", now: datetime) -> Steps:
    for note in life.told.review.notes:
        spread = lot(f"{life.told.slug} {note.line}") % _NOTE_SPREAD
        yield moment(now, note.ago, spread), partial(life.note, note)
        if note.resolved is not None:
            yield moment(now, note.resolved, _RESOLVED_AFTER), partial(life.resolve, note)


def _correcting(life: "Life", now: datetime) -> Steps:
    """What it says afterwards is what it said before the next correction, or says today."""
    told = life.told
    afterwards = [*(one.before for one in told.corrections), told.original][1:]
    for correction, edition in zip(told.corrections, afterwards, strict=True):
        at, by = moment(now, correction.ago, _CORRECTED_AFTER), life.people[correction.by]
        yield at - _SAVED_BEFORE, partial(life.save, edition, by)
        # Nobody corrects alone: who reviewed it looks again.
        yield at - _SAVED_BEFORE / 2, partial(life.tick, told.checks[0], life.people[told.reviewer])
        yield at, partial(life.take, "correct", by, correction.why)
