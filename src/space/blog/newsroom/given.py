"""What its authors say about a story beside its words, for who decides about it."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.models import UNDER_WAY, Stage, Story
from space.blog.newsroom.history import Happened
from space.languages.regions import region_name
from space.mediawiki.projects import project_name

# Where a story stands by a decision whose reason its authors need before all else.
_DECIDED = (Stage.CHANGES, Stage.DECLINED, Stage.REVIEW)


def given(story: Story, reader: Reader, past: list[Happened]) -> dict[str, Any]:
    """The note to the editors is for who reads the draft, until it is published.

    `decided` is the last step where it has a reason.
    """
    return {
        "wanted_on": _wanted_on(story) if story.stage in UNDER_WAY else "",
        "note": story.note if reader.is_member and not story.is_published else "",
        "subjects": [*map(project_name, story.projects), *map(region_name, story.regions)],
        "tags": [tag.name for tag in story.tags.all()],
        "decided": _decided(past) if story.stage in _DECIDED else None,
    }


def _wanted_on(story: Story) -> str:
    # Translators: a day in Django's letters for dates; in English it gives 5 November 2026.
    return date_format(story.wanted_on, pgettext("date format", "j F Y")) if story.wanted_on else ""


def _decided(past: list[Happened]) -> Happened | None:
    """Who takes a review on, or gives it back, decides nothing."""
    last = next((one for one in past if one.moves), None)
    return last if last and last.reason else None
