"""Pictures made new from their pixels, so that nothing else of what was sent is kept.

Position, camera and comments go; the orientation is turned into the pixels and colours are brought to
sRGB before that. One picture at a time in a process: a large one takes a few hundred megabytes.
"""

import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, ImageOps

from space.uploads import refusals
from space.uploads.kinds import Kind
from space.uploads.numbers import UPLOAD_PIXELS, UPLOAD_SIDE

_FRAMES_AT_MOST = 1000
# Modes that all our formats can hold; anything else (CMYK, 16 bits, Lab) becomes RGB.
_PLAIN = {"1", "L", "LA", "P", "RGB", "RGBA"}
_SAVING: dict[Kind, dict[str, object]] = {
    Kind.JPEG: {"quality": 88, "progressive": True, "optimize": True},
    Kind.PNG: {"compress_level": 7},
    Kind.GIF: {},
    Kind.WEBP: {"quality": 88, "method": 4},
    Kind.AVIF: {"quality": 75, "speed": 8},
}
_SMALLER: dict[Kind, dict[str, object]] = {
    Kind.WEBP: {"quality": 82},
    Kind.AVIF: {"quality": 60, "speed": 7},
}
_one_at_a_time = threading.Lock()
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)


@dataclass(frozen=True)
class Clean:
    """A file as we keep it."""

    kind: Kind
    data: bytes
    width: int = 0
    height: int = 0
    moves: bool = False


def cleaned(data: bytes, kind: Kind, widest: int = 0) -> Clean:
    """The picture made new. Something that moves becomes WebP, whichever way it came, and keeps its size."""
    with _opened(data, kind) as picture:
        if _frames(picture) > 1:
            return _moving(picture)
        return _still(picture, kind, widest)


def resized(data: bytes, kind: Kind, width: int, into: Kind = Kind.WEBP) -> Clean:
    """A smaller one of that width, as WebP or AVIF."""
    with _opened(data, kind) as picture:
        height = max(1, round(picture.height * width / picture.width))
        picture.draft(None, (2 * width, 2 * height))
        small = _full_colour(picture).resize((width, height), Image.Resampling.LANCZOS)
        return Clean(into, _bytes(small, into, **_SMALLER[into]), width, height)


def preview(data: bytes, kind: Kind, size: tuple[int, int]) -> Clean:
    """What previews of links show: filled to its edges, as JPEG, which all of them know."""
    with _opened(data, kind) as picture:
        cut = ImageOps.fit(_full_colour(picture), size, Image.Resampling.LANCZOS)
        return Clean(Kind.JPEG, _bytes(_on_white(cut), Kind.JPEG, quality=82, progressive=True), *size)


def squares(data: bytes, kind: Kind, sides: Sequence[int]) -> list[Clean]:
    """The middle of a picture as squares of these sides, as WebP. Of what moves, its first moment."""
    with _opened(data, kind) as picture:
        picture.draft(None, (4 * max(sides), 4 * max(sides)))
        upright = _full_colour(_in_srgb(ImageOps.exif_transpose(picture)))
        made = []
        for side in sides:
            square = _on_white(ImageOps.fit(upright, (side, side), Image.Resampling.LANCZOS))
            made.append(Clean(Kind.WEBP, _bytes(square, Kind.WEBP, quality=80, method=6), side, side))
        return made


def _on_white(picture: Image.Image) -> Image.Image:
    """Without what one can see through: a letter stands behind the pictures of people."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return ground


@contextmanager
def _opened(data: bytes, kind: Kind) -> Iterator[Image.Image]:
    """The picture, if it is small enough before decoding. Whatever a decoder stumbles on is a refusal."""
    pixels = UPLOAD_PIXELS()
    with _one_at_a_time:
        # Pillow refuses what has twice as many as this, also where a frame is larger than its picture.
        before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, max(1, pixels // 2)
        try:
            with Image.open(BytesIO(data), formats=[kind.value.upper()]) as picture:
                _check_pixels(picture, pixels)
                yield picture
        except ValidationError:
            raise
        except Image.DecompressionBombError as error:
            raise refusals.too_many_pixels() from error
        # Decoders fail with every kind of error: OSError, SyntaxError, struct.error, ZeroDivisionError...
        except Exception as error:
            raise refusals.broken() from error
        finally:
            # Our own pictures are opened elsewhere, whatever people may send.
            Image.MAX_IMAGE_PIXELS = before


def _check_pixels(picture: Image.Image, at_most: int) -> None:
    pixels = picture.width * picture.height
    if not pixels:
        raise refusals.broken()
    if pixels > at_most:
        raise refusals.too_many_pixels()
    frames = _frames(picture)
    if frames > _FRAMES_AT_MOST or pixels * frames > at_most:
        raise refusals.too_many_pixels()


def _frames(picture: Image.Image) -> int:
    return int(getattr(picture, "n_frames", 1))


def _still(picture: Image.Image, kind: Kind, widest: int) -> Clean:
    side = UPLOAD_SIDE()
    box = (min(side, widest or side), side)
    # A JPEG can be decoded at half its size, in a quarter of the memory.
    picture.draft(None, (side, side))
    upright = _in_srgb(ImageOps.exif_transpose(picture))
    if upright.width > box[0] or upright.height > box[1]:
        upright = ImageOps.contain(_full_colour(upright), box, Image.Resampling.LANCZOS)
    plain = upright if upright.mode in _PLAIN else _full_colour(upright)
    if kind is Kind.JPEG and plain.mode not in {"L", "RGB"}:
        plain = plain.convert("RGB")
    see_through = plain.info.get("transparency")
    plain.info = {} if see_through is None else {"transparency": see_through}
    return Clean(kind, _bytes(plain, kind, **_SAVING[kind]), plain.width, plain.height)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Without its colour profile, looking as it did with it."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "L", "CMYK"}:
        return picture
    try:
        target = picture.mode if picture.mode in {"RGB", "RGBA"} else "RGB"
        from_it, to_srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, from_it, to_srgb, outputMode=target) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _moving(picture: Image.Image) -> Clean:
    # The encoder wants all pauses before the first frame, and only reading tells them.
    pauses = [_pause(picture, number) for number in range(_frames(picture))]
    first = _frame(picture, 0)
    others = (_frame(picture, number) for number in range(1, _frames(picture)))
    out = BytesIO()
    first.save(
        out, "WEBP", save_all=True, append_images=others, duration=pauses, loop=0, quality=80, method=2
    )
    return Clean(Kind.WEBP, out.getvalue(), picture.width, picture.height, moves=True)


def _pause(picture: Image.Image, number: int) -> int:
    """Milliseconds until the next frame."""
    picture.seek(number)
    picture.load()
    return min(max(int(picture.info.get("duration") or 100), 20), 60_000)


def _frame(picture: Image.Image, number: int) -> Image.Image:
    picture.seek(number)
    frame = picture.convert("RGBA")
    frame.info = {}
    return frame


def _full_colour(picture: Image.Image) -> Image.Image:
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _bytes(picture: Image.Image, kind: Kind, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind.value.upper(), **how)
    return out.getvalue()
