"""Finding pictures of Wikimedia Commons by words, and how they look, small."""

import re
import time
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import pgettext

from space.kit.fields import one_line
from space.mediawiki.api import Trouble
from space.mediawiki.commons import PROPERTIES, WANTED, Facts, facts_of, is_free, the_wiki
from space.mediawiki.files import file_name

# A width that Commons keeps ready.
WIDTH = 330
MOST = 12
# Among them are documents, sounds and what is not free.
_LOOKED_AT = 40
# As long as one search of Commons may be.
_LONGEST = 300
# Anybody who asks the same within these seconds is given the same answer.
_KEPT = 300
_THUMB_BYTES = 500_000
# A page asks for a dozen at once, and each that waits keeps a thread from other readers.
_THUMB_SECONDS = 3.0
_PICTURES = frozenset(f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "svg+xml", "tiff"))
_ADDRESS = re.compile(r"\S*//|\S+/\S*$")


def is_words(given: str) -> bool:
    """Whether somebody who typed this looks for something: it is no name of a file, and no address."""
    given = one_line(given)
    return 0 < len(given) <= _LONGEST and not file_name(given) and not _ADDRESS.match(given)


def search(words: str, language: str = "en") -> tuple[Facts, ...]:
    """Free pictures, those that fit best first, their `thumb` small. Asks once; raises Trouble, also for nothing."""
    the_wiki()
    found = _found(settings.COMMONS_API, one_line(words), language, int(time.monotonic() // _KEPT))
    if not found:
        text = pgettext(
            "commons",
            "Nothing was found on Wikimedia Commons for “%(words)s”. Try fewer or other words, also in English.",
        )
        raise Trouble(text, code="nothing_found", params={"words": one_line(words)})
    return found


def thumb(address: str) -> bytes:
    """A small picture, from where `search` said that it is. What it truly is, its bytes have to say."""
    return the_wiki().fetch(address, at_most=_THUMB_BYTES, seconds=_THUMB_SECONDS).body


@lru_cache(maxsize=100)
def _found(wiki: str, words: str, language: str, moment: int) -> tuple[Facts, ...]:
    told = the_wiki().ask(
        action="query",
        generator="search",
        gsrsearch=words,
        gsrnamespace=6,
        gsrwhat="text",
        gsrlimit=_LOOKED_AT,
        prop="imageinfo",
        iiprop=PROPERTIES,
        iiurlwidth=WIDTH,
        iiextmetadatalanguage=language,
        iiextmetadatamultilang=1,
        iiextmetadatafilter="|".join(sorted({*WANTED, "License", "NonFree"})),
    )
    pages = sorted(told.get("query", {}).get("pages", []), key=lambda page: page.get("index", 0))
    shown = [(page, facts_of(page, language)) for page in pages if _is_picture(page)]
    return tuple(facts for page, facts in shown if is_free(page, facts))[:MOST]


def _is_picture(page: dict[str, Any]) -> bool:
    info = (page.get("imageinfo") or [{}])[0]
    return info.get("mime") in _PICTURES and bool(info.get("url")) and not info.get("filehidden")
