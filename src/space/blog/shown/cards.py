"""Stories as cards: in lists, on the first page, and where their topics open. Kept by what they show."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext

from space.accounts.readers import Reader
from space.blog.credits.figures import credit_of
from space.blog.credits.line import credit_line
from space.blog.models import Edition, Story
from space.blog.shown.bylines import short
from space.blog.shown.choosing import chosen, wishes
from space.blog.shown.lines import Line
from space.blog.texts import reading_minutes
from space.kit import clock
from space.languages import autonym, bcp47, mark
from space.uploads.text import picture
from space.web import fragments
from space.web.times import day, iso

_LANGUAGES = 4


class Layout(StrEnum):
    """How much of a card is shown, and how large."""

    CARD = "card"
    # The one that leads a page, and the opening of a topic.
    LEAD = "lead"
    # Related ones: no summary, no numbers that change.
    SMALL = "small"


_SIZES = {
    Layout.CARD: "(max-width: 640px) 100vw, (max-width: 1024px) 50vw, 400px",
    Layout.LEAD: "(max-width: 896px) 100vw, 600px",
    Layout.SMALL: "(max-width: 640px) 100vw, 300px",
}


class Key(NamedTuple):
    """All that a card depends on, but for the language of the page."""

    pk: int
    version: int
    posts: int
    edition: str
    layout: str
    year: int
    languages: tuple[str, ...]


def cards_html(
    found: Sequence[Line], reader: Reader, layout: Layout = Layout.CARD, language: str = ""
) -> SafeString:
    """The cards of these stories, in the language that this reader wants, or in this one where there is one."""
    keys = [_key(line, reader, layout, language) for line in found]
    made = fragments.kept(
        "story-card", keys, lambda missing: _built(missing, reader), language=get_language() or ""
    )
    return mark_safe("".join(made.get(key, "") for key in keys))


def cards(found: Sequence[Line], reader: Reader, language: str = "") -> list[dict[str, Any]]:
    """The same as values for `blog/_card.html`, in the order of these stories. Only those that the reader sees."""
    keys = [_key(line, reader, Layout.CARD, language) for line in found]
    told = _told(keys, reader)
    return [told[key] for key in keys if key in told]


def _key(line: Line, reader: Reader, layout: Layout, language: str) -> Key:
    wanted = wishes(reader, get_language() or "")
    edition = chosen([language, *wanted] if language else wanted, line.languages, line.language)
    posts = 0 if layout is Layout.SMALL else line.posts
    return Key(line.pk, line.version, posts, edition, layout, clock.now().year, line.languages)


def _built(missing: list[Key], reader: Reader) -> dict[Key, str]:
    return {
        key: render_to_string("blog/_card.html", {"card": card})
        for key, card in _told(missing, reader).items()
    }


def _told(keys: list[Key], reader: Reader) -> dict[Key, dict[str, Any]]:
    """Three queries, however many cards there are."""
    pks = {key.pk for key in keys}
    rows = Story.objects.shown_to(reader).filter(pk__in=pks).select_related("topic", "lead__credit")
    stories = {story.pk: story for story in rows.with_authors()}
    shown = Edition.objects.shown_to(reader).filter(story__in=pks, language__in={key.edition for key in keys})
    editions = {(one.story_id, one.language): one for one in shown.select_related("shown", "story")}
    return {
        key: card_of(stories[key.pk], edition, key)
        for key in keys
        if key.pk in stories and (edition := editions.get((key.pk, key.edition)))
    }


def card_of(story: Story, edition: Edition, key: Key) -> dict[str, Any]:
    """All that a card shows, ready-made."""
    at = story.published_at or clock.now()
    foreign = bcp47(edition.language) != get_language()
    return {
        "layout": key.layout,
        "url": edition.get_absolute_url(),
        "title": edition.title,
        "summary": edition.summary,
        **mark(edition.language)._asdict(),
        "by": short(story.authors.all()),
        "day": day(at, clock.now()),
        "iso": iso(at),
        "minutes": minutes_of(edition),
        "languages": _languages(key.languages) if foreign or len(key.languages) > 1 else [],
        "replies": max(key.posts - 1, 0),
        "said": replies_said(max(key.posts - 1, 0)),
        **_pictured(story, edition, Layout(key.layout)),
    }


def minutes_of(edition: Edition) -> str:
    minutes = reading_minutes(edition.shown.words) if edition.shown else 1
    return npgettext("story", "%(n)d min to read", "%(n)d min to read", minutes) % {"n": minutes}


def replies_said(number: int) -> str:
    return npgettext("story", "%(n)d reply", "%(n)d replies", number) % {"n": number}


def _languages(codes: Sequence[str]) -> list[Mapping[str, str]]:
    """By their own names. Of many the first few, and how many more there are."""
    told: list[Mapping[str, str]] = [
        {**mark(code)._asdict(), "name": autonym(code)} for code in codes[:_LANGUAGES]
    ]
    more = len(codes) - _LANGUAGES
    if more > 0:
        said = npgettext("languages", "%(n)d more", "%(n)d more", more) % {"n": more}
        told.append({"lang": get_language() or "", "dir": "auto", "name": said})
    return told


def _pictured(story: Story, edition: Edition, layout: Layout) -> dict[str, Any]:
    """The lead picture, and whose it is. What it shows is told by the title beside it."""
    if story.lead is None or story.lead.hidden_at:
        return {"picture": "", "credit": None}
    credit = credit_of(story.lead)
    image = picture(story.lead, edition.shown.alt if edition.shown else "", sizes=_SIZES[layout])
    return {"picture": image, "credit": credit_line(credit) if credit else None}
