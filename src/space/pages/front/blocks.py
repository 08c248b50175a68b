"""The blocks of the first page: what each is called, and what it shows to a reader."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext_lazy

from space import community
from space.accounts.readers import Reader
from space.pages.front import contents
from space.pages.front.mine import mine
from space.pages.front.seen import Seen

Content = Callable[[Seen], dict[str, Any] | None]


@dataclass(frozen=True)
class Block:
    """`content` gives the context of its partial, or None where it has nothing to show this reader."""

    label: str | Promise
    partial: str
    content: Content


BLOCKS = {
    "welcome": Block(pgettext_lazy("block", "Welcome"), "pages/front/_welcome.html", contents.welcome),
    "mine": Block(pgettext_lazy("block", "For you"), "pages/front/_mine.html", mine),
    "doors": Block(
        pgettext_lazy("block", "Two doors: stories and conversations"),
        "pages/front/_doors.html",
        contents.doors,
    ),
    "calls": Block(pgettext_lazy("block", "Calls to take part"), "pages/front/_calls.html", contents.calls),
    "note": Block(
        pgettext_lazy("block", "A word of this community"), "pages/front/_note.html", contents.note
    ),
    "soon": Block(pgettext_lazy("block", "Happening soon"), "pages/front/_soon.html", contents.soon),
    "stories": Block(pgettext_lazy("block", "Latest stories"), "pages/front/_stories.html", contents.stories),
    "conversations": Block(
        pgettext_lazy("block", "Lively conversations"),
        "pages/front/_conversations.html",
        contents.conversations,
    ),
    "communities": Block(
        pgettext_lazy("block", "Where people talk"), "pages/front/_communities.html", contents.communities
    ),
}

ORDER = community.order(
    "home_blocks",
    group=community.Group.TEXTS,
    label=pgettext_lazy("setting", "Blocks of the first page"),
    explanation=pgettext_lazy(
        "setting",
        "In which order they stand, and which are not shown. A block that has nothing to show is left out by "
        "itself; “For you” is shown to who has signed in.",
    ),
    options={name: block.label for name, block in BLOCKS.items()},
)


def shown(reader: Reader, language: str, request: HttpRequest) -> list[SafeString]:
    """The blocks as this reader sees them, in their order."""
    seen = Seen(reader, language)
    filled = [(BLOCKS[name], BLOCKS[name].content(seen)) for name in ORDER()]
    return [
        mark_safe(render_to_string(block.partial, {**content, "reader": reader}, request))
        for block, content in filled
        if content is not None
    ]
