"""A story leaves its group as a copy, which its authors may offer to the Blog; what the group wrote stays there."""

from uuid import UUID

from django.db import transaction

from space.accounts.models import User
from space.blog.actions.describing import About, Named, set_about
from space.blog.actions.finding import fresh, lock_story
from space.blog.actions.writing import add_version, words_of
from space.blog.models import Edition, Stage, Story
from space.discuss.allowances import Allowances
from space.kit import clock
from space.membership.actions.deeds import note
from space.membership.models import Did
from space.moderation.actions import record
from space.uploads.actions import hang
from space.uploads.models import Hanging, Upload


@transaction.atomic
def offer_to_blog(story: Story, *, by: User, key: UUID) -> Story:
    """A draft of the same text, authors, tags and pictures that its authors alone see until they share it.

    Its conversation, its earlier versions and its translations stay in the group. The group is told, and the log has
    it. The same `key` from the same person gives the copy that it made before.
    """
    story = lock_story(story.pk)
    if made := Story.objects.for_actions().filter(by=story.by, key=key).first():
        return fresh(made.pk)
    Allowances(by).take_topic()
    original = (
        Edition.objects.for_actions().select_related("shown", "current").get(story=story, is_original=True)
    )
    copy = _begun(story, original, by, key)
    if story.group:
        record(by, "group-story-copied", story.group, copy=copy.pk)
        note(story.group, Did.COPIED_OUT, by=by, words=original.title)
    return fresh(copy.pk)


def _begun(story: Story, original: Edition, by: User, key: UUID) -> Story:
    now = clock.now()
    since = {"stage": Stage.DRAFT, "stage_since": now, "began_at": now}
    copy = Story.objects.create(by=story.by, language=story.language, key=key, lead=story.lead, **since)
    authors = [Named(one.person, one.name) for one in story.authors.all()]
    tags = [tag.name for tag in story.tags.all()]
    about = About(authors=authors, tags=tags, projects=story.projects, regions=story.regions)
    set_about(copy, about, by)
    edition = Edition.objects.for_actions().create(
        story=copy, language=story.language, is_original=True, by=story.by, began_at=now
    )
    hung = Hanging.objects.filter(thing_kind=Story._meta.label_lower, thing_id=story.pk)
    hang(list(Upload.objects.for_actions().filter(pk__in=hung.values("upload"))), copy)
    if version := original.shown or original.current:
        add_version(edition, words_of(version), by=story.by)
    return copy
