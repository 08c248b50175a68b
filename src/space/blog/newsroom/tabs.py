"""The pages of the newsroom, and the filters over them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import faces
from space.accounts.readers import Reader
from space.blog.models import Stage, Story
from space.blog.models.stories import StoryQuerySet
from space.blog.newsroom.turns import awaited_by, to_review
from space.blog.newsroom.wanted import ME, NOBODY_YET, Wanted, long_waiting
from space.blog.numbers import REMINDER_DAYS
from space.blog.permissions import can_see_numbers
from space.discuss.lists.pills import Choice, Pill
from space.kit import clock
from space.languages import autonym, bcp47, region_name

# Languages and the like are gathered from so many stories.
_LOOKED_AT = 2_000


def tabs(here: str, wanted: Wanted, reader: Reader) -> list[dict[str, Any]]:
    """With how many stories wait for this reader. Filters stay where one goes."""
    every = Wanted(wanted.language, wanted.region, wanted.reviewer, wanted.waiting)
    mine, review = awaited_by(reader).count(), to_review(reader).count()
    named = [
        ("newsroom", pgettext("newsroom", "Board"), every, 0),
        ("calendar", pgettext("newsroom", "Calendar"), every, 0),
        ("list", pgettext("newsroom", "List"), wanted, 0),
        ("mine", pgettext("newsroom", "Mine"), Wanted(), mine),
        ("to_review", pgettext("newsroom", "To review in my languages"), Wanted(), review),
        ("translations_wanted", pgettext("newsroom", "Translations wanted"), Wanted(), 0),
        ("newsroom_people", pgettext("newsroom", "People"), Wanted(), 0),
        *(
            [("newsroom_numbers", pgettext("newsroom", "Numbers"), Wanted(), 0)]
            if can_see_numbers(reader)
            else []
        ),
    ]
    return [
        {
            "label": label,
            "url": asked.at(reverse(f"blog:{name}")),
            "current": name == here,
            "count": count or "",
            "hot": name == "to_review",
        }
        for name, label, asked, count in named
    ]


def pills(url: str, wanted: Wanted, reader: Reader, stories: StoryQuerySet) -> dict[str, Any]:
    """What the partial of filters needs. `stories` are all that could stand on the page."""
    rows = list(stories.order_by().values_list("language", "regions", "reviewer")[:_LOOKED_AT])
    languages = sorted({language for language, _, _ in rows})
    regions = sorted({region for _, several, _ in rows for region in several})
    reviewers = {pk for _, _, pk in rows if pk}
    shown = [_languages(url, wanted, languages), _reviewers(url, wanted, reader, reviewers)]
    if regions or wanted.region:
        shown.insert(1, _regions(url, wanted, regions))
    return {
        "pills": shown,
        "waits": _waits(url, wanted, reader),
        "cleared": url if wanted else "",
    }


def stages(url: str, wanted: Wanted) -> Pill:
    found = [
        Choice(str(stage.label), wanted.but(stage=stage.value).at(url), stage.value == wanted.stage)
        for stage in Stage
    ]
    return _pill("stage", pgettext("newsroom", "Where it stands"), found, wanted.but(stage="").at(url))


def _languages(url: str, wanted: Wanted, codes: list[str]) -> Pill:
    codes = list(dict.fromkeys([*([wanted.language] if wanted.language else []), *codes]))
    found = [
        Choice(autonym(code), wanted.but(language=code).at(url), code == wanted.language, bcp47(code))
        for code in codes
    ]
    return _pill("language", pgettext("newsroom", "Language"), found, wanted.but(language="").at(url))


def _regions(url: str, wanted: Wanted, codes: list[str]) -> Pill:
    found = [
        Choice(region_name(code), wanted.but(region=code).at(url), code == wanted.region) for code in codes
    ]
    found.sort(key=lambda choice: choice.label)
    return _pill("region", pgettext("newsroom", "Region"), found, wanted.but(region="").at(url))


def _reviewers(url: str, wanted: Wanted, reader: Reader, people: set[int]) -> Pill:
    named = sorted(faces(people - {reader.pk}).values(), key=lambda one: one.name)
    offered = [
        (ME, pgettext("newsroom", "Me")),
        (NOBODY_YET, pgettext("newsroom", "Nobody yet")),
        *((str(one.pk), one.name) for one in named),
    ]
    found = [
        Choice(label, wanted.but(reviewer=value).at(url), value == wanted.reviewer)
        for value, label in offered
    ]
    return _pill("reviewer", pgettext("newsroom", "Reviewer"), found, wanted.but(reviewer="").at(url))


def _waits(url: str, wanted: Wanted, reader: Reader) -> dict[str, Any]:
    """The pill that is on or off, with how many have waited for so long."""
    number = long_waiting(Story.objects.visible_to(reader).under_way(), clock.now()).count()
    days = REMINDER_DAYS()
    told = npgettext("newsroom", "Waiting %(n)d day or more", "Waiting %(n)d days or more", days) % {
        "n": days
    }
    return {
        "label": told,
        "count": number,
        "on": wanted.waiting,
        "url": wanted.but(waiting=not wanted.waiting).at(url),
    }


def _pill(name: str, label: str, found: list[Choice], without: str) -> Pill:
    value = next((choice.label for choice in found if choice.chosen), "")
    return Pill(name, label, tuple(found), value, without)
