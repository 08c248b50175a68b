"""Stories as the newsroom shows them in passing: where each stands, how long it waits, who has it, what is missing."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.blog.actions.readiness import Lack, Look, lacks_in, looks
from space.blog.models import UNDER_WAY, Edition, Point, Stage, Story
from space.blog.models.stories import StoryQuerySet
from space.blog.newsroom.waiting import waiting
from space.kit import clock
from space.languages import autonym, listed, mark
from space.web.moments import Moment, said
from space.web.times import day, iso


class Slip(NamedTuple):
    pk: int
    url: str
    title: str
    lang: str
    dir: str
    autonym: str
    stage: str
    stage_label: str
    # For each point of the checklist (a group has none), whether it is ticked; and the same in words.
    bar: list[bool]
    checks: str
    # How long it waits, or for which day it is scheduled.
    when: str
    iso: str
    exactly: str
    late: str
    authors: list[Face]
    guests: str
    reviewer: Face | None
    missing: str
    is_ready: bool
    is_private: bool
    # For whose members alone it is.
    group: str


def slips(stories: StoryQuerySet, reader: Reader) -> list[Slip]:
    """In the order of the stories. Costs the same few queries, however many there are."""
    found = list(stories.for_desk())
    originals = originals_of(found, reader)
    seen = looks(found, originals)
    now = clock.now()
    return [_slip(story, originals[story.pk], seen[story.pk], now) for story in found]


def originals_of(stories: Sequence[Story], reader: Reader) -> dict[int, Edition]:
    rows = Edition.objects.visible_to(reader).filter(story__in=stories, is_original=True)
    return {edition.story_id: edition for edition in rows.select_related("current")}


def _slip(story: Story, original: Edition, look: Look, now: datetime) -> Slip:
    waits, lang = waiting(story, now), mark(story.language)
    ticked = {check.point for check in look.checks}
    lacks = lacks_in(look) if story.stage in UNDER_WAY else []
    moment = Moment(story.publish_at, story.publish_zone) if story.publish_at else None
    return Slip(
        pk=story.pk,
        url=story.desk_url,
        title=original.title or pgettext("story", "Untitled"),
        lang=lang.lang if original.title else "",
        dir=lang.dir if original.title else "auto",
        autonym=autonym(story.language),
        stage=story.stage,
        stage_label=story.get_stage_display(),
        bar=[] if story.group_id else [point.value in ticked for point in Point],
        checks="" if story.group_id else _checks(len(ticked)),
        when=day(localtime(moment.at), now) if moment else waits.ago,
        iso=iso(moment.at) if moment else waits.iso,
        exactly=said(moment) if moment else "",
        late=waits.late,
        authors=[face_of(one.person) for one in story.authors.all() if one.person],
        guests=listed(one.name for one in story.authors.all() if not one.person),
        reviewer=face_of(story.reviewer) if story.reviewer else None,
        missing=_missing(lacks),
        is_ready=not lacks and story.stage in (Stage.REVIEW, Stage.SCHEDULED),
        is_private=story.shared_at is None,
        group=story.group.name if story.group else "",
    )


def _checks(done: int) -> str:
    told = npgettext("story", "%(n)d of %(all)d checks", "%(n)d of %(all)d checks", len(Point))
    return told % {"n": done, "all": len(Point)}


def _missing(lacks: list[Lack]) -> str:
    """In a few words, each once; the checklist has a bar of its own."""
    words = dict.fromkeys(lack.short for lack in lacks if lack.short)
    return pgettext("story", "Missing: %(what)s") % {"what": listed(words)} if words else ""
