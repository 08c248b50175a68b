"""A page of help, as its file tells it: Markdown, pictures on lines of their own, numbers in braces.

    # Title

    One sentence of plain text: what the page is about. The index shows it too.

    ## A heading

    Trust grows after {trust_1_topics}.

    ![What the picture shows](picture:lists)

`{trust_1_topics}` is the value of that setting today, with what it counts: "5 topics".
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from PIL import Image

from space import markup
from space.community.registry import find
from space.languages import bcp47, direction
from space.pages.help.shelf import DOTS, PICTURES, TEXTS

_NUMBER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_PICTURE = re.compile(r"^!\[(?P<alt>[^\]\n]+)\]\(picture:(?P<name>[a-z0-9-]+)\)$", re.MULTILINE)


@dataclass(frozen=True)
class Picture:
    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Part:
    """Text, and the picture that follows it."""

    html: SafeString
    picture: Picture | None = None


@dataclass(frozen=True)
class Page:
    name: str
    language: str
    title: str
    lead: str
    parts: tuple[Part, ...]

    @property
    def lang(self) -> str:
        return bcp47(self.language)

    @property
    def dir(self) -> str:
        return direction(self.language)


def page(name: str, language: str) -> Page:
    """A page in this language, or in English where there is none in it."""
    language, source = _source(name, language)
    return _read(name, language, _counted(source, language))


def languages_of(name: str) -> list[str]:
    return [code for code, _ in settings.LANGUAGES if _file(name, code).exists()]


def _file(name: str, language: str) -> Path:
    return TEXTS / f"{name}.{language}.md"


@lru_cache(maxsize=200)
def _source(name: str, language: str) -> tuple[str, str]:
    if not _file(name, language).exists():
        language = "en"
    return language, _file(name, language).read_text("utf-8")


def _counted(source: str, language: str) -> str:
    """With the numbers of today, said in the language of the text."""
    with translation.override(language):
        return _NUMBER.sub(_number, source)


def _number(found: re.Match[str]) -> str:
    setting = find(found[1])
    if setting is None:
        raise LookupError(f"A page of help tells the setting {found[1]}, which there is not.")
    return setting.kind.said(setting())


@lru_cache(maxsize=100)
def _read(name: str, language: str, source: str) -> Page:
    title, lead, text = source.split("\n\n", 2)
    return Page(name, language, title.removeprefix("# "), lead, tuple(_parts(text, language)))


def _parts(text: str, language: str) -> list[Part]:
    found, begin = [], 0
    for match in _PICTURE.finditer(text):
        found.append(Part(_html(text[begin : match.start()], language), _picture(match, language)))
        begin = match.end()
    return [*found, Part(_html(text[begin:], language))]


def _html(text: str, language: str) -> SafeString:
    return mark_safe(markup.render(text, language=language, home=settings.ORIGIN, headings_from=2).html)


def _picture(found: re.Match[str], language: str) -> Picture:
    """The picture of the interface in this language; the English one where it was not taken."""
    name = f"{found['name']}.{language}.webp"
    if not (PICTURES / name).exists():
        name = f"{found['name']}.en.webp"
    width, height = _size(name)
    return Picture(static(f"pages/help/{name}"), found["alt"], round(width / DOTS), round(height / DOTS))


@cache
def _size(name: str) -> tuple[int, int]:
    with Image.open(PICTURES / name) as image:
        return image.size
