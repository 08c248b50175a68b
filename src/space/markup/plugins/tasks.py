"""Task numbers: `T123456` leads to Phabricator.

From three digits on: `T20` is a match of cricket, and `T1` a line of a tram.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.markup.plugins.tokens import inlines, link, plain_texts, text
from space.mediawiki import task

_TASK = re.compile(r"(?<![\w/#.@&=-])T([1-9]\d{2,6})(?![\w/=-])")


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("text_join", "tasks", _tasks)


def _tasks(state: StateCore) -> None:
    for inline in inlines(state.tokens):
        if not _TASK.search(inline.content):
            continue
        children = inline.children or []
        for place, token in reversed(list(plain_texts(children))):
            children[place : place + 1] = _linked(token)


def _linked(token: Token) -> list[Token]:
    made: list[Token] = []
    after = 0
    for found in _TASK.finditer(token.content):
        made += [text(token.content[after : found.start()]), *link(task(found[1]), found[0], "task")]
        after = found.end()
    return [*made, text(token.content[after:])] if made else [token]
