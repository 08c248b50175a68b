"""What is asked before members read a story, and each time it is changed from then on.

What a gate holds is the conversation beside the draft: while its first post is out of sight, so is the draft. What is
said beside the text, and by who decides about the story, cannot wait: a watched word in it is refused, or replaced.
"""

from collections.abc import Mapping
from dataclasses import replace

from django.core.exceptions import ValidationError

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.blog.models import WRITTEN, Story
from space.blog.texts import Words
from space.discuss.actions.writing import opened
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Audience, Post, Topic

_BESIDE = ("summary", "caption", "alt")


def ask(
    words: Words,
    *,
    by: User,
    language: str,
    before: Post | None = None,
    more: Mapping[str, str] | None = None,
) -> tuple[Words, Passed]:
    """The words as they came through, and `more` that comes with them. Raises what a gate refuses with."""
    own = {name: said for name in _BESIDE if (said := getattr(words, name))}
    text = words.composed(by, language)
    beside = {**(more or {}), **own}
    passed = pass_gates(Writing(by, text, Audience.MEMBERS, words.title, before=before, beside=beside))
    own = {name: passed.beside[name] for name in own}
    return replace(words, title=passed.title, text=passed.text.source, **own), passed


def passed_reason(story: Story, reason: str, *, by: User | None) -> str:
    """What somebody says with a step: to its authors, in its history, and of a correction to all readers."""
    if by is None:
        return reason
    try:
        said = pass_at_once({"reason": reason}, "story", by=by, of=_where(story), language=by.language)
    except ValidationError as error:
        raise ValidationError({"reason": error}) from None
    return said["reason"]


def passed_names(story: Story | None, names: list[str], *, by: User) -> list[str]:
    """Of guests who are named as authors."""
    before = {name: name for name in story.authors.values_list("name", flat=True)} if story else {}
    said = pass_at_once(
        {name: name for name in names}, "story", by=by, before=before, of=_where(story) if story else None
    )
    return [said[name][:120] for name in names]


def passed_credit(
    words: dict[str, str], *, by: User, before: dict[str, str] | None = None, story: Story | None = None
) -> dict[str, str]:
    """What is said of a picture. What becomes longer is cut to what is kept."""
    said = pass_at_once(words, "credit", by=by, before=before, of=_where(story) if story else None)
    return {name: text[: WRITTEN[name]] for name, text in said.items()}


def _where(story: Story) -> Topic | None:
    """Where moderators find it: nowhere while it is its authors' own."""
    return story.topic or story.room


def first_post(story: Story) -> Post | None:
    """Of the conversation beside it; none while it is its authors' own."""
    return Post.objects.for_actions().filter(topic=story.room_id, number=1).first() if story.room_id else None


def stands(story: Story, passed: Passed) -> None:
    if story.room:
        opened(story.room, passed)


def is_away(story: Story) -> bool:
    """Whether it is held now."""
    post = first_post(story)
    return post is not None and post.hidden_at is not None
