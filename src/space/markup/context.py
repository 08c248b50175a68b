"""What the plug-ins of one rendering share: who can be asked, and what was found."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from space.markup.result import Files, Notes, People, Posts, Quote, no_note, nobody, nothing

_KEY = "space"

Env = MutableMapping[str, Any]


@dataclass(slots=True)
class Context:
    language: str = ""
    home: str = ""
    people: People = nobody
    posts: Posts = nobody
    files: Files = nothing
    notes: Notes = no_note
    mentions: list[str] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def as_env(self) -> dict[str, Any]:
        return {_KEY: self}


def of(env: Env) -> Context:
    """The context that came with this text; an empty one when the parser is used by itself."""
    context = env.setdefault(_KEY, Context())
    assert isinstance(context, Context)  # noqa: S101
    return context
