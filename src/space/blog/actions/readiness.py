"""What is missing before a story can be shown to everybody. Each is a sentence that says what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import npgettext, pgettext

from space.blog.credits.pieces import pictures_in
from space.blog.models import Check, Credit, Edition, Point, Story, Version
from space.languages import listed
from space.uploads.models import Hanging, Upload
from space.uploads.text import numbers_in


@dataclass(frozen=True)
class Look:
    """All of a story that is asked for: how its original reads, what it shows, who wrote it, who looked at it."""

    story: Story
    version: Version | None
    pictures: list[Upload]
    checks: list[Check]
    writers: frozenset[int]


class Lack(NamedTuple):
    """What is missing in a word, for cards (empty where a card shows it otherwise), and what to do in a sentence."""

    short: str
    says: str


def missing(story: Story, original: Edition) -> list[str]:
    """Nothing where the story is ready."""
    return missing_in(looks([story], {story.pk: original})[story.pk])


def missing_in(look: Look) -> list[str]:
    return [lack.says for lack in lacks_in(look)]


def lacks_in(look: Look) -> list[Lack]:
    version = look.version
    if version is None:
        text = pgettext("missing in short", "text")
        return [Lack(text, pgettext("what is missing", "Nothing is written yet."))]
    said = [*_words(version), *_pictures(look, version)]
    # A group decides for itself who looks at what it writes for its members.
    return said if look.story.group_id else [*said, *_checks(look), *_second_person(look, version)]


def looks(stories: Sequence[Story], originals: dict[int, Edition]) -> dict[int, Look]:
    """A look at each: the same few queries, however many there are. Expects originals with their current version."""
    checks: dict[int, list[Check]] = {story.pk: [] for story in stories}
    for check in Check.objects.filter(story__in=checks).select_related("by"):
        checks[check.story_id].append(check)
    writers = _writers(stories)
    versions = {story.pk: originals[story.pk].current for story in stories}
    shown = {story.pk: _numbers(story, versions[story.pk]) for story in stories}
    wanted = {number for numbers in shown.values() for number in numbers}
    found = _pictures_of(stories, wanted)
    return {
        story.pk: Look(
            story,
            versions[story.pk],
            [found[pk] for pk in shown[story.pk] if pk in found],
            checks[story.pk],
            frozenset(writers[story.pk]),
        )
        for story in stories
    }


def _writers(stories: Sequence[Story]) -> dict[int, set[int]]:
    """Authors, and everybody who saved a version of the original."""
    writers = {story.pk: {one.person_id for one in story.authors.all() if one.person_id} for story in stories}
    saved = Version.objects.filter(edition__story__in=writers, edition__is_original=True)
    for story, by in saved.values_list("edition__story", "by").distinct():
        writers[story].add(by)
    return writers


def _numbers(story: Story, version: Version | None) -> list[int]:
    own = [story.lead_id] if story.lead_id else []
    if version is None:
        return own
    # Of a long text the references are not all counted; what it shows is.
    shown = [one.pk for one in pictures_in(version.html)]
    return list(dict.fromkeys([*own, *shown, *numbers_in([version.source])]))


def _pictures_of(stories: Sequence[Story], wanted: set[int]) -> dict[int, Upload]:
    """Of these files those that lead one of the stories or hang on one: of no other file anything is told."""
    if not wanted:
        return {}
    hung = Hanging.objects.filter(
        thing_kind=Story._meta.label_lower, thing_id__in=[one.pk for one in stories]
    )
    ours = Q(pk__in={one.lead_id for one in stories if one.lead_id}) | Q(pk__in=hung.values("upload"))
    found = Upload.objects.for_actions().filter(ours, pk__in=wanted).select_related("credit")
    return {upload.pk: upload for upload in found if upload.is_picture}


def uncredited(story: Story, version: Version) -> list[str]:
    """Whose pictures this version does not say: it is not shown to readers before."""
    found = _pictures_of([story], set(_numbers(story, version)))
    return [_no_credit(upload).says for upload in found.values() if not is_credited(upload)]


def is_credited(upload: Upload) -> bool:
    credit: Credit | None = getattr(upload, "credit", None)
    return credit is not None and credit.is_complete


def _words(version: Version) -> Iterator[Lack]:
    if not version.title:
        yield Lack(pgettext("missing in short", "title"), pgettext("what is missing", "Give it a title."))
    if not version.summary:
        says = pgettext("what is missing", "Write a summary: one or two sentences for lists and previews.")
        yield Lack(pgettext("missing in short", "summary"), says)
    if not version.source.strip():
        yield Lack(pgettext("missing in short", "text"), pgettext("what is missing", "Write its text."))


def _pictures(look: Look, version: Version) -> Iterator[Lack]:
    for upload in look.pictures:
        if not is_credited(upload):
            yield _no_credit(upload)
    if look.story.lead_id and not version.alt:
        says = pgettext("what is missing", "Say what the lead picture shows, for who does not see it.")
        yield Lack(pgettext("missing in short", "words for the picture"), says)
    if any(not one.alt for one in pictures_in(version.html)):
        says = pgettext(
            "what is missing",
            "Say what each picture in the text shows: between the square brackets before it.",
        )
        yield Lack(pgettext("missing in short", "words for a picture"), says)


def _no_credit(upload: Upload) -> Lack:
    text = pgettext("what is missing", "Say whose picture “%(name)s” is, and under which licence.")
    return Lack(pgettext("missing in short", "credit of a picture"), text % {"name": upload.name})


def _checks(look: Look) -> Iterator[Lack]:
    ticked = {check.point for check in look.checks}
    left = [str(point.label) for point in Point if point.value not in ticked]
    if left:
        text = npgettext(
            "what is missing",
            "A reviewer has to look at one more point: %(points)s.",
            "A reviewer has to look at more points: %(points)s.",
            len(left),
        )
        yield Lack("", text % {"points": listed(left)})


def _second_person(look: Look, version: Version) -> Iterator[Lack]:
    """Nobody publishes alone what they wrote alone: somebody who wrote none of it ticked a point of it as it is now."""
    others = [check for check in look.checks if check.by_id not in look.writers]
    if not others:
        says = pgettext("what is missing", "Somebody who did not write it has to review it.")
        yield Lack(pgettext("missing in short", "a second person") if look.checks else "", says)
    elif not any(check.at >= version.at for check in others):
        says = pgettext(
            "what is missing",
            "The text was changed since a second person looked at it. One who did not write it has to read it as it is "
            "now, and tick a point again.",
        )
        yield Lack(pgettext("missing in short", "a second look"), says)
