"""Plain addresses become links: `https://meta.wikimedia.org/wiki/Grants_(2026)`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![A-Za-z0-9])https?$", re.IGNORECASE)

# Up to a space, a bracket that cannot be part of an address, or the full stop of another script.
_REST = re.compile(
    r"""://[^\s<>"`\[\]{}|\\^\x00-\x1f。，、；：！？（）「」『』【】《》〈〉،؛؟।۔“”„«»]{1,2000}"""
)
_AFTER_WORDS = ".,:;!?'*~"


def install(md: MarkdownIt) -> None:
    md.inline.ruler.before("newline", "addresses", _address)


def _address(state: StateInline, silent: bool) -> bool:
    pos = state.pos
    if state.src[pos] != ":" or state.linkLevel > 0 or not state.src.startswith("://", pos):
        return False
    scheme = _SCHEME.search(state.src, max(0, pos - 6), pos)
    rest = scheme and _REST.match(state.src, pos, state.posMax)
    if not scheme or not rest:
        return False
    url = _without_what_follows(scheme[0] + rest[0])
    href = state.md.normalizeLink(url)
    if len(url) <= len(scheme[0]) + 3 or not state.md.validateLink(href):
        return False
    if not silent and not _push(state, scheme[0], url, href):
        return False
    state.pos += len(url) - len(scheme[0])
    return True


def _push(state: StateInline, scheme: str, url: str, href: str) -> bool:
    if not state.pending.endswith(scheme):
        return False
    state.pending = state.pending[: -len(scheme)]
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": href}
    opening.info = opening.markup = "auto"
    state.push("text", "", 0).content = state.md.normalizeLinkText(url)
    state.push("link_close", "a", -1).info = "auto"
    return True


def _without_what_follows(url: str) -> str:
    """Leave out the sentence's own full stop, and a closing bracket that was opened before the address."""
    while url:
        if url[-1] == ")" and url.count("(") < url.count(")"):
            url = url[:-1]
            continue
        shorter = url.rstrip(_AFTER_WORDS)
        if shorter == url:
            return url
        url = shorter
    return url
