"""Feeds of the Blog: all of it, or what is in a language, under a tag, by an author. Full texts, with credits."""

import re
from typing import Any

from django.conf import settings
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.credits.figures import lead_figure, with_figures
from space.blog.lists.found import stories_of
from space.blog.lists.wanted import Filters
from space.blog.models import Edition
from space.blog.models.editions import EditionQuerySet
from space.blog.shown.bylines import names
from space.blog.shown.related import STORIES
from space.languages import autonym, bcp47
from space.web.feeds import ENTRIES, feed
from space.web.pagecache import page_for_everybody

_PARAMETERS = ("language", "tag", "author")
_OWN_ADDRESS = re.compile(r'(?<=\s)(src|href)="/(?!/)')
# Sizes and loading are for pages of ours; icons are drawn by a sheet that readers of feeds do not have.
_OF_PAGES = re.compile(
    r'\s(?:srcset|sizes|loading|fetchpriority)="[^"]*"|</?picture>|<source [^>]*>|<svg class="icon.*?</svg>',
    re.DOTALL,
)


@require_safe
@page_for_everybody(STORIES, parameters=_PARAMETERS)
def stories(request: Request, shape: str) -> HttpResponse:
    """In the language that was asked for, originals otherwise; the newest first, a translation when it appeared."""
    asked = Filters.asked(request.GET)
    filters = Filters(language=asked.language, tag=asked.tag, author=asked.author)
    seen = stories_of(filters.but(language=""), request.reader)
    shown = Edition.objects.shown_to(request.reader).filter(story__in=seen)
    one = shown.filter(language=filters.language) if filters.language else shown.filter(is_original=True)
    return feed(
        shape,
        title=_title(filters),
        page=filters.url,
        own=request.get_full_path(),
        entries=[_entry(edition) for edition in _newest(one)],
        language=bcp47(filters.language) if filters.language else "",
    )


def _newest(editions: EditionQuerySet) -> list[Edition]:
    beside = ("shown", "story__topic", "story__lead__credit")
    found = editions.select_related(*beside).prefetch_related("story__authors__person", "story__topic__tags")
    appeared = found.annotate(appeared=Coalesce("approved_at", "story__published_at"))
    return list(appeared.order_by("-appeared", "-pk")[:ENTRIES])


def _title(filters: Filters) -> str:
    narrowed = [
        filters.tag and f"#{filters.tag}",
        filters.author,
        filters.language and autonym(filters.language),
    ]
    return " · ".join([pgettext("feed", "Stories"), *filter(None, narrowed)])


def _entry(edition: Edition) -> dict[str, Any]:
    story, version = edition.story, edition.shown
    at = edition.approved_at or story.published_at
    people = list(story.authors.all())
    return {
        "title": edition.title,
        "link": settings.ORIGIN + edition.get_absolute_url(),
        "description": full_text(edition),
        "author_name": ", ".join(names(people)),
        "author_link": next(
            (settings.ORIGIN + one.person.get_absolute_url() for one in people if one.person), None
        ),
        "categories": [tag.name for tag in story.topic.tags.all()] if story.topic else [],
        "unique_id": f"{settings.ORIGIN}/s/{story.pk}/{edition.language}",
        "pubdate": at,
        "updateddate": max(version.at, at) if version and at else at,
        "language": bcp47(edition.language),
    }


def full_text(edition: Edition) -> str:
    """What the page shows of it, for who reads elsewhere: whole addresses, and nothing that needs our style sheet."""
    if edition.shown is None:
        return ""
    told = {
        "summary": edition.summary,
        "lead": lead_figure(edition.story, edition.shown, edition.language),
        "text": with_figures(edition.shown.html, edition.story),
    }
    html = _OF_PAGES.sub("", render_to_string("blog/_story_in_feed.html", told))
    return _OWN_ADDRESS.sub(rf'\1="{settings.ORIGIN}/', html)
