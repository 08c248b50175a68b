"""Stories and editions as they are now, for whoever changes them."""

from space.blog.models import Edition, Story
from space.web import versions


def lock_story(pk: int) -> Story:
    """The story as it is now, for us alone until the transaction ends. Locked before its editions and its topic."""
    locked = Story.objects.for_actions().select_for_update(no_key=True, of=("self",))
    return locked.select_related("topic", "category", "group").prefetch_related("authors__person").get(pk=pk)


def lock_edition(edition: Edition) -> Edition:
    """The same of an edition, after its story."""
    story = lock_story(edition.story_id)
    rows = Edition.objects.for_actions().select_for_update(no_key=True, of=("self",))
    fresh = rows.select_related("current", "shown").get(pk=edition.pk)
    fresh.story = story
    return fresh


def touch(story: Story) -> None:
    """Something that cards or pages of this story show has changed."""
    story.version += 1
    story.save(update_fields=["version"])
    # What readers of the Blog never saw changes nothing for them: their pages stay kept.
    read = ["stories"] if story.topic_id else []
    versions.bump("newsroom", f"story:{story.pk}", *read)


def fresh(pk: int) -> Story:
    rows = Story.objects.for_actions().select_related("topic", "reviewer", "group")
    return rows.prefetch_related("authors__person").get(pk=pk)
