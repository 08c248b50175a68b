"""What tests look for in HTML that people's texts became, and the texts that try to do harm."""

import json
import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_HARMLESS = re.compile(
    r"lang|dir|title|href|hreflang|src|alt|width|height|srcset|sizes|start|datetime|colspan|rowspan|class|rel|loading"
)
_FORBIDDEN_TAGS = """
    script style iframe object embed svg math form input button textarea select link meta base audio video
    source track canvas applet template noscript frame frameset h1 h2
"""
_CLASSES = {"mention", "wiki", "task", "quote", "center", "end", "wide"}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.found


def harm_in(html: str) -> list[str]:
    """Everything in this HTML that should not be in a post, in words."""
    return [harm for tag, attributes in elements(html) for harm in _harm(tag, attributes)]


def _harm(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in _FORBIDDEN_TAGS.split():
        yield f"<{tag}>"
    for name, value in attributes.items():
        if not _HARMLESS.fullmatch(name):
            yield f"{tag} {name}={value}"
    if tag == "a" and not re.match(
        r"https?:|mailto:|/(?![/\\])|#", attributes.get("href", "#"), re.IGNORECASE
    ):
        yield f"leads to {attributes['href']}"
    if "src" in attributes and not attributes["src"].startswith("/uploads/"):
        yield f"loads {attributes['src']}"
    if not set(attributes.get("class", "").split()) <= _CLASSES:
        yield f"class {attributes['class']}"
    if attributes.get("href", "").startswith("http") and attributes.get("rel") != "nofollow ugc noopener":
        yield f"unmarked link to {attributes['href']}"


def own_payloads() -> list[str]:
    """Texts of our own that try to do harm: always tested. Parted by lines of `%%`."""
    return Path(__file__).with_name("payloads.txt").read_text("utf-8").split("\n%%\n")


def collected_payloads() -> list[str]:
    """Thousands more that others collected, where the test data is there; else nothing."""
    folder = Path(os.environ.get("SPACE_TEST_DATA", "/nowhere"), "markup-safety")
    if not folder.is_dir():
        return []
    lines = (
        (folder / "payloadbox-xss/Intruder/xss-payload-list.txt").read_text("utf-8", "replace").splitlines()
    )
    naughty = json.loads((folder / "naughty-strings/blns.json").read_text("utf-8"))
    old = [
        p.read_text("utf-8", "replace").split("\n--\n")[0]
        for p in sorted(folder.glob("bleach-tests/data/*.test"))
    ]
    examples = json.loads((folder / "commonmark-spec/spec.json").read_text("utf-8"))
    return [*lines, *naughty, *old, *(one["markdown"] for one in examples)]
