"""The list of one's drafts. Titles and posts are asked for anew: a draft outlives what one may see."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from space.accounts.readers import Reader
from space.discuss.drafts.places import Place, places_of
from space.discuss.drafts.purposes import Purpose, purpose_of
from space.discuss.models import Draft
from space.kit import clock
from space.kit.rules import Refusal
from space.languages import bcp47, mark
from space.web.times import ago, iso

_FIRST_WORDS = 200


@dataclass(frozen=True)
class DraftRow:
    """`title` is empty where one may no longer see it; `go_on` where one may no longer write there, and then why."""

    key: str
    what: str
    title: str
    title_lang: str
    text: str
    first_words: str
    lang: str
    dir: str
    at: str
    ago: str
    go_on: str
    reason: str | Promise
    is_discarded: bool
    # Where its button leads: it discards, or brings back.
    change: str


def rows_of(reader: Reader) -> list[DraftRow]:
    """The newest first. Costs a query for them and one for each kind of thing, however many there are."""
    found = Draft.objects.visible_to(reader).exclude(data={}).order_by("-at", "-pk")
    drafts = [(purpose_of(draft.key), draft) for draft in found]
    places = places_of(drafts, reader)
    return [_row(draft, purpose, places[draft.key]) for purpose, draft in drafts]


def go_on_with(purpose: Purpose, reader: Reader) -> str:
    """Where one goes on with such a draft; empty where one cannot."""
    draft = Draft(key=purpose.key)
    place = places_of([(purpose, draft)], reader)[draft.key]
    return place.go_on if place.verdict else ""


def _row(draft: Draft, purpose: Purpose, place: Place) -> DraftRow:
    text, language = str(draft.data.get("text", "")), str(draft.data.get("language", ""))
    return DraftRow(
        key=draft.key,
        what=place.what,
        title=place.title if purpose.pk else str(draft.data.get("title", "")),
        title_lang=bcp47(place.language) if place.language else "",
        text=text,
        first_words=" ".join(text[: 4 * _FIRST_WORDS].split())[:_FIRST_WORDS],
        lang=mark(language).lang,
        dir=mark(language).dir,
        at=iso(draft.at),
        ago=ago(draft.at, clock.now()),
        go_on=place.go_on if place.verdict else "",
        reason=place.verdict.reason if isinstance(place.verdict, Refusal) else "",
        is_discarded=draft.discarded_at is not None,
        change=reverse(f"discuss:{'restore' if draft.discarded_at else 'discard'}_draft", args=[draft.key]),
    )
