"""Whose turn it is: what waits for one reader."""

from django.db.models import Exists, OuterRef, Q

from space.accounts.readers import Reader
from space.blog.models import UNDER_WAY, Author, Edition, Note, Stage, Story
from space.blog.models.editions import EditionQuerySet
from space.blog.models.stories import StoryQuerySet


def written_by(reader: Reader) -> StoryQuerySet:
    """All stories of which they are an author, at every stage."""
    return Story.objects.visible_to(reader).filter(_is_theirs(reader))


def awaited_by(reader: Reader) -> StoryQuerySet:
    """Stories that wait for them: their own to be changed, and those in review that they have taken on."""
    turns = Q(_is_theirs(reader), stage=Stage.CHANGES) | Q(reviewer=reader.pk, stage=Stage.REVIEW)
    return Story.objects.visible_to(reader).filter(turns)


def my_languages(reader: Reader) -> list[str]:
    """Those that they review, then those that they read."""
    return list(dict.fromkeys([*(reader.carries.get("reviewer_of") or ()), *reader.languages]))


def to_review(reader: Reader) -> StoryQuerySet:
    """In review, in their languages, written by others, and with no other reviewer."""
    waits = Story.objects.visible_to(reader).filter(stage=Stage.REVIEW, language__in=my_languages(reader))
    return waits.filter(Q(reviewer=None) | Q(reviewer=reader.pk)).exclude(_is_theirs(reader))


def translations_to_approve(reader: Reader) -> EditionQuerySet:
    """Sent by others, in their languages."""
    waiting = Edition.objects.visible_to(reader).filter(
        is_original=False, submitted_at__isnull=False, language__in=my_languages(reader)
    )
    return waiting.exclude(by=reader.pk)


def translations_of(reader: Reader) -> EditionQuerySet:
    """Those that they began."""
    return Edition.objects.visible_to(reader).filter(is_original=False, by=reader.pk)


def open_notes_for(reader: Reader) -> list[tuple[Story, int]]:
    """Stories of theirs with notes that nobody has resolved yet, and how many."""
    stories = list(written_by(reader).filter(stage__in=UNDER_WAY).values_list("pk", flat=True))
    notes = Note.objects.filter(edition__story__in=stories, resolved_at=None, post__hidden_at=None)
    counted: dict[int, int] = {}
    for pk in notes.values_list("edition__story", flat=True):
        counted[pk] = counted.get(pk, 0) + 1
    found = Story.objects.visible_to(reader).in_bulk(counted)
    return [(story, counted[pk]) for pk, story in found.items()]


def _is_theirs(reader: Reader) -> Exists:
    """Of a story: whether they are an author of it."""
    return Exists(Author.objects.filter(story=OuterRef("pk"), person=reader.pk))
