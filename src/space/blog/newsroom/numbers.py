"""What the board knows of its own work: how long stories wait, and where they come from. Nothing of any reader."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

from django.db.models import Min
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.blog.actions.measuring import said_and_done
from space.blog.models import Author, Stage, Story, Taken
from space.kit import clock
from space.languages import autonym, mark, region_name
from space.web.kept import Kept

_YEAR = timedelta(days=365)
_AT_MOST = 20_000


class Counted(NamedTuple):
    label: str
    lang: str
    number: int


class Waits(NamedTuple):
    """Of what was sent to review within a year, in seconds."""

    to_answer: list[float]
    to_publication: list[float]
    unanswered: int


def median_said() -> str:
    """How long half of all stories waited for a first answer at most; nothing while none had one."""
    found = _median.get()
    return said(found) if found is not None else ""


def numbers(reader: Reader) -> dict[str, Any]:
    now = clock.now()
    waits, stories = _waits(now), Story.objects.visible_to(reader).filter(group=None)
    published = stories.filter(stage=Stage.PUBLISHED, published_at__gte=now - _YEAR)
    rows = list(published.values_list("pk", "language", "regions"))
    stages = Counter(stories.filter(shared_at__isnull=False).values_list("stage", flat=True))
    return {
        "to_answer": _median_of(waits.to_answer),
        "to_publication": _median_of(waits.to_publication),
        "answered": len(waits.to_answer),
        "unanswered": waits.unanswered,
        "published": len(rows),
        "first_time": _first_time(pk for pk, _, _ in rows),
        "stages": [Counted(str(one.label), "", stages[one]) for one in Stage if stages[one]],
        "languages": _counted((autonym(code), mark(code).lang) for _, code, _ in rows),
        "regions": _counted((region_name(code), "") for _, _, codes in rows for code in codes),
    }


def said(span: timedelta) -> str:
    hours = max(1, round(span.total_seconds() / 3600))
    if hours < 48:
        return npgettext("span", "%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    days = round(hours / 24)
    return npgettext("span", "%(n)d day", "%(n)d days", days) % {"n": days}


def _median_of(spans: list[float]) -> str:
    return said(timedelta(seconds=median(spans))) if spans else pgettext("span", "not known yet")


def _waits(now: datetime) -> Waits:
    """From the first time that a story was sent to review."""
    sent = dict(
        Taken.objects.filter(step="submit", story__group=None)
        .values_list("story")
        .annotate(first=Min("at"))
        .filter(first__gte=now - _YEAR)[:_AT_MOST]
    )
    answers = _answers(sent)
    published = (
        Taken.objects.filter(step="publish", story__in=sent).values_list("story").annotate(first=Min("at"))
    )
    return Waits(
        [(answers[pk] - sent[pk]).total_seconds() for pk in answers],
        [(at - sent[pk]).total_seconds() for pk, at in published if at >= sent[pk]],
        len(sent) - len(answers),
    )


def _answers(sent: Mapping[int, datetime]) -> dict[int, datetime]:
    """When somebody who is not its author first did something with a story or said a word about it."""
    authors: dict[int, set[int]] = {}
    for story, person in Author.objects.filter(story__in=sent, person__isnull=False).values_list(
        "story", "person"
    ):
        authors.setdefault(story, set()).add(person)
    first: dict[int, datetime] = {}
    for story, by, at in said_and_done(list(sent)):
        if by not in authors.get(story, ()) and at >= sent[story]:
            first[story] = min(at, first.get(story, at))
    return first


def _first_time(published: Iterable[int]) -> int:
    """People whose first published story is one of these."""
    firsts: dict[int, tuple[datetime, int]] = {}
    rows = Author.objects.filter(person__isnull=False, story__published_at__isnull=False, story__group=None)
    for person, at, story in rows.values_list("person", "story__published_at", "story"):
        if person and at:
            firsts[person] = min((at, story), firsts.get(person, (at, story)))
    within = set(published)
    return sum(story in within for _, story in firsts.values())


def _counted(found: Iterable[tuple[str, str]]) -> list[Counted]:
    counts = Counter(found).most_common(50)
    return [Counted(label, lang, number) for (label, lang), number in counts]


def _load() -> timedelta | None:
    spans = _waits(clock.now()).to_answer
    return timedelta(seconds=median(spans)) if spans else None


# Counted again when the lists by score are made: every ten minutes.
_median: Kept[timedelta | None] = Kept("scores", _load)
