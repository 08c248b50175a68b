"""Translations as search knows them. An original is found as the first post of its topic."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.blog.actions import indexing
from space.blog.models import Edition
from space.discuss.models import Kind as KindOfTopic
from space.languages import mark
from space.markup.reading import text_of
from space.search import naming
from space.search.grammar.choices import Choice
from space.search.grammar.generic import KINDS
from space.search.kinds import Found, Kind, register


def found(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    """Each in its language, with the address that it has there."""
    shown = Edition.objects.shown_to(reader).filter(pk__in=list(pks), story__topic__unlisted=False)
    rows = shown.select_related("shown", "story__topic__category", "story__topic__author")
    return {edition.pk: _found(edition) for edition in rows}


def _found(edition: Edition) -> Found:
    topic, version, shown = edition.story.topic, edition.shown, mark(edition.language)
    author, category = (face_of(topic.author), topic.category) if topic else (None, None)
    return Found(
        url=edition.get_absolute_url(),
        title=edition.title,
        lang=shown.lang,
        dir=shown.dir,
        text=f"{edition.summary}\n{text_of(version.html)}" if version else edition.summary,
        text_lang=shown.lang,
        text_dir=shown.dir,
        who=author.name if author else "",
        who_url=author.url if author else "",
        picture=author.picture if author else "",
        when=edition.story.published_at,
        place=category.name if category else "",
        place_url=category.get_absolute_url() if category else "",
        place_lang=mark(category.language).lang if category else "",
        tone=category.tone if category else 0,
        icon="newspaper",
        number=1,
        more={"closed": False, "face": author, "topic": topic.pk if topic else 0},
    )


def be_found() -> None:
    """Lets search know stories, and what they are called."""
    register("story", Kind(pgettext_lazy("kind of what is found", "Stories"), found, indexing.documents))
    naming.species("story", pgettext_lazy("species", "Stories"), "newspaper", order=5)
    KINDS.register(
        Choice(
            "story",
            pgettext_lazy("filter value", "story"),
            pgettext_lazy("filter", "told by the movement, in the Blog"),
            topics=lambda _: Q(kind=KindOfTopic.STORY),
            order=9,
        )
    )
