"""What a file is, told by its first bytes. What its sender says of it counts for nothing."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    JPEG = "jpeg", pgettext_lazy("file kind", "Photo (JPEG)")
    PNG = "png", pgettext_lazy("file kind", "Picture (PNG)")
    GIF = "gif", pgettext_lazy("file kind", "Picture (GIF)")
    WEBP = "webp", pgettext_lazy("file kind", "Picture (WebP)")
    AVIF = "avif", pgettext_lazy("file kind", "Picture (AVIF)")
    SVG = "svg", pgettext_lazy("file kind", "Drawing (SVG)")
    PDF = "pdf", pgettext_lazy("file kind", "Document (PDF)")

    @property
    def content_type(self) -> str:
        return {Kind.SVG: "image/svg+xml", Kind.PDF: "application/pdf"}.get(self, f"image/{self.value}")

    @property
    def suffix(self) -> str:
        return {Kind.JPEG: "jpg"}.get(self, self.value)

    @property
    def is_raster(self) -> bool:
        return self not in {Kind.SVG, Kind.PDF}


def kind_of(data: bytes) -> Kind | None:
    """The kind of a whole file, or None for what we do not take."""
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        return Kind.GIF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:8] == b"ftyp" and b"avi" in data[8:32]:
        return Kind.AVIF
    if data.startswith(b"%PDF-"):
        return Kind.PDF
    return Kind.SVG if _looks_like_svg(data) else None


def _looks_like_svg(data: bytes) -> bool:
    """An XML text that names the element early. Whether it truly is one, the drawing's parser says."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"<svg" in data[:4096]
