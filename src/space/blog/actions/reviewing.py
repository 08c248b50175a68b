"""A review: its checklist, and its conversation, which stands beside the draft in a topic of its own."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import pgettext

from space.accounts.models import User
from space.blog.actions import gating
from space.blog.actions.beside import keep_beside, said_beside
from space.blog.actions.finding import lock_story, touch
from space.blog.actions.rooms import room_of_reviews
from space.blog.actions.writing import add_version, words_of
from space.blog.models import Check, Edition, Point, Story
from space.blog.texts import Words
from space.discuss.actions.reading import follow_topic
from space.discuss.actions.writing import open_topic
from space.discuss.models import Level
from space.discuss.text import compose
from space.kit import clock


def show_to_members(story: Story) -> None:
    """Made once: members may read the story from now on, unless a gate holds it, and talk about it."""
    original = story.original()
    words = words_of(original.current) if original.current else Words()
    beside = said_beside(story)
    said, passed = gating.ask(words, by=story.by, language=story.language, more=beside)
    keep_beside(story, beside, passed)
    if said != words:
        add_version(original, said, by=story.by)
    _open_room(story, original)
    gating.stands(story, passed)


def _open_room(story: Story, original: Edition) -> None:
    """Its first post leads to the draft and says what it is about."""
    title = original.title or pgettext("story", "Untitled")
    with translation.override(story.language):
        heading = pgettext("story", "About the story “%(title)s”") % {"title": title}
        way = pgettext("story", "Read the draft, and see how it stands")
    text = f"{original.summary}\n\n[{way}]({story.desk_url})".strip()
    composed = compose(text, by=story.by, language=story.language)
    story.room = open_topic(
        story.category or room_of_reviews(story.by), by=story.by, title=heading[:255], text=composed
    )
    story.save(update_fields=["room"])
    for one in story.authors.all():
        if one.person and one.person != story.by:
            follow_topic(story.room, by=one.person, level=Level.WATCHING)


@transaction.atomic
def tick(story: Story, point: Point, *, by: User, seen: int = 0) -> Check:
    """A point of the checklist is well. Ticking it again changes nothing, unless the text was changed since.

    `seen` is the version of the original that was read: of another one nothing is said.
    """
    story = lock_story(story.pk)
    version = story.original().current
    if version and seen not in (0, version.number):
        text = pgettext(
            "refusal", "The text was changed since you read it. Look at it again before you decide."
        )
        raise ValidationError(text, code="elsewhere")
    check, is_new = Check.objects.get_or_create(
        story=story, point=point, defaults={"by": by, "at": clock.now()}
    )
    is_older = bool(version and check.at < version.at)
    if is_older:
        check.by, check.at = by, clock.now()
        check.save(update_fields=["by", "at"])
    if is_new or is_older:
        touch(story)
    return check


@transaction.atomic
def untick(story: Story, point: Point, *, by: User) -> None:
    """Somebody has to look at it again."""
    story = lock_story(story.pk)
    if Check.objects.filter(story=story, point=point).delete()[0]:
        touch(story)
