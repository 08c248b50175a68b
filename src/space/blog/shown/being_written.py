"""How a text will look once it is a story: while it is being written, for who writes it."""

from typing import Any

from space.accounts.requests import Request
from space.blog.credits.figures import with_figures_for
from space.blog.merging import in_one
from space.blog.sheet import sent_parts
from space.blog.shown.outline import outlined
from space.discuss.embedding import with_cards
from space.discuss.views.helping import previewed


def previewed_story(request: Request) -> dict[str, Any]:
    """For `discuss/_preview.html`: pictures as figures, topics as cards, headings as on the story's page.

    A translation is sent in parts; without a script there is nothing else.
    """
    parts = sent_parts(request.POST)
    told = previewed(request, in_one(parts) if parts else None)
    text, _ = outlined(with_figures_for(told["preview"], request.reader))
    look = {"preview": with_cards(text, request.reader).html, "preview_class": "prose story__text"}
    return {**told, **look}
