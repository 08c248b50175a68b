"""Links as people write them on wikis: `[[w:fr:Cameroun]]`, `[[m:Grants|grants]]`."""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from space.markup.plugins.tokens import link
from space.mediawiki import Link, resolve

_WIKI_LINK = re.compile(r"(?<!\[)\[\[([^\[\]\n]{1,600})\]\](?!\])")
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]$")


def install(md: MarkdownIt) -> None:
    md.inline.ruler.before("link", "wiki_links", _wiki_link)


def _wiki_link(state: StateInline, silent: bool) -> bool:
    if state.linkLevel > 0 or not state.src.startswith("[[", state.pos):
        return False
    written = _WIKI_LINK.match(state.src, state.pos, state.posMax)
    if not written or _is_reference(state, written[1]):
        return False
    target, bar, label = written[1].partition("|")
    page = resolve(target)
    if not page:
        return False
    if not silent:
        _push(state, page, _label(page, bar, label))
    state.pos = written.end()
    return True


def _is_reference(state: StateInline, label: str) -> bool:
    """`[[foo]]` where Markdown's own `[foo]: address` is given stays Markdown's."""
    return normalizeReference(label) in state.env.get("references", ())


def _label(page: Link, bar: str, label: str) -> str:
    """With an empty label after the bar, the title without its namespace and brackets, as on wikis."""
    if not bar:
        return page.text
    return label.strip() or _IN_BRACKETS.sub("", page.title.rpartition(":")[2]).strip() or page.text


def _push(state: StateInline, page: Link, label: str) -> None:
    opening, content, _ = link(page.url, label, "wiki")
    state.push("link_open", "a", 1).attrs = opening.attrs
    state.push("text", "", 0).content = content.content
    state.push("link_close", "a", -1)
