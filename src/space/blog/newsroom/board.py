"""The board: every story on its way, in columns by where it stands."""

from typing import NamedTuple

from django.db.models import Count, F
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.models import Stage, Story
from space.blog.newsroom.slips import Slip, slips
from space.blog.newsroom.wanted import Wanted
from space.kit import clock

# So many of a column; the list has the others.
A_COLUMN = 30
# What stands together in a column, and the tone of its line.
_COLUMNS: list[tuple[str, tuple[Stage, ...]]] = [
    ("pitch", (Stage.PITCH,)),
    ("draft", (Stage.DRAFT,)),
    ("review", (Stage.REVIEW, Stage.CHANGES)),
    ("scheduled", (Stage.SCHEDULED,)),
]


class Column(NamedTuple):
    """`more` leads to those for which there is no room, if any; `empty` says what would be here."""

    name: str
    label: str
    number: int
    slips: list[Slip]
    more: str
    empty: str


def columns(wanted: Wanted, reader: Reader, list_url: str) -> list[Column]:
    """What waits longest stands first; what is scheduled, in the order of its days."""
    stories = wanted.narrow(Story.objects.visible_to(reader).under_way(), reader, clock.now())
    counts = dict(stories.order_by().values_list("stage").annotate(n=Count("pk")))
    ordered = stories.order_by(F("publish_at").asc(nulls_last=True), "stage_since", "pk")
    pks: list[int] = []
    for _, stages in _COLUMNS:
        pks += ordered.filter(stage__in=stages).values_list("pk", flat=True)[:A_COLUMN]
    shown = slips(Story.objects.visible_to(reader).filter(pk__in=pks), reader)
    shown.sort(key=lambda slip: pks.index(slip.pk))
    labels, empty = _labels(), _empty()
    made = []
    for name, stages in _COLUMNS:
        here, count = (
            [slip for slip in shown if slip.stage in stages],
            sum(counts.get(one, 0) for one in stages),
        )
        more = wanted.but(stage=stages[0].value).at(list_url) if count > len(here) else ""
        made.append(Column(name, labels[name], count, here, more, empty[name]))
    return made


def _labels() -> dict[str, str]:
    return {
        "pitch": pgettext("newsroom", "Pitches"),
        "draft": pgettext("newsroom", "Drafts"),
        "review": pgettext("newsroom", "In review"),
        "scheduled": pgettext("newsroom", "Scheduled"),
    }


def _empty() -> dict[str, str]:
    return {
        "pitch": pgettext("newsroom", "Ideas for stories stand here, before they are written."),
        "draft": pgettext("newsroom", "What is being written and has been shared stands here."),
        "review": pgettext("newsroom", "What waits for a review, or for changes, stands here."),
        "scheduled": pgettext("newsroom", "What has its day stands here."),
    }
