"""The world on one sheet as a picture file, for where no SVG is shown: land, borders, discs with numbers."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from space.places.drawing import HEIGHT as SHEET_HEIGHT
from space.places.drawing import WIDTH as SHEET_WIDTH
from space.places.drawing import drawn

WIDTH = 1200
HEIGHT = round(SHEET_HEIGHT * WIDTH / SHEET_WIDTH)
# Below the world, for whose it is.
FOOT = 36
_SCALE = WIDTH / SHEET_WIDTH
# Everything is drawn larger and made smaller, so that edges are smooth.
_FINER = 3
_SEA, _LAND, _DISC, _INK = "#ffffff", "#dadde3", "#006699", "#54595d"
# So many shades from one colour to the other, where they meet.
_SHADES = 10
_PATH = re.compile(r'id="(\w+)" d="([^"]+)"')
Line = list[tuple[float, float]]


class Disc(NamedTuple):
    """In units of the sheet."""

    x: int
    y: int
    radius: int
    # Of what it stands for; from ten thousand on it does not fit.
    number: int


def png(discs: Iterable[Disc], title: str, credit: str) -> bytes:
    """Later discs lie above. `title` is for who asks the file; `credit` stands below the world, in Latin letters."""
    image = Image.new("RGB", (WIDTH, HEIGHT + FOOT), _SEA)
    image.paste(_world(), (0, 0))
    pen = ImageDraw.Draw(image)
    for disc in discs:
        _draw(image, pen, disc)
    pen.text((WIDTH - 12, HEIGHT + FOOT / 2), credit, fill=_INK, font=_font(18), anchor="rm")
    said = PngInfo()
    said.add_itxt("Title", title)
    file = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(
        file, "PNG", optimize=True, pnginfo=said
    )
    return file.getvalue()


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """The same colours in every file, whatever is seldom in it."""
    pairs = ((_SEA, _LAND), (_SEA, _DISC), (_LAND, _DISC), (_SEA, _INK))
    shades = [
        round(one + (other - one) * step / (_SHADES - 1))
        for first, second in pairs
        for step in range(_SHADES)
        for one, other in zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette(shades)
    return image


def _draw(image: Image.Image, pen: ImageDraw.ImageDraw, disc: Disc) -> None:
    x, y, radius = round(disc.x * _SCALE), round(disc.y * _SCALE), round(disc.radius * _SCALE)
    for size, colour in ((radius + 2, _SEA), (radius, _DISC)):
        image.paste(colour, (x - size, y - size), _round(size))
    if 1 < disc.number < 10_000:
        pen.text(
            (x, y), str(disc.number), fill=_SEA, font=_font(18 if disc.number < 1000 else 14), anchor="mm"
        )


@lru_cache(maxsize=64)
def _round(radius: int) -> Image.Image:
    side = 2 * radius + 1
    mask = Image.new("L", (side * 4, side * 4), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side * 4 - 1, side * 4 - 1), fill=255)
    return mask.resize((side, side), Image.Resampling.BOX)


@lru_cache(maxsize=1)
def _world() -> Image.Image:
    """Drawn once in a process."""
    scale = _SCALE * _FINER
    image = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), _SEA)
    pen = ImageDraw.Draw(image)
    paths = dict(_PATH.findall(drawn()))
    for ring in _lines(paths["land"], scale):
        # Shores of land go round one way, those of the Caspian Sea the other.
        pen.polygon(ring, fill=_LAND if _area(ring) > 0 else _SEA)
    for name in ("borders", "disputed"):
        for line in _lines(paths[name], scale):
            pen.line(line, fill=_SEA, width=_FINER)
    return image.reduce(_FINER)


def _lines(path: str, scale: float) -> Iterator[Line]:
    """The parts of a path, which world-sheet.mjs writes: a point, then steps from one to the next."""
    for part in filter(None, path.split("M")):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        x, y = numbers[:2]
        points = [(x * scale, y * scale)]
        for east, south in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + east, y + south
            points.append((x * scale, y * scale))
        yield points


def _area(ring: Line) -> float:
    around = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in around)


@lru_cache(maxsize=4)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
