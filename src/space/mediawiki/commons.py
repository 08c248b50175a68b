"""Pictures of Wikimedia Commons: what it says of one, and the picture itself in a width of its choice."""

import re
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_datetime
from django.utils.translation import pgettext

from space.kit import clock
from space.languages import canonical, fallbacks
from space.mediawiki.api import Trouble, Wiki
from space.mediawiki.files import file_name
from space.mediawiki.told import Told, told, web_address

# Widths that Commons keeps ready; others it makes slowly or not at all.
WIDTHS = (1920, 1280, 960)
PROPERTIES = "url|size|mime|user|timestamp|extmetadata|sha1"
WANTED = {
    "Artist", "Attribution", "DateTimeOriginal", "ImageDescription", "LicenseShortName", "LicenseUrl",
}  # fmt: skip
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])")
_NOT_FREE = re.compile(r"(?i)\b(?:nc|nd|fair.?use|non.?free|noncommercial|all rights reserved)\b")
# What is known of a file a moment after it was sent there is not all yet.
_FRESH = timedelta(minutes=5)
_PATIENCE = 1.5


@dataclass(frozen=True)
class Facts:
    """What Commons says of a picture, as text. `thumb` is its address in the width that was asked for, or as it is."""

    name: str
    page: str
    thumb: str
    width: int
    height: int
    author: str = ""
    author_url: str = ""
    licence: str = ""
    licence_url: str = ""
    taken: str = ""
    description: str = ""
    description_language: str = ""


def is_on() -> bool:
    return bool(settings.COMMONS_API)


def picture(given: str, language: str = "en", width: int = WIDTHS[0]) -> Facts:
    """Look a picture up by its name or an address, its description in this language if there is one.

    Raises Trouble that says what to do: nothing of that name, no picture, not free, or no answer.
    """
    name = file_name(given)
    if not name:
        raise no_name()
    wiki = the_wiki()
    page = _page(wiki, name, language, width)
    facts = facts_of(page, language)
    if not facts.licence and _is_fresh(page):
        time.sleep(_PATIENCE)
        facts = facts_of(_page(wiki, name, language, width), language)
    if not is_free(page, facts):
        raise _not_free(facts.name)
    return facts


def bytes_of(facts: Facts, at_most: int) -> bytes:
    """The picture, no wider than the first of the WIDTHS; narrower where that one has too many bytes."""
    wiki, address = the_wiki(), facts.thumb
    for width in (*WIDTHS[1:], 0):
        try:
            return wiki.fetch(address, at_most=at_most, seconds=12).body
        except Trouble as error:
            if error.code != "too_large" or not width:
                raise
        address = _page(wiki, facts.name, "en", width)["imageinfo"][0].get("thumburl", "")
    raise AssertionError


def the_wiki() -> Wiki:
    if not is_on():
        text = pgettext("commons", "This server does not ask Wikimedia Commons.")
        raise Trouble(text, code="off")
    return _at(settings.COMMONS_API)


@lru_cache(maxsize=4)
def _at(address: str) -> Wiki:
    return Wiki(address)


def _page(wiki: Wiki, name: str, language: str, width: int) -> dict[str, Any]:
    found = list(
        wiki.pages(
            titles=f"File:{name}",
            redirects=1,
            prop="imageinfo",
            iiprop=PROPERTIES,
            iiurlwidth=width,
            iiextmetadatalanguage=language,
            iiextmetadatamultilang=1,
        )
    )
    page = found[0] if found else {}
    info = (page.get("imageinfo") or [{}])[0]
    if info.get("filehidden") or not info.get("url"):
        text = pgettext(
            "commons", "Wikimedia Commons has no file “%(name)s”. Look at how it is written there."
        )
        raise Trouble(text, code="missing", params={"name": name})
    if not str(info.get("mime", "")).startswith("image/"):
        text = pgettext("commons", "“%(name)s” is no picture. Stories show pictures from Commons.")
        raise Trouble(text, code="no_picture", params={"name": name})
    return page


def facts_of(page: dict[str, Any], language: str) -> Facts:
    info = page["imageinfo"][0]
    base = web_address(str(info.get("descriptionurl", "")), settings.COMMONS_API)
    said = {
        key: _value(one, base, language, 1000 if key == "ImageDescription" else 300)
        for key, one in (info.get("extmetadata") or {}).items()
        if isinstance(one, dict) and key in WANTED
    }
    nothing = Told()
    author = said.get("Attribution") or nothing
    author = author if author.text else said.get("Artist", nothing)
    licence, address = said.get("LicenseShortName", nothing), said.get("LicenseUrl", nothing)
    description = said.get("ImageDescription", nothing)
    return Facts(
        name=str(page.get("title", "")).partition(":")[2],
        page=base,
        thumb=str(info.get("thumburl") or info["url"]),
        width=int(info.get("width") or 0),
        height=int(info.get("height") or 0),
        author=author.text,
        author_url=author.href,
        licence=licence.text[:120],
        licence_url=address.href or web_address(address.text),
        taken=_taken(said.get("DateTimeOriginal", nothing)),
        description=description.text,
        description_language=description.language,
    )


def _value(one: dict[str, Any], base: str, language: str, longest: int) -> Told:
    """One value: a text, or one for each language, of which the nearest is taken."""
    value = one.get("value")
    if not isinstance(value, dict):
        return told(value, base, longest)
    kind = value.get("_type")
    texts = {key: text for key, text in value.items() if not key.startswith("_")}
    if kind != "lang":
        return told(" ".join(map(str, texts.values())), base, longest)
    by_code = {canonical(key) or key: key for key in texts}
    for code in (language, *fallbacks(language), *by_code):
        if code in by_code:
            found = told(texts[by_code[code]], base, longest)
            return Told(found.text, found.href, canonical(code), found.day)
    return Told()


def _taken(said: Told) -> str:
    for given in (said.day, said.text):
        if found := _DAY.match(given):
            return found[1]
    return said.text[:120]


def _is_fresh(page: dict[str, Any]) -> bool:
    sent = parse_datetime(str(page["imageinfo"][0].get("timestamp", "")))
    return sent is not None and abs(clock.now() - sent) < _FRESH


def is_free(page: dict[str, Any], facts: Facts) -> bool:
    """Whether Commons names a licence, and not one that forbids what a free one allows."""
    said = page["imageinfo"][0].get("extmetadata") or {}
    words = f"{facts.licence} {_plain(said, 'License')}".replace("-", " ")
    return bool(facts.licence) and _plain(said, "NonFree") != "true" and not _NOT_FREE.search(words)


def _not_free(name: str) -> Trouble:
    text = pgettext(
        "commons",
        "“%(name)s” names no free licence, so it cannot stand in a story. Choose another picture, or ask whose it is.",
    )
    return Trouble(text, code="not_free", params={"name": name})


def _plain(said: dict[str, Any], key: str) -> str:
    one = said.get(key)
    return str(one.get("value", "")).lower() if isinstance(one, dict) else ""


def no_name() -> Trouble:
    """What was given can be the name of no file."""
    text = pgettext(
        "commons",
        "Give the name of a file on Wikimedia Commons, such as “File:Example.jpg”, or its address there.",
    )
    return Trouble(text, code="no_name")
