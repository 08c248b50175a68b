"""From bytes that somebody sent to a clean file in the media store."""

from collections.abc import Iterable
from hashlib import sha256
from secrets import token_hex

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from space.uploads import drawings, pictures, refusals
from space.uploads.kinds import Kind, kind_of
from space.uploads.numbers import UPLOAD_BYTES
from space.uploads.pictures import Clean


def clean(data: bytes, widest: int = 0) -> Clean:
    """The file as we keep it, a picture no wider than this, or a refusal that says why not."""
    check_size(data)
    kind = kind_of(data)
    match kind:
        case None:
            raise refusals.unknown_kind()
        case Kind.SVG:
            return drawings.cleaned(data)
        case Kind.PDF:
            # Kept as it is: it is only ever handed out to be saved, never shown on our pages.
            return Clean(Kind.PDF, data)
    return pictures.cleaned(data, kind, widest)


def check_size(data: bytes) -> None:
    if not data:
        raise refusals.nothing_sent()
    if len(data) > UPLOAD_BYTES():
        raise refusals.too_large()


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def store(file: Clean) -> str:
    """Put it into the media store, under a name that nobody can guess; gives that name."""
    token = token_hex(16)
    return default_storage.save(f"uploads/{token[:2]}/{token[2:]}.{file.kind.suffix}", ContentFile(file.data))


def forget(name: str) -> None:
    default_storage.delete(name)


def forget_all(names: Iterable[str]) -> None:
    for name in names:
        forget(name)
