"""Pictures in the HTML that is kept of a text. It came out of the sanitizer: well formed, every value in double
quotes, `<` nowhere but where a tag begins. Walking it tag by tag, a value can never pass for a tag."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from space.markup.layout import WIDE, laid_out

_TAG = re.compile(r'<(/?)(\w+)((?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_OURS = re.compile(r"/uploads/(\d{1,15})/")
# What may stand between the pictures of a paragraph that holds nothing else.
_BETWEEN = frozenset({"img", "br", "a"})


@dataclass(frozen=True)
class Pictured:
    """A picture as a text shows it. `[![words|wide](upload:12 "caption")](address)`"""

    pk: int
    alt: str
    caption: str
    wide: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """From where to where in the HTML; its pictures, and whether there is nothing else in it."""

    start: int
    end: int
    pictures: tuple[Pictured, ...]


def pictures_in(html: str) -> list[Pictured]:
    """Every picture of ours in the order of the text, also those within a line."""
    images = (found for found in _TAG.finditer(laid_out(html)) if found[2] == "img")
    return [picture for found in images if (picture := _pictured(found[3], ""))]


def paragraphs_of_pictures(html: str) -> Iterator[Paragraph]:
    """Paragraphs in which pictures of ours stand and nothing else."""
    tags = list(_TAG.finditer(html))
    for place, tag in enumerate(tags):
        if tag[2] == "p" and not tag[1] and (found := _paragraph(html, tags, place)):
            yield found


def _paragraph(html: str, tags: list[re.Match[str]], place: int) -> Paragraph | None:
    pictures: list[Pictured] = []
    link, before = "", tags[place]
    for number in range(place + 1, len(tags)):
        tag = tags[number]
        if unescape(html[before.end() : tag.start()]).strip():
            return None
        if tag[2] == "p":
            whole = Paragraph(tags[place].start(), tag.end(), tuple(pictures))
            return whole if tag[1] and pictures else None
        if tag[2] not in _BETWEEN:
            return None
        if tag[2] == "a":
            link = "" if tag[1] else unescape(dict(_ATTRIBUTE.findall(tag[3])).get("href", ""))
        elif tag[2] == "img":
            picture = _pictured(tag[3], link)
            if picture is None:
                return None
            pictures.append(picture)
        before = tag
    return None


def _pictured(attributes: str, link: str) -> Pictured | None:
    values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    ours = _OURS.match(values.get("src", ""))
    if not ours:
        return None
    wide = WIDE in values.get("class", "").split()
    return Pictured(int(ours[1]), values.get("alt", ""), values.get("title", ""), wide=wide, link=link)
