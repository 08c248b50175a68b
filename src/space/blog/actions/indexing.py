"""Translations are found like originals. The original is found as the first post of its topic."""

from typing import cast

from django.db.models import QuerySet

from space.blog.models import Edition, Stage, Story, Version
from space.discuss.circles import circle_found
from space.discuss.models import Topic
from space.markup.reading import text_of
from space.search.documents import Document
from space.search.indexing import forget, index

KIND = "story"


def index_story(story: Story) -> None:
    """What the Blog shows of it today. Of a topic that nobody may see it is NOBODY's, as its posts are."""
    index(map(_document, _rows().filter(story=story)))


def forget_story(story: Story) -> None:
    forget(KIND, story.editions.for_actions().filter(is_original=False).values_list("pk", flat=True))


def documents(after: int, most: int) -> tuple[list[Document], int | None]:
    """What the Kind of search asks. Stories are locked first, as whoever changes something does it."""
    found = list(_rows().filter(pk__gt=after).order_by("pk").values_list("pk", "story_id")[:most])
    stories = Story.objects.for_actions().select_for_update(no_key=True, of=("self",))
    list(stories.filter(pk__in={story for _, story in found}).order_by("pk").values_list("pk"))
    rows = _rows().filter(pk__in=[pk for pk, _ in found]).order_by("pk")
    return list(map(_document, rows)), found[-1][0] if found else None


def _rows() -> QuerySet[Edition]:
    rows = Edition.objects.for_actions().filter(
        is_original=False, shown__isnull=False, story__stage=Stage.PUBLISHED
    )
    return rows.select_related("shown", "story__topic__closure").prefetch_related("story__topic__tags")


def _document(edition: Edition) -> Document:
    story, version = edition.story, cast(Version, edition.shown)
    topic = cast(Topic, story.topic)
    return Document(
        kind=KIND,
        pk=edition.pk,
        title=version.title,
        text=f"{version.summary}\n{text_of(version.html)}",
        lang=edition.language,
        circle=circle_found(topic),
        written_at=story.published_at or edition.began_at,
        author=topic.author_id,
        topic=topic.pk,
        place=topic.category_id,
        tags=tuple(sorted(tag.pk for tag in topic.tags.all())),
        species="story",
        lowered=topic.is_closed,
    )
