"""HTML mail as plain text: paragraphs, lists, quotes and links are kept, all else goes."""

import re
from html import unescape
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math", "object"})
_BLOCKS = "p div table ul ol dl h1 h2 h3 h4 h5 h6 pre section article header footer form address"
_PARAGRAPHS = frozenset(_BLOCKS.split())
_LINES = frozenset({"br", "tr", "li", "dt", "dd", "hr", "option"})
_LINK = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)


def text_of_html(source: str) -> str:
    """The text of an HTML mail. Links stand as "text <address>"; quotes get ">" before each line."""
    reader = _Reader()
    try:
        reader.feed(source)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        return unescape(re.sub(r"<[^<>]*>", " ", source)).strip()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[int, str]] = []
        self._line: list[str] = []
        self._hidden: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._depth = 0
        self._pre = 0

    def text(self) -> str:
        self._break()
        while self._lines and not self._lines[-1][1]:
            self._lines.pop()
        lines = [f"{'>' * depth} {line}".rstrip() if depth else line for depth, line in self._lines]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")
        elif tag == "img":
            self._line.append(dict(attrs).get("alt") or "")
        elif tag in {"td", "th"}:
            self._line.append(" ")
        else:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag == "a":
            self._close_link()
        else:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._pre:
            self._line.append(re.sub(r"[ \t\n\r\f]+", " ", data))
            return
        first, *others = data.split("\n")
        self._line.append(first)
        for line in others:
            self._break()
            self._line.append(line)

    def _open_block(self, tag: str) -> None:
        if tag in _PARAGRAPHS or tag == "blockquote":
            self._paragraph()
        elif tag in _LINES:
            self._break(even_empty=tag == "br")
        self._depth = min(self._depth + (tag == "blockquote"), 9)
        self._pre += tag == "pre"
        if tag == "li":
            self._line.append("* ")

    def _close_block(self, tag: str) -> None:
        if tag in _PARAGRAPHS or tag == "blockquote":
            self._paragraph()
        self._depth = max(self._depth - (tag == "blockquote"), 0)
        self._pre = max(self._pre - (tag == "pre"), 0)

    def _open_link(self, address: str) -> None:
        self._links.append((address.strip() if _LINK.match(address.strip()) else "", len(self._line)))

    def _close_link(self) -> None:
        if not self._links:
            return
        address, start = self._links.pop()
        said = "".join(self._line[start:]).strip()
        if address and said.rstrip("/") != address.rstrip("/"):
            self._line.append(f" <{address}>" if said else address)

    def _break(self, *, even_empty: bool = False) -> None:
        line = "".join(self._line)
        line = line.rstrip() if self._pre else re.sub(r" {2,}", " ", line.replace("\xa0", " ")).strip()
        if line or even_empty or self._pre:
            self._lines.append((self._depth, line))
        self._line = []

    def _paragraph(self) -> None:
        self._break()
        if self._lines and self._lines[-1][1]:
            self._lines.append((self._depth, ""))
