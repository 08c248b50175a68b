"""How the words of a story came to be: a beginning, then more of it, then all; each save by one of its authors."""

import re
from dataclasses import replace

from django.conf import settings

from space.accounts.models import User
from space.blog.texts import Words
from space.discuss.models import Post
from space.pages.demo import story_texts
from space.pages.demo.actions.happening import key_at
from space.pages.demo.actions.stories.drawing import Drawings
from space.pages.demo.story_texts import Edition, Stage, Story

_HEADING = re.compile(r"\n(?=## )")


def drafts(told: Story) -> list[Edition]:
    """As it was begun, as it was saved meanwhile, and whole. A pitch is short and written at once."""
    whole = told.corrections[0].before if told.corrections else told.original
    parts = _HEADING.split(whole.text)
    if told.stage == Stage.PITCH or len(parts) < 3:
        return [whole]
    ends = (1, len(parts) - 1, len(parts))
    return [replace(whole, text="\n".join(parts[:end]).strip()) for end in ends]


def typed(edition: Edition, drawings: Drawings, by: User) -> Words:
    """A text of the files as a person would have typed it here."""

    def reference(found: re.Match[str]) -> str:
        return f"({drawings.of(found[1], by).reference}"

    text = re.sub(r"\(drawing:([a-z-]+)", reference, edition.text)
    for room, slug in story_texts.cards(text):
        text = text.replace(f"topic:{room}/{slug}", address_of(room, slug))
    return Words(edition.title, edition.summary, text, edition.caption, edition.alt)


def address_of(room: str, slug: str) -> str:
    """Of a conversation that has begun by then."""
    post = Post.objects.for_actions().select_related("topic").get(key=key_at(f"{room}/{slug}/1"))
    return f"{settings.ORIGIN}{post.topic.get_absolute_url()}"
