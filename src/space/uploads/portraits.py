"""Pictures of people: a square from the middle of what was sent, in two sizes, and nothing else of it.

Its address holds a word that nobody can guess and that changes with the picture, so browsers keep it for ever.
"""

import re
from datetime import datetime
from secrets import token_hex

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from space.accounts.faces import SIZES
from space.uploads import keeping, refusals
from space.uploads.kinds import Kind, kind_of
from space.uploads.pictures import squares

_FOLDER = "people"
_TOKEN = re.compile(r"/([0-9a-f]{32})/$")


def make(data: bytes) -> dict[int, bytes]:
    """The squares of a picture by their size, or a refusal that says why not."""
    keeping.check_size(data)
    kind = kind_of(data)
    if kind is None or not kind.is_raster:
        raise refusals.no_photo()
    return {square.width: square.data for square in squares(data, Kind(kind), SIZES)}


def store(made: dict[int, bytes]) -> str:
    """Put them into the media store; gives the address that an account keeps, which ends before the size."""
    token = token_hex(16)
    for size, data in made.items():
        default_storage.save(path_of(token, size), ContentFile(data))
    return address_of(token)


def address_of(token: str) -> str:
    return reverse("uploads:portrait", args=[token, SIZES[0]]).removesuffix(f"{SIZES[0]}.webp")


def forget(address: str) -> None:
    """Take the files of an address away."""
    if found := _TOKEN.search(address):
        for size in SIZES:
            default_storage.delete(path_of(found[1], size))


def path_of(token: str, size: int) -> str:
    return f"{_FOLDER}/{token[:2]}/{token[2:]}-{size}.webp"


def path_at(address: str, size: int) -> str:
    """Where the file of an address is kept; nothing for who has none."""
    found = _TOKEN.search(address)
    return path_of(found[1], size) if found else ""


def stored_before(moment: datetime) -> set[str]:
    """The addresses of all pictures that have been in the media store since then."""
    found = set()
    for folder in _listed(_FOLDER)[0]:
        for name in _listed(f"{_FOLDER}/{folder}")[1]:
            if default_storage.get_modified_time(f"{_FOLDER}/{folder}/{name}") < moment:
                found.add(address_of(folder + name.partition("-")[0]))
    return found


def _listed(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
