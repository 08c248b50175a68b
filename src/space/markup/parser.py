"""CommonMark, tables, struck text, and what our plug-ins add."""

from functools import cache

from markdown_it import MarkdownIt

from space.markup.plugins import (
    addresses,
    directions,
    mentions,
    permalinks,
    quotes,
    tables,
    tasks,
    uploads,
    wiki_links,
)

# Deeper lists and quotes than anybody reads; what lies below is left out.
DEEPEST = 100


# Looking for the ends of so many brackets takes seconds: a text with more of them has no links.
MOST_BRACKETS = 4000


def parser_for(source: str) -> MarkdownIt:
    return parser(links=source.count("[") <= MOST_BRACKETS)


@cache
def parser(*, breaks: bool = True, links: bool = True) -> MarkdownIt:
    """Made once. A new line is a new line, as people who write messages expect."""
    md = MarkdownIt("commonmark", {"html": True, "breaks": breaks, "maxNesting": DEEPEST, "xhtmlOut": True})
    md.enable(["table", "strikethrough"])
    for plugin in (quotes, wiki_links, addresses, uploads, permalinks, mentions, tasks, tables, directions):
        plugin.install(md)
    return md if links else md.disable(["link", "image", "wiki_links"])
