"""Lines of the public log, each written with its entry."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model

from space.accounts.models import Nature
from space.moderation.models import LogEntry
from space.review.log.actions.whereabouts import Whereabouts, whereabouts
from space.review.log.acts import ACTS
from space.review.models import Line

_AT_ONCE = 1_000


def write_line(sender: type[LogEntry], entry: LogEntry, thing: Model, **_: Any) -> None:
    """Hears of every entry."""
    line = line_of(entry, thing)
    if line:
        line.save(force_insert=True)


def line_of(entry: LogEntry, thing: Model | None) -> Line | None:
    """None where it is no moderation: people's own steps, and what somebody does with their own post or topic."""
    act = ACTS.get(entry.what)
    if act is None:
        return None
    there = whereabouts(entry, thing) if thing else Whereabouts()
    if there.author == entry.by_id and not (act.by_author or act.of_others):
        return None
    return Line(
        entry=entry,
        at=entry.at,
        sort=act.sort,
        by_machine=entry.by.nature == Nature.SYSTEM,
        clause=entry.codes.get("clause", ""),
        category_id=there.category,
        circle=there.circle,
        about_id=there.about,
    )


def complete() -> int:
    """Write the lines of entries that have none yet, such as those from before there were lines. Says how many."""
    written = 0
    missing = LogEntry.objects.filter(what__in=ACTS, line=None).select_related("by").order_by("pk")
    after = 0
    while entries := list(missing.filter(pk__gt=after)[:_AT_ONCE]):
        after = entries[-1].pk
        things = _things(entries)
        lines = (line_of(entry, things.get((entry.thing_kind, entry.thing_id))) for entry in entries)
        written += len(Line.objects.bulk_create([line for line in lines if line], ignore_conflicts=True))
    return written


def _things(entries: Iterable[LogEntry]) -> dict[tuple[str, int], Model]:
    """What is still there of what these entries are about."""
    wanted = defaultdict(set)
    for entry in entries:
        wanted[entry.thing_kind].add(entry.thing_id)
    return {
        (kind, pk): thing
        for kind, pks in wanted.items()
        for pk, thing in apps.get_model(kind)._base_manager.in_bulk(list(pks)).items()
    }
