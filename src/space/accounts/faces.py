"""What pages show of a person in passing: name, page, and a picture or a letter in one of twelve colours."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from space.accounts import names
from space.accounts.models import User, tone_of

_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca")
# The squares there are of each picture, in pixels.
SIZES = (48, 96)


@dataclass(frozen=True)
class Face:
    """`picture` and `large` are addresses of the two sizes, or empty: then the letter is all there is."""

    pk: int
    name: str
    url: str
    tone: int
    initial: str
    picture: str = ""
    large: str = ""


@lru_cache(maxsize=10_000)
def face(pk: int, name: str, picture: str = "") -> Face:
    """Follows from these alone, so it is made once: pages show the same people again and again."""
    url = reverse("accounts:person", args=[names.in_address(name)])
    small, large = (picture_at(picture, size) for size in SIZES)
    return Face(pk, name, url, tone_of(pk), initial(name), small, large)


def face_of(person: User) -> Face:
    return face(person.pk, person.name, person.picture)


def faces(pks: Iterable[int]) -> dict[int, Face]:
    """The faces of these accounts, from one query."""
    found = User.objects.filter(pk__in=set(pks)).values_list("pk", "name", "picture")
    return {pk: face(pk, name, picture) for pk, name, picture in found}


def picture_at(address: str, size: int) -> str:
    """The address of one size of a picture, from what an account keeps."""
    return f"{address}{size}.webp" if address else ""


def initial(name: str) -> str:
    """The first letter as its script writes it: with its marks, and joined consonants together."""
    end = 1
    while end < len(name) and (_is_mark(name[end]) or name[end - 1] in _VIRAMAS):
        end += 1
    return name[:end].upper()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Me"}
