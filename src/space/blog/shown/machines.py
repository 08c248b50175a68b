"""What machines are told of a story: previews of links, search engines, readers of feeds."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from space.blog.models import Edition, Story
from space.blog.shown.bylines import names
from space.blog.shown.previews import preview_of
from space.languages import bcp47
from space.web.linked_data import linked_data
from space.web.look import look
from space.web.times import iso


def about(story: Story, edition: Edition, editions: list[Edition]) -> dict[str, Any]:
    """For `blog/_story_about.html`. Expects the lead picture, the authors, and editions with their story. Of what is
    written for a group machines are told nothing."""
    if story.group_id:
        return {"is_private": True, "title": edition.title, "summary": edition.summary}
    address = settings.ORIGIN + edition.get_absolute_url()
    picture = image(story, edition)
    original = next((one for one in editions if one.is_original), edition)
    return {
        "canonical": address,
        "title": edition.title,
        "summary": edition.summary,
        "locale": bcp47(edition.language).replace("-", "_"),
        "locales": [bcp47(one.language).replace("-", "_") for one in editions if one.pk != edition.pk],
        "alternates": [(bcp47(one.language), settings.ORIGIN + one.get_absolute_url()) for one in editions],
        "original": settings.ORIGIN + original.get_absolute_url(),
        "short": reverse("blog:short", args=[story.pk]),
        "published": iso(story.published_at) if story.published_at else "",
        "authors": names(story.authors.all()),
        "site_name": look().name,
        "image": picture,
        "oembed": f"{reverse('blog:oembed')}?{urlencode({'url': address})}",
        "article": article(story, edition, address, picture),
    }


def image(story: Story, edition: Edition) -> dict[str, Any] | None:
    """The lead picture as previews show it."""
    shown = preview_of(story.lead)
    if shown is None:
        return None
    alt = edition.shown.alt if edition.shown else ""
    return {**shown, "alt": alt or (story.lead.alt if story.lead else "")}


def article(story: Story, edition: Edition, address: str, picture: dict[str, Any] | None) -> SafeString:
    """As schema.org has it."""
    told = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": edition.title[:110],
        "description": edition.summary,
        "inLanguage": bcp47(edition.language),
        "datePublished": iso(story.published_at) if story.published_at else None,
        "dateModified": iso(edition.shown.at) if edition.shown else None,
        "author": [_author(one) for one in story.authors.all()],
        "publisher": {"@type": "Organization", "name": look().name, "url": settings.ORIGIN},
        "mainEntityOfPage": address,
        "url": address,
        "image": [picture["url"]] if picture else None,
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "wordCount": edition.shown.words if edition.shown else None,
        "commentCount": story.topic.replies_count if story.topic else None,
        "discussionUrl": settings.ORIGIN + story.topic.get_absolute_url() if story.topic else None,
    }
    return linked_data(told)


def _author(author: Any) -> dict[str, str]:
    person = {"@type": "Person", "name": author.person.name if author.person else author.name}
    return person | ({"url": settings.ORIGIN + author.person.get_absolute_url()} if author.person else {})
