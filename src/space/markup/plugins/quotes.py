"""Quotes that say whose words they are.

    > @Amina, [#3](/discuss/t/a-slug/12/3):
    >
    > What she wrote.

Any Markdown reader shows that as a quote that begins with a name and a link. Here the first line
becomes its `<cite>`. A language code in brackets before the colon says what language it is in.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.languages import known, mark
from space.markup import context
from space.markup.plugins.tokens import sealed
from space.markup.result import Quote

_WHO = re.compile(
    r"@(?P<name>[^\[\]\n]{1,85}), \[#(?P<number>\d{1,6})\]\((?P<origin>https?://[^\s()<>/]+)?(?P<address>/[^\s()<>]{1,300})\)"
    r"(?: \((?P<language>[A-Za-z-]{2,20})\))?:[ \t]*(?:\n|$)"
)


def install(md: MarkdownIt) -> None:
    md.core.ruler.after("block", "quotes", _quotes)


def _quotes(state: StateCore) -> None:
    """Runs between blocks and running text, so that the line itself is read like any other."""
    tokens = state.tokens
    place = 0
    while place < len(tokens) - 2:
        who = _who(tokens, place)
        if who and who["origin"] in (None, context.of(state.env).home):
            _note(state, tokens[place], who)
            tokens[place + 1 : place + 4] = _cited(tokens[place + 1 : place + 4], who)
        place += 1


def _who(tokens: list[Token], place: int) -> re.Match[str] | None:
    if tokens[place].type != "blockquote_open" or tokens[place + 1].type != "paragraph_open":
        return None
    return _WHO.match(tokens[place + 2].content)


def _note(state: StateCore, blockquote: Token, who: re.Match[str]) -> None:
    blockquote.attrSet("class", sealed("quote"))
    language = who["language"] or ""
    if known(language):
        blockquote.attrs |= dict(mark(language)._asdict())
    quote = Quote(who["name"], int(who["number"]), who["address"])
    context.of(state.env).quotes.append(quote)


def _cited(paragraph: list[Token], who: re.Match[str]) -> list[Token]:
    """The first line by itself in a `<cite>`, the rest of its paragraph after it."""
    opening, inline, closing = paragraph
    cite_open, cite, cite_close = opening.copy(), inline.copy(), closing.copy()
    cite_open.tag = cite_close.tag = "cite"
    cite.content = f"@{who['name']}, [#{who['number']}]({who['address']})"
    cite.children = []
    rest = inline.content[who.end() :]
    inline.content = rest
    return [cite_open, cite, cite_close, *(paragraph if rest.strip() else [])]
