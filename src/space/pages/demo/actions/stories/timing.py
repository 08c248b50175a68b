"""When each thing happened on a story's way. Files give the stations; what lies between them is set in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from space.pages.demo.actions.happening import between, lot, moment
from space.pages.demo.story_texts import Stage, Story

# Steps come in the first minutes of their hour: the file's posts may follow in the same one.
_STEP_SPREAD = 10
_QUARTER = 15
# How far on its way a text is saved again: until it was sent, or, where it was not, until today.
_SAVED, _SAVED_LATELY = (0.4, 0.8), (0.4, 0.95)


@dataclass(frozen=True)
class Times:
    began: datetime
    saved: tuple[datetime, ...]
    shared: datetime | None
    submitted: datetime | None
    claimed: datetime | None
    # Every point that is ticked had been looked at by then; who schedules it does so then.
    looked: datetime
    decided: datetime | None
    # When it was, or is to be, published. By the clock, on the quarter of an hour that somebody had set.
    published: datetime | None
    is_by_clock: bool


def times_of(told: Story, now: datetime) -> Times:
    began = _station(told, now, told.began)
    submitted = _station(told, now, told.submitted) if told.submitted else None
    decided = _station(told, now, told.decision.ago) if told.decision else None
    is_by_clock = told.stage == Stage.SCHEDULED or lot(told.slug) % 3 != 1
    published = _published(told, now, is_by_clock)
    talk = sorted(now - ago for ago in _talk(told))
    end = decided or (published if published and published < now else now)
    claimed = between(submitted, _first_word(told, now, end), 0.4) if submitted and told.reviewer else None
    # The last words before the end, with the minutes that they may come later.
    last = max([*(at + timedelta(hours=1) for at in talk if at < end), claimed or submitted or began])
    lately = _SAVED if submitted else _SAVED_LATELY
    return Times(
        began=began,
        saved=tuple(between(began, submitted or now, share) for share in lately),
        shared=between(began, talk[0] if talk else now, 0.3) if told.is_shared and not submitted else None,
        submitted=submitted,
        claimed=claimed,
        looked=last if told.stage == Stage.REVIEW else between(last, end, 0.5),
        decided=decided,
        published=published,
        is_by_clock=is_by_clock,
    )


def _station(told: Story, now: datetime, ago: timedelta) -> datetime:
    return moment(now, ago, lot(f"{told.slug} {ago}") % _STEP_SPREAD)


def _published(told: Story, now: datetime, is_by_clock: bool) -> datetime | None:
    if told.scheduled:
        at = now + told.scheduled
    elif told.published:
        at = _station(told, now, told.published)
    else:
        return None
    if not is_by_clock:
        return at
    return at.replace(minute=at.minute - at.minute % _QUARTER, second=0, microsecond=0)


def _talk(told: Story) -> Iterator[timedelta]:
    yield from (post.ago for post in told.review.posts)
    for note in told.review.notes:
        yield note.ago
        if note.resolved is not None:
            yield note.resolved


def _first_word(told: Story, now: datetime, end: datetime) -> datetime:
    """Of the reviewer, who had claimed it by then."""
    posts = [now - post.ago for post in told.review.posts if post.author == told.reviewer]
    return min([*posts, *(now - note.ago for note in told.review.notes if note.by == told.reviewer), end])
