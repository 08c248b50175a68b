"""Quotes that say whose words they are.

    > @Amina, [#3](/discuss/t/a-slug/12/3):
    >
    > What she wrote.

Any Markdown reader shows that as a quote that begins with a name and a link. Here the first line
becomes its `<cite>`. A language code in brackets before the colon says what language it is in.
Where the post has a content note, what follows is folded behind it.
"""

import re
from collections.abc import Iterable
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.languages import known, mark
from space.markup import context
from space.markup.plugins.tokens import sealed
from space.markup.result import Note, Quote

_WHO = re.compile(
    r"@(?P<name>[^\[\]\n]{1,85}), \[#(?P<number>\d{1,6})\]\((?P<origin>https?://[^\s()<>/]+)?(?P<address>/[^\s()<>]{1,300})\)"
    r"(?: \((?P<language>[A-Za-z-]{2,20})\))?:[ \t]*(?:\n|$)"
)


def install(md: MarkdownIt) -> None:
    md.core.ruler.after("block", "quotes", _quotes)


def _quotes(state: StateCore) -> None:
    """Runs between blocks and running text, so that the line itself is read like any other."""
    tokens = state.tokens
    quotes: list[tuple[Token, Quote]] = []
    place = 0
    while place < len(tokens) - 2:
        who = _who(tokens, place)
        if who and who["origin"] in (None, context.of(state.env).home):
            quotes.append((tokens[place], _keep(state, tokens[place], who)))
            tokens[place + 1 : place + 4] = _cited(tokens[place + 1 : place + 4], who)
        place += 1
    notes = context.of(state.env).notes({quote for _, quote in quotes}) if quotes else {}
    _fold(tokens, ((opening, notes[quote]) for opening, quote in quotes if quote in notes))


def _fold(tokens: list[Token], noted: Iterable[tuple[Token, Note]]) -> None:
    """What stands in these quotes after their first line is behind the note; where that is all they say, it stays."""
    for opening, note in noted:
        begin = next(place for place, token in enumerate(tokens) if token is opening) + 4
        end = next(place for place in range(begin, len(tokens)) if _closes(tokens[place], opening))
        inside = tokens[begin:end]
        if inside and [token.content for token in inside if token.type == "inline"] != [note.sign]:
            said = "".join(
                f' {name}="{value}"' for name, value in mark(note.language)._asdict().items() if value
            )
            summary = f"<summary><bdi{said}>{escape(note.sign)}</bdi></summary>"
            head = f'<details class="{sealed("noted")}">{summary}'
            tokens[begin:end] = [_raw(head), *inside, _raw("</details>")]


def _raw(html: str) -> Token:
    return Token("html_block", "", 0, content=html, block=True)


def _closes(token: Token, opening: Token) -> bool:
    return token.type == "blockquote_close" and token.level == opening.level


def _who(tokens: list[Token], place: int) -> re.Match[str] | None:
    if tokens[place].type != "blockquote_open" or tokens[place + 1].type != "paragraph_open":
        return None
    return _WHO.match(tokens[place + 2].content)


def _keep(state: StateCore, blockquote: Token, who: re.Match[str]) -> Quote:
    blockquote.attrSet("class", sealed("quote"))
    language = who["language"] or ""
    if known(language):
        blockquote.attrs |= dict(mark(language)._asdict())
    quote = Quote(who["name"], int(who["number"]), who["address"])
    context.of(state.env).quotes.append(quote)
    return quote


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
