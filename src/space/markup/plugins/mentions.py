"""`@Name` leads to the person, and tells them, if somebody of that name is here.

All names that the text may mean are asked for at once; where several fit, the longest is meant.
"""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.markup import context
from space.markup.plugins.names import as_names, candidates, may_begin
from space.markup.plugins.tokens import inlines, link, plain_texts, text

# More than any honest text needs; bounds what is asked of the database.
MOST_SIGNS = 100
MOST_NAMES = 1000


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("text_join", "mentions", _mentions)


def _mentions(state: StateCore) -> None:
    if "@" not in state.src:
        return
    asked = _asked_for(state)
    found = context.of(state.env).people(asked) if asked else {}
    if not found:
        return
    for inline, in_quote in _with_quotes(state.tokens):
        named = _replace(inline, found)
        if not in_quote:
            context.of(state.env).mentions.extend(named)


def _asked_for(state: StateCore) -> set[str]:
    names: set[str] = set()
    signs = 0
    for inline in inlines(state.tokens):
        for _, token in plain_texts(inline.children or []):
            for place in _signs(token.content):
                signs += 1
                if signs > MOST_SIGNS or len(names) > MOST_NAMES:
                    return names
                names.update(name for typed in candidates(token.content, place) for name in as_names(typed))
    return names


def _signs(content: str) -> Iterator[int]:
    place = content.find("@")
    while place >= 0:
        if may_begin(content, place):
            yield place
        place = content.find("@", place + 1)


def _with_quotes(tokens: list[Token]) -> Iterator[tuple[Token, bool]]:
    """Running texts, and whether they are somebody else's words: those tell nobody."""
    depth = 0
    for token in tokens:
        if token.type in {"blockquote_open", "blockquote_close"}:
            depth += token.nesting
        elif token.type == "inline" and token.children:
            yield token, depth > 0


def _replace(inline: Token, found: dict[str, str]) -> list[str]:
    """Put links where the names stand, and say which names these were."""
    children = inline.children or []
    named: list[str] = []
    for place, token in reversed(list(plain_texts(children))):
        pieces, names = _linked(token, found)
        children[place : place + 1] = pieces
        named[:0] = names
    return named


def _linked(token: Token, found: dict[str, str]) -> tuple[list[Token], list[str]]:
    content, made, names, after = token.content, [], [], 0
    for place in _signs(content):
        meant = _meant(content, place, found) if place >= after else None
        if meant:
            typed, name = meant
            made += [text(content[after:place]), *link(found[name], f"@{typed}", "mention", dir="auto")]
            names.append(name)
            after = place + 1 + len(typed)
    return ([*made, text(content[after:])] if made else [token]), names


def _meant(content: str, place: int, found: dict[str, str]) -> tuple[str, str] | None:
    """The longest name here that somebody has: as it is typed, and as it is."""
    fitting = [
        (typed, name)
        for typed in candidates(content, place)
        for name in reversed(as_names(typed))
        if name in found
    ]
    return fitting[-1] if fitting else None
