"""Files that people sent here: `![A map](upload:k3jd9)`, `[The minutes](upload:k3jd9)`."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.markup import context
from space.markup.plugins.tokens import inlines
from space.markup.result import File

_SCHEME = "upload:"


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("text_join", "uploads", _uploads)


def _uploads(state: StateCore) -> None:
    if _SCHEME not in state.src:
        return
    wanted = list(_references(state.tokens))
    files = context.of(state.env).files({reference for _, _, reference in wanted}) if wanted else {}
    for token, name, reference in wanted:
        _fill(token, name, files.get(reference))


def _references(tokens: list[Token]) -> Iterator[tuple[Token, str, str]]:
    for inline in inlines(tokens):
        for token in inline.children or []:
            name = {"image": "src", "link_open": "href"}.get(token.type, "")
            address = str(token.attrs.get(name, ""))
            if address.startswith(_SCHEME):
                yield token, name, address.removeprefix(_SCHEME)


def _fill(token: Token, name: str, file: File | None) -> None:
    """A reference to nothing keeps its words and leads nowhere."""
    if not file:
        del token.attrs[name]
        return
    token.attrs[name] = file.url
    if name == "src" and file.width:
        token.attrs |= {"width": file.width, "height": file.height}
        token.attrs |= {"srcset": file.srcset, "sizes": file.sizes} if file.srcset else {}
