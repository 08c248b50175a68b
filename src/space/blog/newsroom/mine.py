"""All that concerns one writer, in one page."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.models import Edition, Stage, Story, Wish
from space.blog.models.editions import EditionQuerySet
from space.blog.newsroom.slips import Slip, originals_of, slips
from space.blog.newsroom.turns import (
    awaited_by,
    my_languages,
    open_notes_for,
    to_review,
    translations_of,
    translations_to_approve,
    written_by,
)
from space.languages import autonym, mark

_AT_MOST = 100


class Part(NamedTuple):
    title: str
    slips: list[Slip]


class Translation(NamedTuple):
    """`state` says how far it is; `url` leads to where it is written."""

    title: str
    of: str
    lang: str
    dir: str
    autonym: str
    state: str
    is_stale: bool
    url: str


class Noted(NamedTuple):
    title: str
    lang: str
    dir: str
    url: str
    notes: int


class Wanting(NamedTuple):
    """A translation that somebody would like, or that a story does not have."""

    title: str
    lang: str
    dir: str
    of: str
    wanted: str
    wanted_lang: str
    url: str


def mine(reader: Reader) -> dict[str, Any]:
    own = slips(written_by(reader).order_by("-stage_since", "-pk")[:_AT_MOST], reader)
    reviews = Story.objects.visible_to(reader).under_way().filter(reviewer=reader.pk).order_by("stage_since")
    return {
        "waits": slips(awaited_by(reader).order_by("stage_since")[:_AT_MOST], reader),
        "notes": _noted(reader),
        "parts": _by_stage(own),
        "reviews": slips(reviews[:_AT_MOST], reader),
        "translations": _translations(translations_of(reader), reader),
    }


def for_review(reader: Reader) -> dict[str, Any]:
    return {
        "slips": slips(to_review(reader).order_by("stage_since", "pk")[:_AT_MOST], reader),
        "translations": _translations(translations_to_approve(reader), reader),
        "languages": [(autonym(code), mark(code).lang) for code in my_languages(reader)],
    }


def wanting(reader: Reader) -> list[Wanting]:
    """In the reader's languages first; of each the oldest wish."""
    seen = Story.objects.visible_to(reader).published()
    wishes = Wish.objects.filter(story__in=seen).order_by("at", "pk").values_list("story", "language")[:1_000]
    spoken = my_languages(reader)
    ordered = sorted(wishes, key=lambda wish: wish[1] not in spoken)[:_AT_MOST]
    stories = list(Story.objects.visible_to(reader).filter(pk__in={pk for pk, _ in ordered}))
    originals = originals_of(stories, reader)
    return [_wanting(originals[pk], code) for pk, code in ordered if pk in originals]


def _by_stage(own: list[Slip]) -> list[Part]:
    """In the order of the path; what has ended stands last."""
    parts = [Part(str(stage.label), [slip for slip in own if slip.stage == stage]) for stage in Stage]
    return [part for part in parts if part.slips]


def _noted(reader: Reader) -> list[Noted]:
    found = open_notes_for(reader)
    originals = originals_of([story for story, _ in found], reader)
    return [
        Noted(originals[story.pk].title, *mark(story.language), url=f"{story.desk_url}#talk", notes=count)
        for story, count in found
    ]


def _translations(editions: EditionQuerySet, reader: Reader) -> list[Translation]:
    found = list(editions.select_related("story").order_by("-began_at")[:_AT_MOST])
    originals = originals_of([one.story for one in found], reader)
    return [_translation(one, originals[one.story_id]) for one in found]


def _translation(one: Edition, original: Edition) -> Translation:
    lang = mark(one.language)
    return Translation(
        title=one.title or original.title or pgettext("story", "Untitled"),
        of=original.title,
        lang=lang.lang if one.title else mark(original.language).lang,
        dir=lang.dir if one.title else mark(original.language).dir,
        autonym=autonym(one.language),
        state=_state(one),
        is_stale=one.stale_since is not None,
        url=one.edit_url,
    )


def _state(one: Edition) -> str:
    if one.stale_since:
        return pgettext("translation", "The original has changed since")
    if one.shown_id:
        return pgettext("translation", "Published")
    if one.submitted_at:
        return pgettext("translation", "Waits for a second reader")
    return pgettext("translation", "Being written")


def _wanting(original: Edition, code: str) -> Wanting:
    lang = mark(original.language)
    return Wanting(
        title=original.title,
        lang=lang.lang,
        dir=lang.dir,
        of=autonym(original.language),
        wanted=autonym(code),
        wanted_lang=mark(code).lang,
        url=reverse("blog:translate", args=[original.story_id]),
    )
