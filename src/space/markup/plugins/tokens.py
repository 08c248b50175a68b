"""Small helpers for making and walking the parser's tokens."""

import secrets
from collections.abc import Iterator

from markdown_it.token import Token

# Classes that our plug-ins give carry this until the cleaning is done: nobody can know it before,
# so nobody can write raw HTML that passes for a mention or a quote of ours.
SEAL = f"s{secrets.token_hex(8)}-"


def sealed(name: str) -> str:
    return SEAL + name


def text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def link(address: str, content: str, kind: str, **more: str) -> list[Token]:
    """The three tokens of a link that a plug-in makes, with its class."""
    opening = Token("link_open", "a", 1, markup=kind, info="auto")
    opening.attrs = {"class": sealed(kind), **more, "href": address}
    return [opening, text(content), Token("link_close", "a", -1, markup=kind, info="auto")]


def inlines(tokens: list[Token]) -> Iterator[Token]:
    """Tokens that hold running text."""
    return (token for token in tokens if token.type == "inline" and token.children)


def plain_texts(children: list[Token]) -> Iterator[tuple[int, Token]]:
    """Pieces of text outside of links, with their places. What was escaped is no such piece."""
    in_link = 0
    for place, token in enumerate(children):
        if token.type in {"link_open", "link_close"}:
            in_link += token.nesting
        elif token.type == "text" and not in_link:
            yield place, token
