"""What a story's page says apart from its conversation: kept by edition, version and language."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.blog.credits.figures import lead_figure, with_figures
from space.blog.models import Correction, Edition, Story, Version
from space.blog.shown.bylines import byline, linked
from space.blog.shown.cards import minutes_of
from space.blog.shown.finding import Read
from space.blog.shown.machines import about
from space.blog.shown.outline import outlined
from space.blog.shown.sharing import ways
from space.kit import clock
from space.languages import autonym, mark
from space.languages.regions import region_name
from space.mediawiki.projects import project_name
from space.web import fragments
from space.web.times import iso

_PARTS = {
    "about": "blog/_story_about.html",
    "head": "blog/_story_head.html",
    "share": "blog/_story_share.html",
    "lead": "blog/_story_lead.html",
    "text": "blog/_story_text.html",
    "corrections": "blog/_story_corrections.html",
}


def pieces(read: Read, reader: Reader) -> dict[str, SafeString]:
    """Of this edition, the same for all who may read it."""
    same: tuple[int, ...] = (read.story, read.version, read.edition, read.shown, clock.now().year)

    def build(missing: list[tuple[str, tuple[int, ...]]]) -> dict[tuple[str, tuple[int, ...]], str]:
        context = described(read, reader)
        return {key: render_to_string(_PARTS[key[0]], context) for key in missing}

    made = fragments.kept("story", [(part, same) for part in _PARTS], build, language=get_language() or "")
    return {part: mark_safe(made[part, same]) for part in _PARTS}


def described(read: Read, reader: Reader) -> dict[str, Any]:
    seen = Story.objects.shown_to(reader).select_related("topic", "lead__credit")
    story = seen.with_authors().get(pk=read.story)
    rows = Edition.objects.shown_to(reader).filter(story=story).select_related("shown", "story")
    editions = list(rows.order_by("-is_original", "pk"))
    edition = next(one for one in editions if one.pk == read.edition)
    version: Version = edition.shown  # type: ignore[assignment]
    text, outline = outlined(with_figures(version.html, story))
    people = byline(story.authors.all())
    return {
        **about(story, edition, editions),
        **mark(edition.language)._asdict(),
        "places": _places(story),
        "first": people[0] if people else None,
        "others": linked(people[1:]),
        "translators": linked(_translators(edition)),
        "day": formats.date_format(read.published_at, pgettext("date format", "j F Y")),
        "iso": iso(read.published_at),
        "minutes": minutes_of(edition),
        "lead": lead_figure(story, version, edition.language),
        "editions": [_language(one, edition) for one in editions],
        "translate_url": reverse("blog:translate", args=[story.pk]),
        "stale": _stale(edition),
        "text": text,
        "outline": outline,
        "ways": [] if story.group_id else ways(edition.title, settings.ORIGIN + edition.get_absolute_url()),
        "url": edition.get_absolute_url(),
        "corrections": [_correction(one) for one in story.corrections.all()],
    }


def _places(story: Story) -> list[dict[str, Any]]:
    """Projects and regions of which it tells, one colour each."""
    projects = [{"name": project_name(key), "url": "", "tone": 4} for key in story.projects]
    regions = [
        {"name": region_name(code), "url": f"{reverse('blog:home')}?region={code}", "tone": 3}
        for code in story.regions
    ]
    return [*projects, *regions]


def _translators(edition: Edition) -> list[dict[str, Any]]:
    """Who wrote the words in this language, where it is not the authors'."""
    if edition.is_original:
        return []
    wrote = User.objects.filter(pk__in=edition.versions.values("by")).order_by("name")
    return [vars(face_of(person)) for person in wrote]


def _language(one: Edition, shown: Edition) -> dict[str, Any]:
    return {
        **mark(one.language)._asdict(),
        "name": autonym(one.language),
        "url": one.get_absolute_url(),
        "here": one.pk == shown.pk,
    }


def _stale(edition: Edition) -> dict[str, str] | None:
    """The original says something else since then: where one helps."""
    if edition.stale_since is None:
        return None
    day = formats.date_format(edition.stale_since, pgettext("date format", "j F Y"))
    return {"day": day, "edit_url": edition.edit_url}


def _correction(one: Correction) -> dict[str, Any]:
    return {
        "note": one.note,
        **mark(one.language)._asdict(),
        "iso": iso(one.at),
        "day": formats.date_format(one.at, pgettext("date format", "j F Y")),
    }
