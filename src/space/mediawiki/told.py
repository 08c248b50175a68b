"""What wikis say in HTML, as text and at most one address. Nothing of the HTML itself is kept."""

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit, urlunsplit

from space.kit.fields import first_words, one_line
from space.languages import canonical

_LONGEST = 100_000
_UNSEEN = frozenset({"script", "style", "template"})
_VOID = frozenset({"area", "br", "hr", "img", "input", "link", "meta", "wbr"})
_APART = frozenset({"br", "p", "div", "td", "th", "tr", "li", "dd", "dt", "table", "ul", "ol"})


@dataclass(frozen=True)
class Told:
    """`day` is what a `<time>` says to machines, `language` what the outermost element that names one says."""

    text: str = ""
    href: str = ""
    language: str = ""
    day: str = ""


def told(html: object, base: str = "", longest: int = 300) -> Told:
    """Read a value, which may be anything that stood in JSON. At most so many characters of it."""
    if not isinstance(html, str | int | float):
        return Told()
    reader = _Reader(base)
    reader.feed(str(html)[:_LONGEST])
    reader.close()
    text = first_words(one_line("".join(reader.pieces)), longest - 1)
    return Told(text, reader.href, reader.language, reader.day)


def web_address(address: str, base: str = "") -> str:
    """A whole http(s) address, or nothing. A link to a page that does not exist yet leads to it, not to its editor."""
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
            return ""
    except ValueError:
        return ""
    asked = parse_qs(parts.query)
    if "redlink" in asked and asked.get("title"):
        parts = parts._replace(query=urlencode({"title": asked["title"][0]}), fragment="")
    whole = urlunsplit(parts)
    return whole if len(whole) <= 1000 else ""


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.pieces: list[str] = []
        self.href = self.language = self.day = ""
        # Names of open elements; those within something unseen count from `hidden_at`.
        self.open: list[str] = []
        self.hidden_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _APART:
            self.pieces.append(" ")
        if tag in _VOID:
            return
        self.open.append(tag)
        if not self.hidden_at and _is_unseen(tag, values):
            self.hidden_at = len(self.open)
        if self.hidden_at:
            return
        self.href = self.href or (web_address(values.get("href", ""), self.base) if tag == "a" else "")
        self.language = self.language or canonical(values.get("lang", ""))
        self.day = self.day or (values.get("datetime", "") if tag == "time" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _APART:
            self.pieces.append(" ")
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if len(self.open) < self.hidden_at:
            self.hidden_at = 0

    def handle_data(self, data: str) -> None:
        if not self.hidden_at:
            self.pieces.append(data)


def _is_unseen(tag: str, values: dict[str, str]) -> bool:
    """Also the name of the language that stands before a description: we say it in our own way."""
    if "language" in values.get("class", "").split():
        return True
    return tag in _UNSEEN or "hidden" in values or "display:none" in values.get("style", "").replace(" ", "")
