"""Pictures of a story: they come from Commons or are sent, say whose they are, lead it, or leave it."""

from dataclasses import asdict, dataclass, replace
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.blog.actions import gating
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.actions.writing import begin_story, save_text, words_of
from space.blog.models import WRITTEN, Credit, Edition, Source, Story
from space.blog.permissions import COMMONS_LOOKS, COMMONS_SEARCHES
from space.blog.texts import Words
from space.limits.actions import take
from space.mediawiki import commons, searching
from space.mediawiki.commons import Facts
from space.moderation.actions import record
from space.uploads.actions import describe, hang, keep_file, take_off
from space.uploads.models import Upload
from space.uploads.numbers import UPLOAD_BYTES
from space.uploads.registry import tell_hung
from space.uploads.tasks import make_preview
from space.uploads.text import numbers_in

WIDEST = commons.WIDTHS[0]


@dataclass(frozen=True)
class Said:
    """What is said of a picture: the columns of its credit."""

    source: str = Source.OWN
    title: str = ""
    page_url: str = ""
    author: str = ""
    author_url: str = ""
    licence: str = ""
    licence_url: str = ""
    taken: str = ""
    description: str = ""
    description_language: str = ""


@dataclass(frozen=True)
class Picture:
    """A file that was taken in, and what is said of it; on no story yet."""

    upload: Upload
    said: Said


def look_up(given: str, *, by: User, language: str) -> Facts:
    """What Commons says of a picture. Raises a ValidationError that says why not; the try counts."""
    take(f"person:{by.pk}", COMMONS_LOOKS)
    return commons.picture(given, language)


def find(words: str, *, by: User, language: str) -> tuple[Facts, ...]:
    """Free pictures of Commons for these words. Raises a ValidationError also where there are none; the try counts."""
    take(f"person:{by.pk}", COMMONS_SEARCHES)
    return searching.search(words, language)


def bring(given: str, *, by: User, language: str, alt: str = "") -> Picture:
    """A picture of Commons as a copy of ours, no wider than 1920 pixels. Asks the wiki: never within a transaction."""
    facts = look_up(given, by=by, language=language)
    data = commons.bytes_of(facts, UPLOAD_BYTES())
    upload = keep_file(
        ContentFile(data), by=by, name=facts.name, alt=alt, widest=WIDEST, is_named_elsewhere=True
    )
    return Picture(upload, said_of(facts))


def receive(file: "IO[bytes] | File[bytes]", said: Said, *, by: User, name: str, alt: str = "") -> Picture:
    """A picture that somebody sent, with what they say of it."""
    said = replace(said, **gating.passed_credit(words_of_credit(said), by=by))
    upload = keep_file(file, by=by, name=name, alt=alt, widest=WIDEST)
    if not upload.is_picture:
        text = pgettext("picture form", "This is a document. Choose a picture.")
        raise ValidationError(text, code="no_picture")
    return Picture(upload, said)


def words_of_credit(said: Said | Credit) -> dict[str, str]:
    """What of it is written freely, and read."""
    return {name: getattr(said, name) for name in WRITTEN if name != "alt"}


def said_of(facts: Facts) -> Said:
    names = ("author", "author_url", "licence", "licence_url", "taken", "description", "description_language")
    return Said(
        source=Source.COMMONS,
        title=facts.name[:255],
        page_url=facts.page,
        **{name: getattr(facts, name) for name in names},
    )


@transaction.atomic
def add_picture(story: Story, picture: Picture, *, by: User) -> Upload:
    """It hangs on the story from now on, with its credit. Adding it again changes nothing but the credit."""
    story = lock_story(story.pk)
    Credit.objects.update_or_create(upload=picture.upload, defaults=asdict(picture.said))
    hang([picture.upload], story)
    if picture.said.source == Source.OWN:
        gating.passed_credit(words_of_credit(picture.said), by=by, story=story)
        tell_hung([picture.upload], by)
    record(by, "story-picture-added", story, upload=picture.upload.pk)
    touch(story)
    return Upload.objects.for_actions().select_related("credit").get(pk=picture.upload.pk)


@transaction.atomic
def begin_with_lead(picture: Picture | None, words: Words, *, by: User, **begun: Any) -> Story:
    """Begin a story under a picture that was taken in, or without one. The same form sent twice makes one story."""
    if picture is None:
        return begin_story(words, by=by, **begun)
    story = begin_story(replace(words, alt=words.alt or picture.upload.alt), by=by, **begun)
    if story.lead_id is not None:
        return story
    return choose_lead(story, add_picture(story, picture, by=by), by=by)


@transaction.atomic
def credit_picture(story: Story, upload: Upload, said: Said, *, by: User, alt: str) -> Credit:
    """Say better whose a picture of the story is, and what it shows: of the one that leads it in a new version."""
    story = lock_story(story.pk)
    before = Credit.objects.filter(upload=upload).first()
    there = {**(words_of_credit(before) if before else {}), "alt": upload.alt}
    now = gating.passed_credit({**words_of_credit(said), "alt": alt}, by=by, before=there, story=story)
    alt = now.pop("alt")
    said = replace(said, **now)
    credit, _ = Credit.objects.update_or_create(upload=upload, defaults=asdict(said))
    describe(upload, alt)
    record(by, "story-picture-credited", story, upload=upload.pk)
    touch(story)
    if story.lead_id == upload.pk:
        _describe_lead(story, alt, by)
    return credit


@transaction.atomic
def choose_lead(story: Story, upload: Upload | None, *, by: User) -> Story:
    """The picture over the story, or none. What it shows is then said in the newest version."""
    story = lock_story(story.pk)
    before = story.lead
    if (before.pk if before else None) == (upload.pk if upload else None):
        return fresh(story.pk)
    if upload is not None:
        if story.is_published and not _is_credited(upload):
            text = pgettext("picture form", "Say first whose this picture is, and under which licence.")
            raise ValidationError(text, code="uncredited")
        hang([upload], story)
        make_preview.defer(upload=upload.pk)
    story.lead = upload
    story.save(update_fields=["lead"])
    record(by, "story-lead-chosen", story, upload=upload.pk if upload else 0)
    touch(story)
    # Words for the picture before would be wrong of this one. Without one before, they may have been said already.
    if upload is not None and (before is not None or not _lead_is_described(story)):
        _describe_lead(story, upload.alt, by)
    return fresh(story.pk)


def _lead_is_described(story: Story) -> bool:
    version = story.original().current
    return bool(version and version.alt)


def _describe_lead(story: Story, alt: str, by: User) -> None:
    """What the picture over the story shows, in its newest version. Its caption is the writers' to change."""
    original = story.original()
    if original.current is not None and original.current.alt != alt:
        save_text(original, replace(words_of(original.current), alt=alt), by=by)


@transaction.atomic
def remove_picture(story: Story, upload: Upload, *, by: User) -> Story:
    """It hangs on the story no longer. What a text shows, or the story is led by, stays until that is changed."""
    story = lock_story(story.pk)
    if story.lead_id == upload.pk:
        text = pgettext("picture form", "This picture leads the story. Choose another one, or none, first.")
        raise ValidationError(text, code="leads")
    if upload.pk in used_in_texts(story):
        text = pgettext("picture form", "This picture stands in the text. Take it out there first.")
        raise ValidationError(text, code="used")
    take_off([upload], story)
    record(by, "story-picture-removed", story, upload=upload.pk)
    touch(story)
    return fresh(story.pk)


def used_in_texts(story: Story) -> set[int]:
    """Pictures that some edition shows now, or will when it is published."""
    editions = Edition.objects.for_actions().filter(story=story).select_related("current", "shown")
    versions = [version for one in editions for version in (one.current, one.shown) if version]
    return set(numbers_in([version.source for version in versions]))


def _is_credited(upload: Upload) -> bool:
    credit: Credit | None = Credit.objects.filter(upload=upload).first()
    return credit is not None and credit.is_complete
