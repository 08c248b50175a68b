"""What is missing before a story can be shown to everybody. Each is a sentence that says what to do."""

from collections.abc import Iterator

from django.utils.translation import npgettext, pgettext

from space.blog.models import Credit, Edition, Point, Story, Version
from space.uploads.models import Upload
from space.uploads.text import numbers_in


def missing(story: Story, original: Edition) -> list[str]:
    """Nothing where the story is ready. Asks for its checks, pictures and writers."""
    version = original.current
    if version is None:
        return [pgettext("what is missing", "Nothing is written yet.")]
    return [*_words(version), *_pictures(story, version), *_checks(story), *_second_person(story, original)]


def pictures_of(story: Story, version: Version) -> list[Upload]:
    """The lead picture, and those that the text shows; each once."""
    numbers = numbers_in([version.source])
    wanted = [*([story.lead_id] if story.lead_id else []), *numbers]
    found = Upload.objects.for_actions().select_related("credit").in_bulk(wanted)
    return [found[pk] for pk in dict.fromkeys(wanted) if pk in found and found[pk].is_picture]


def is_credited(upload: Upload) -> bool:
    credit: Credit | None = getattr(upload, "credit", None)
    return credit is not None and credit.is_complete


def _words(version: Version) -> Iterator[str]:
    if not version.title:
        yield pgettext("what is missing", "Give it a title.")
    if not version.summary:
        yield pgettext("what is missing", "Write a summary: one or two sentences for lists and previews.")
    if not version.source.strip():
        yield pgettext("what is missing", "Write its text.")


def _pictures(story: Story, version: Version) -> Iterator[str]:
    for upload in pictures_of(story, version):
        if not is_credited(upload):
            text = pgettext("what is missing", "Say whose picture “%(name)s” is, and under which licence.")
            yield text % {"name": upload.name}
    if story.lead_id and not version.alt:
        yield pgettext("what is missing", "Say what the lead picture shows, for who does not see it.")


def _checks(story: Story) -> Iterator[str]:
    ticked = {check.point for check in story.checks.all()}
    left = [str(point.label) for point in Point if point.value not in ticked]
    if left:
        text = npgettext(
            "what is missing",
            "A reviewer has to look at one more point: %(points)s.",
            "A reviewer has to look at more points: %(points)s.",
            len(left),
        )
        yield text % {"points": ", ".join(left)}


def _second_person(story: Story, original: Edition) -> Iterator[str]:
    """Nobody publishes alone what they wrote alone: a point was ticked by somebody who wrote none of it."""
    wrote = set(original.versions.values_list("by_id", flat=True))
    wrote |= {one.person_id for one in story.authors.all() if one.person_id}
    if not any(check.by_id not in wrote for check in story.checks.all()):
        yield pgettext("what is missing", "Somebody who did not write it has to review it.")
