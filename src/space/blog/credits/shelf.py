"""All pictures of a story, ready-made: where each stands, whose it is, what is missing, what one can do with it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.credits.figures import credit_of
from space.blog.credits.line import credit_line
from space.blog.credits.pieces import Pictured, pictures_in
from space.blog.models import Edition, Story
from space.uploads.models import Hanging, Upload
from space.uploads.text import picture, snippet

_SIZES = "(max-width: 640px) 100vw, 240px"


@dataclass(frozen=True)
class Row:
    """A picture of the page."""

    pk: int
    name: str
    image: SafeString
    credit: dict[str, Any] | None
    is_lead: bool
    is_in_text: bool
    missing: list[str]
    snippet: str
    credit_url: str
    lead_url: str
    remove_url: str

    @property
    def can_go(self) -> bool:
        return not (self.is_lead or self.is_in_text)


def rows(story: Story, original: Edition) -> list[Row]:
    """The lead picture first, then those of the text in its order, then the others. Expects `current`."""
    version = original.current
    shown: dict[int, list[Pictured]] = {}
    for one in pictures_in(version.html) if version else []:
        shown.setdefault(one.pk, []).append(one)
    places = {pk: place for place, pk in enumerate([story.lead_id, *shown])}
    uploads = sorted(pictures_of(story), key=lambda one: (places.get(one.pk, len(places)), one.pk))
    lead_alt = version.alt if version else ""
    return [_row(story, one, shown.get(one.pk, []), lead_alt) for one in uploads]


def pictures_of(story: Story) -> list[Upload]:
    """Everything that hangs on a story and is a picture, with its credit."""
    hung = Hanging.objects.filter(thing_kind=story._meta.label_lower, thing_id=story.pk)
    return [one.upload for one in hung.select_related("upload__credit") if one.upload.is_picture]


def _row(story: Story, upload: Upload, shown: list[Pictured], lead_alt: str) -> Row:
    credit, is_lead = credit_of(upload), story.lead_id == upload.pk
    at = [story.pk, upload.pk]
    return Row(
        upload.pk,
        credit.title if credit and credit.title else upload.name,
        picture(upload, sizes=_SIZES),
        credit_line(credit) if credit else None,
        is_lead,
        bool(shown),
        list(_missing(upload, shown, is_lead, lead_alt)),
        snippet(upload),
        reverse("blog:credit", args=at),
        reverse("blog:lead_picture", args=at),
        reverse("blog:remove_picture", args=at),
    )


def _missing(upload: Upload, shown: list[Pictured], is_lead: bool, lead_alt: str) -> list[str]:
    credit = credit_of(upload)
    told = []
    if credit is None or not credit.is_complete:
        told.append(pgettext("missing of a picture", "Say whose it is, and under which licence."))
    if any(not one.alt for one in shown):
        told.append(
            pgettext(
                "missing of a picture",
                "Say what it shows, in the text: between the square brackets before it.",
            )
        )
    if not (lead_alt if is_lead else upload.alt or shown):
        told.append(pgettext("missing of a picture", "Say what it shows."))
    return told


def on_desk(story: Story, reader: Reader) -> dict[str, Any]:
    """The panel of the newsroom's page of a story."""
    original = Edition.objects.visible_to(reader).select_related("current").get(story=story, is_original=True)
    found = rows(story, original)
    wanting = sum(bool(row.missing) for row in found)
    return {"url": reverse("blog:pictures", args=[story.pk]), "number": len(found), "wanting": wanting}
