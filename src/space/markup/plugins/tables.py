"""Alignment of table cells as a class: there are no inline styles, and no left and right."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from space.markup.plugins.tokens import sealed

_CLASSES = {"text-align:center": "center", "text-align:right": "end"}


def install(md: MarkdownIt) -> None:
    md.core.ruler.push("tables", _tables)


def _tables(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and "style" in token.attrs:
            name = _CLASSES.get(str(token.attrs.pop("style")))
            if name:
                token.attrSet("class", sealed(name))
