"""Words in the conversation of a review, and notes: those that point at a passage until somebody has resolved them."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions.finding import lock_story, touch
from space.blog.models import Edition, Note, Story
from space.blog.passages import finds, quoted
from space.discuss.actions.writing import write_reply
from space.discuss.models import Post, Topic
from space.kit import clock
from space.kit.fields import one_line

LONGEST = 500


@transaction.atomic
def say(
    story: Story,
    text: str,
    *,
    by: User,
    passage: str = "",
    edition: Edition | None = None,
    language: str = "",
    key: UUID | None = None,
) -> Post:
    """A post in the conversation of the review. With a passage of an edition it is a note there, and quotes it.

    The same `key` from the same person gives the post that it made before.
    """
    story, passage = lock_story(story.pk), one_line(passage)
    room = _room_of(story)
    if not passage or edition is None:
        return write_reply(room, by=by, text=text, language=language, key=key)
    _refuse_if_not_there(edition, passage)
    post = write_reply(room, by=by, text=f"{quoted(passage)}\n\n{text}", language=language, key=key)
    Note.objects.get_or_create(post=post, defaults={"edition": edition, "passage": passage})
    touch(story)
    return post


@transaction.atomic
def resolve(note: Note, *, by: User) -> Note:
    """It was done, or needs no more talk. Resolving it again changes nothing."""
    return _turn(note, by)


@transaction.atomic
def open_again(note: Note) -> Note:
    return _turn(note, None)


def _turn(note: Note, by: User | None) -> Note:
    story = lock_story(note.edition.story_id)
    note = Note.objects.select_related("post", "edition").get(pk=note.pk)
    if bool(note.resolved_at) != bool(by):
        note.resolved_by, note.resolved_at = by, clock.now() if by else None
        note.save(update_fields=["resolved_by", "resolved_at"])
        touch(story)
    return note


def _room_of(story: Story) -> Topic:
    if story.room is None:
        text = pgettext_lazy("refusal", "Share the story first: then others can read it and talk about it.")
        raise ValidationError(text, code="not_shared")
    return story.room


def _refuse_if_not_there(edition: Edition, passage: str) -> None:
    """Words that the text does not hold would point nowhere."""
    version = edition.current
    if len(passage) > LONGEST:
        text = pgettext_lazy("refusal", "Point at a shorter passage: %(most)d characters at most.")
        raise ValidationError({"passage": ValidationError(text, code="long", params={"most": LONGEST})})
    shown = [version.title, version.summary, version.caption] if version else []
    if version and not finds(version.html, passage) and not any(passage in words for words in shown):
        text = pgettext_lazy(
            "refusal",
            "These words are not in the text as it is now. Copy them from it, or leave the field empty.",
        )
        raise ValidationError({"passage": ValidationError(text, code="nowhere")})
