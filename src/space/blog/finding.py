"""Stories and editions for a page, as far as its reader may see them; others are not there."""

from django.shortcuts import get_object_or_404

from space.accounts.readers import Reader
from space.blog.models import Edition, Story, Version


def find_story(reader: Reader, pk: int) -> Story:
    return get_object_or_404(Story.objects.visible_to(reader).for_desk(), pk=pk)


def find_edition(reader: Reader, pk: int, language: str) -> Edition:
    """With its story, its newest version, and who wrote it."""
    rows = Edition.objects.visible_to(reader).with_writers().select_related("current", "shown")
    edition = get_object_or_404(rows, story=pk, language=language)
    edition.story = find_story(reader, pk)
    return edition


def original_read(reader: Reader, story: Story) -> Version | None:
    """The original that translations follow: the one that readers of the Blog see."""
    originals = Edition.objects.visible_to(reader).filter(story=story, is_original=True)
    return originals.select_related("shown").get().shown


def version_followed(story: Story, number: int | None) -> Version | None:
    """The version of the original that a translation says."""
    rows = Version.objects.filter(edition__story=story, edition__is_original=True)
    return rows.filter(number=number or 0).first()
