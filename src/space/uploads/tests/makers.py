"""Files that tests make themselves."""

from io import BytesIO

from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **saving: object) -> bytes:
    return saved(Image.new("RGB", size, (200, 30, 90)), kind, **saving)


def saved(image: Image.Image, kind: str, **saving: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **saving)
    return out.getvalue()


def film(kind: str = "GIF", frames: int = 5, size: tuple[int, int] = (20, 10), **saving: object) -> bytes:
    pictures = [Image.new("RGB", size, (number * 40 % 255, 90, 10)) for number in range(frames)]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=120, **saving)


def svg(inside: str) -> bytes:
    return SVG.format(inside).encode()


def reading(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))
