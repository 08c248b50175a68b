"""Translations of equal rank: begun by anybody, shown once a second reader of the language has approved them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions.finding import lock_edition, lock_story, touch
from space.blog.actions.gating import passed_reason
from space.blog.actions.publishing import show_translation
from space.blog.actions.readiness import uncredited
from space.blog.actions.writing import add_version, words_of
from space.blog.finding import version_followed
from space.blog.merging import in_one
from space.blog.models import Edition, SentBack, Story, Version, Wish
from space.blog.permissions import A_SECOND_READER
from space.blog.side_by_side import begun_parts, beside
from space.blog.texts import Words
from space.discuss.allowances import Allowances
from space.kit import clock
from space.kit.fields import tidy
from space.moderation.actions import record
from space.notifications.actions import tell


@transaction.atomic
def begin_translation(story: Story, language: str, *, by: User) -> Edition:
    """The edition in this language, with the pictures of the original and no words yet; or the one that is there.

    A wish for it is fulfilled: who had it is told.
    """
    story = lock_story(story.pk)
    found = Edition.objects.for_actions().filter(story=story, language=language).first()
    if found:
        return found
    _refuse_unpublished(story)
    Allowances(by).take_edit()
    original = _shown(story)
    edition = Edition.objects.for_actions().create(
        story=story, language=language, by=by, began_at=clock.now()
    )
    parts = begun_parts(original)
    add_version(edition, Words(text=in_one(parts)), by=by, follows=original.number, parts=parts)
    for wish in Wish.objects.filter(story=story, language=language):
        tell(f"story-wish {edition.pk} {wish.by_id}")
        wish.delete()
    touch(story)
    return edition


@transaction.atomic
def submit_translation(edition: Edition, *, by: User) -> Edition:
    """It is ready for a second reader. Sending it again changes nothing."""
    edition = lock_edition(edition)
    version = _written(edition)
    if edition.submitted_at is None and version.pk != edition.shown_id:
        edition.submitted_at = clock.now()
        edition.save(update_fields=["submitted_at"])
        tell(f"story-translation-ready {edition.pk} {version.pk}")
        touch(edition.story)
    return edition


@transaction.atomic
def approve_translation(edition: Edition, *, by: User, seen: int) -> Edition:
    """Readers see it. `seen` is the version that was read: another one has to be read first."""
    edition = lock_edition(edition)
    version = _written(edition)
    if edition.shown_id == version.pk:
        return edition
    _refuse_if_another(version, seen)
    _refuse_unpublished(edition.story)
    _refuse_who_wrote_it(edition, by)
    if told := uncredited(edition.story, version):
        raise ValidationError([ValidationError(text, code="uncredited") for text in told])
    edition.approved_by, edition.approved_at, edition.submitted_at = by, clock.now(), None
    edition.save(update_fields=["approved_by", "approved_at", "submitted_at"])
    show_translation(edition)
    record(by, "translation-approved", edition)
    tell(f"story-translation-approved {edition.pk} {version.pk}")
    touch(edition.story)
    return edition


@transaction.atomic
def send_back(edition: Edition, *, by: User, words: str, seen: int) -> Edition:
    """It needs changes before readers see it; who wrote it is told which."""
    edition = lock_edition(edition)
    version = _written(edition)
    _refuse_if_another(version, seen)
    words = passed_reason(edition.story, tidy(words), by=by)[:2000]
    told = SentBack.objects.create(edition=edition, version=version, by=by, at=clock.now(), words=words)
    edition.submitted_at = None
    edition.save(update_fields=["submitted_at"])
    record(by, "translation-sent-back", edition, told.words)
    tell(f"story-translation-back {told.pk}")
    touch(edition.story)
    return edition


@transaction.atomic
def still_says_it(edition: Edition, *, by: User, original: int) -> Edition:
    """The original changed, and this translation says the same as it does now. `original` is the version that was read.

    What readers see stays as it is, so nobody has to approve it.
    """
    edition = lock_edition(edition)
    version, now = _written(edition), _shown(edition.story)
    if version.follows == now.number:
        return edition
    _refuse_if_another(now, original)
    Allowances(by).take_edit()
    is_shown = edition.shown_id == version.pk
    parts = _parts_beside(edition, version, now)
    add_version(edition, words_of(version), by=by, follows=now.number, parts=parts)
    if is_shown:
        show_translation(edition)
    record(by, "translation-still-says-it", edition)
    touch(edition.story)
    return edition


@transaction.atomic
def wish(story: Story, language: str, *, by: User) -> None:
    """Somebody would like to read it in this language. The first who says so is told when somebody begins."""
    story = lock_story(story.pk)
    if Edition.objects.for_actions().filter(story=story, language=language).exists():
        return
    _, is_new = Wish.objects.get_or_create(
        story=story, language=language, defaults={"by": by, "at": clock.now()}
    )
    if is_new:
        Allowances(by).take_edit()
        touch(story)


@transaction.atomic
def take_back_wish(story: Story, language: str, *, by: User) -> None:
    story = lock_story(story.pk)
    if Wish.objects.filter(story=story, language=language, by=by).delete()[0]:
        touch(story)


def _shown(story: Story) -> Version:
    """The original as readers see it: that is what is translated."""
    original = story.original()
    if original.shown is None:
        raise Version.DoesNotExist
    return original.shown


def _parts_beside(edition: Edition, version: Version, now: Version) -> list[str] | None:
    """The parts of a text for another version of the original; None where they would not be the whole of it."""
    before = version_followed(edition.story, version.follows)
    if before is None or version.parts is None:
        return None
    parts = [pair.text for pair in beside(now, version.parts, before) if not pair.is_gone]
    return parts if in_one(parts) == version.source else None


def _written(edition: Edition) -> Version:
    version = edition.current
    if version is None or not (version.title and version.summary and version.source.strip()):
        text = pgettext_lazy("refusal", "A translation needs a title, a summary and a text first.")
        raise ValidationError(text, code="not_written")
    return version


def _refuse_if_another(version: Version, seen: int) -> None:
    if version.number != seen:
        text = pgettext_lazy(
            "refusal", "It was changed since you read it. Look at it again before you decide."
        )
        raise ValidationError(text, code="elsewhere")


def _refuse_who_wrote_it(edition: Edition, by: User) -> None:
    """Asked again once nobody else can write: they may have saved something since the rule was asked."""
    if edition.versions.filter(by=by).exists():
        raise ValidationError(str(A_SECOND_READER.reason), code="own")


def _refuse_unpublished(story: Story) -> None:
    if not story.is_published:
        text = pgettext_lazy("refusal", "A story is translated once it is published.")
        raise ValidationError(text, code="unpublished")
