"""Pictures of Commons that were found by words, as cards of which a writer takes one.

Browsers ask Commons for nothing: the small pictures come through us, each at an address that we signed for one person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.urls import reverse

from space.accounts.readers import Reader
from space.kit.fields import first_words
from space.languages import mark
from space.mediawiki.commons import Facts

_SALT = "space.blog.found"
KEEP = 3600
_WORDS = 140


@dataclass(frozen=True)
class Found:
    """`image` is an address of ours, `words` what Commons says that it shows."""

    name: str
    page: str
    image: str
    author: str
    licence: str
    words: str
    lang: str
    dir: str


def cards(found: Iterable[Facts], reader: Reader) -> list[Found]:
    return [
        Found(
            facts.name,
            facts.page,
            reverse("blog:found_picture", args=[signing.dumps([reader.pk, facts.thumb], salt=_SALT)]),
            facts.author,
            facts.licence,
            first_words(facts.description, _WORDS),
            **mark(facts.description_language)._asdict(),
        )
        for facts in found
    ]


def address_in(token: str, reader: Reader) -> str:
    """Where the small picture is that this reader was shown within the last hour; nothing for any other token."""
    try:
        said: Any = signing.loads(token, salt=_SALT, max_age=KEEP)
    except (signing.BadSignature, ValueError):
        return ""
    pk, address = said
    return str(address) if pk == reader.pk else ""
