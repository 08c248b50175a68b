"""What somebody has begun to write in a form of ours is kept like a draft of Discuss."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.models import Edition
from space.blog.permissions import can_begin, can_improve
from space.discuss.drafts.forms import keep_also
from space.discuss.drafts.places import GONE, Drafts, Place, register
from space.discuss.drafts.purposes import Purpose

TO_SUBMIT = Purpose("story")
# Of the forms of stories, beside what those of Discuss have.
_WORDS = {"authors": 3_000, "regions": 1_000, "note": 4_000, "caption": 1_000, "alt": 1_000}
_CHOICES = {"projects": 400, "wanted_on": 20, "begins": 10, "follows": 10}


def to_edit(edition: Edition) -> Purpose:
    return Purpose("edition", edition.pk)


def register_drafts() -> None:
    """Called once, from `ready()`."""
    keep_also(_WORDS, _CHOICES, several=["projects"])
    register("story", _stories, of_one=False)
    register("edition", _editions, of_one=True)


def _stories(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    place = Place(pgettext("draft", "New story"), can_begin(reader), reverse("blog:submit"))
    return {draft.key: place for _, draft in drafts}


def _editions(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    seen = Edition.objects.visible_to(reader).filter(pk__in=[purpose.pk for purpose, _ in drafts])
    rows = seen.select_related("story").prefetch_related("story__authors")
    found = {edition.pk: edition for edition in rows}
    return {draft.key: _edition(found.get(purpose.pk), reader) for purpose, draft in drafts}


def _edition(edition: Edition | None, reader: Reader) -> Place:
    what = pgettext("draft", "Story")
    if edition is None:
        return Place(what, GONE)
    return Place(what, can_improve(reader, edition), edition.edit_url, edition.title, edition.language)
