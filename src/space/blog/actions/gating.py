"""What is asked before members read a story, and each time it is changed from then on.

What a gate holds is the conversation beside the draft: while its first post is out of sight, so is the draft.
"""

from dataclasses import replace

from space.accounts.models import User
from space.blog.models import Story
from space.blog.texts import Words
from space.discuss.actions.writing import opened
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Audience, Post

_BESIDE = ("summary", "caption", "alt")


def ask(words: Words, *, by: User, language: str, before: Post | None = None) -> tuple[Words, Passed]:
    """The words as they came through. Raises what a gate refuses with."""
    beside = {name: said for name in _BESIDE if (said := getattr(words, name))}
    text = words.composed(by, language)
    passed = pass_gates(Writing(by, text, Audience.MEMBERS, words.title, before=before, beside=beside))
    return replace(words, title=passed.title, text=passed.text.source, **passed.beside), passed


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
