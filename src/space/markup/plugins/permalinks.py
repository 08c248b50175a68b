"""A bare link to a post of ours says what it leads to, where the one who renders knows."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.markup import context
from space.markup.plugins.tokens import inlines

_POST = re.compile(r"/(?:discuss/)?t/[^\s?#]+")


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("text_join", "permalinks", _permalinks)


def _permalinks(state: StateCore) -> None:
    asker = context.of(state.env)
    bare = [
        pair for inline in inlines(state.tokens) for pair in _bare_links(inline.children or [], asker.home)
    ]
    if not bare:
        return
    labels = asker.posts({address for address, _ in bare})
    for address, shown in bare:
        shown.content = labels.get(address, shown.content)


def _bare_links(children: list[Token], home: str) -> list[tuple[str, Token]]:
    """Paths of our posts whose addresses were typed or pasted as they are, with the token that shows them."""
    links = [
        (str(opening.attrs["href"]), shown)
        for opening, shown in pairwise(children)
        if opening.type == "link_open" and opening.info == "auto"
    ]
    paths = [(href.removeprefix(home), shown) for href, shown in links if home and href.startswith(home)]
    return [(path, shown) for path, shown in paths if _POST.fullmatch(path)]
