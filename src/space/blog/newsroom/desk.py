"""The page of one story in the newsroom, ready-made: where it stands, what is missing, what its reader can do."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import mark_safe

from space.accounts.faces import face, face_of
from space.accounts.readers import Reader
from space.blog.actions.readiness import Look, looks, missing_in
from space.blog.credits.figures import lead_figure, with_figures
from space.blog.models import UNDER_WAY, Edition, Point, Stage, Story
from space.blog.newsroom.conversation import SayForm, conversation, pointers, posts_beside
from space.blog.newsroom.given import given
from space.blog.newsroom.history import history
from space.blog.newsroom.step_forms import StepForm
from space.blog.newsroom.waiting import waiting
from space.blog.passages import pointed_at
from space.blog.permissions import (
    can_claim,
    can_feature,
    can_improve,
    can_leave,
    can_offer,
    can_take,
    can_tick,
    is_author,
)
from space.blog.steps import STEPS, Step, sentence_of, steps_from
from space.discuss.models import Topic
from space.kit import clock
from space.languages import autonym, mark
from space.web.moments import Moment, said, said_here, warned
from space.web.times import ago, iso

_PATH = (Stage.PITCH, Stage.DRAFT, Stage.REVIEW, Stage.SCHEDULED, Stage.PUBLISHED)
# Nothing is missing where nothing is to come.
_ENDED = (Stage.DECLINED, Stage.WITHDRAWN)
# Where each stage stands on the path of five.
_PLACES = {Stage.CHANGES: Stage.REVIEW}
# What one would press next, by stage; the first that this reader can take stands out.
_NEXT = ("submit", "schedule", "develop", "resume", "correct")


class Place(NamedTuple):
    """A stage of the path: behind the story, where it stands, or before it."""

    label: str
    is_current: bool
    is_done: bool


class Offered(NamedTuple):
    """A step that this reader can take. `waits` says what has to be done first."""

    name: str
    label: str | Promise
    says: str | Promise
    url: str
    form: StepForm
    asks: bool
    is_grave: bool
    is_next: bool
    is_open: bool
    waits: list[str]
    fits: bool

    @property
    def classes(self) -> str:
        return (" cdx-button--weight-primary" if self.is_next else "") + (
            " cdx-button--action-destructive" if self.is_grave else ""
        )


class Row(NamedTuple):
    """A point of the checklist. `is_older`: the text was changed since somebody looked."""

    point: str
    label: str
    is_ticked: bool
    by: str
    ago: str
    iso: str
    is_older: bool


def desk_of(
    story: Story,
    reader: Reader,
    *,
    edition: Edition,
    step: StepForm | None = None,
    name: str = "",
    say: SayForm | None = None,
) -> dict[str, Any]:
    """`step` and `say` are forms that were refused; `name` says of which step."""
    original = edition if edition.is_original else _original(story, reader)
    look = looks([story], {story.pk: original})[story.pk]
    missing = [] if story.stage in _ENDED else missing_in(look)
    # What is published is looked at again where it was changed since.
    is_open = not story.is_published or original.shown_id != original.current_id
    past = history(story, reader)
    return {
        "story": story,
        "path": path(story),
        "stage": story.get_stage_display(),
        "waiting": waiting(story, clock.now()),
        "appears": _appears(story),
        "missing": missing if is_open else [],
        "steps": _offers(story, reader, missing, step, name, is_open=is_open),
        "checklist": [] if story.group_id else _checklist(look),
        "read": look.version.number if look.version else 0,
        "may_tick": is_open and bool(can_tick(reader, story)),
        **_text(story, edition, reader, say),
        **_who(story, reader),
        "history": past,
        "given": given(story, reader, past),
    }


def path(story: Story) -> list[Place]:
    """None is current where its way has ended elsewhere."""
    stage = _PLACES.get(Stage(story.stage), story.stage)
    at = _PATH.index(stage) if stage in _PATH else -1
    return [Place(str(one.label), n == at, n < at) for n, one in enumerate(_PATH)]


def _original(story: Story, reader: Reader) -> Edition:
    return Edition.objects.visible_to(reader).select_related("current").get(story=story, is_original=True)


def _appears(story: Story) -> Mapping[str, str]:
    if story.publish_at is None:
        return {}
    moment = Moment(story.publish_at, story.publish_zone)
    return {"said": said(moment), "here": said_here(moment), "warned": warned(moment), "iso": iso(moment.at)}


def _offers(
    story: Story, reader: Reader, missing: list[str], refused: StepForm | None, name: str, *, is_open: bool
) -> list[Offered]:
    """In the order of the table; what was refused stands there in any case, with what was typed. None is next where
    readers see all there is."""
    fitting = [one for one in steps_from(story.stage) if _is_for(one, story, reader)]
    steps = [*fitting, *([STEPS[name]] if refused and STEPS[name] not in fitting else [])]
    able = [one.name for one in fitting if not (one.needs_ready and missing)]
    first = next((one for one in _NEXT if one in able), "") if is_open else ""
    return [
        Offered(
            one.name,
            one.label,
            sentence_of(one, in_a_group=story.group_id is not None),
            reverse("blog:step", args=[story.pk, one.name]),
            refused if refused and one.name == name else StepForm(None, step=one, story=story, reader=reader),
            asks=one.asks_reason or one.asks_moment or one.asks_twice,
            is_grave=one.is_grave,
            is_next=one.name == first,
            is_open=bool(refused) and one.name == name,
            waits=missing if one.needs_ready else [],
            fits=one in fitting,
        )
        for one in steps
    ]


def _is_for(step: Step, story: Story, reader: Reader) -> bool:
    """Sharing what is shared is nothing to offer, nor declining what is one's own."""
    if (step.name == "share" and story.shared_at) or (step.name == "decline" and is_author(reader, story)):
        return False
    return bool(can_take(reader, story, step))


def _checklist(look: Look) -> list[Row]:
    ticked, now = {check.point: check for check in look.checks}, clock.now()
    written = look.version.at if look.version else now
    rows = []
    for point in Point:
        check = ticked.get(point.value)
        rows.append(
            Row(
                point.value,
                str(point.label),
                check is not None,
                check.by.name if check else "",
                ago(check.at, now) if check else "",
                iso(check.at) if check else "",
                bool(check and check.at < written),
            )
        )
    return rows


def _text(story: Story, edition: Edition, reader: Reader, say: SayForm | None) -> dict[str, Any]:
    """The words of an edition with what open notes point at, and the conversation about them."""
    seen = Topic.objects.visible_to(reader).filter(pk=story.room_id or 0)
    room = seen.select_related("category", "closure").first()
    posts = posts_beside(story, reader) if room else []
    # What was changed since it was published is for members until it is shown.
    version = edition.current if reader.is_member else edition.shown
    plain = with_figures(version.html, story) if version else ""
    html, found = pointed_at(plain, pointers(posts, edition.pk))
    talk = conversation(story, room, posts, found, reader)
    return {
        "edition": edition,
        "title": edition.title,
        "summary": edition.summary,
        "lead": lead_figure(story, version, edition.language) if version else "",
        "html": mark_safe(html),
        "read_url": edition.get_absolute_url() if story.is_published and edition.shown_id else "",
        "edit_url": edition.edit_url if can_improve(reader, edition) else "",
        "autonym": autonym(edition.language),
        **mark(edition.language)._asdict(),
        "talk": talk,
        "say": (say or SayForm()) if talk and not talk.refusal else say,
        "say_url": reverse("blog:note", args=[story.pk])
        + ("" if edition.is_original else f"?text={edition.language}"),
    }


def _who(story: Story, reader: Reader) -> dict[str, Any]:
    may_claim = bool(can_claim(reader, story)) and story.stage in UNDER_WAY
    return {
        "authors": [face_of(one.person) if one.person else one.name for one in story.authors.all()],
        "reviewer": face_of(story.reviewer) if story.reviewer else None,
        "claim_url": reverse("blog:claim", args=[story.pk]) if may_claim else "",
        "may_leave": bool(story.reviewer_id and can_leave(reader, story)) and story.stage in UNDER_WAY,
        "is_mine": story.reviewer_id == reader.pk and reader.pk > 0,
        "me": face(reader.pk, reader.name, reader.picture) if reader.pk else None,
        "offer_url": reverse("blog:offer", args=[story.pk]) if can_offer(reader, story) else "",
        "may_feature": story.is_published and bool(can_feature(reader, story)),
    }
