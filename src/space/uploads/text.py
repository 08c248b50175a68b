"""Files in texts: how a text names them, and what it shows of them."""

import re
from collections.abc import Callable, Iterable

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from space.accounts.models import User
from space.accounts.readers import Reader, reader_of
from space.markup import File
from space.uploads.kinds import Kind
from space.uploads.models import Hanging, Upload

_NUMBER = re.compile(r"(?:upload:|/uploads/)(\d{1,15})(?![\d])")
_SIZES = "(max-width: 720px) 100vw, 672px"
_AT_MOST = 100
_FIRST, _LATER = mark_safe('fetchpriority="high"'), mark_safe('loading="lazy"')


def numbers_in(texts: Iterable[str]) -> list[int]:
    """The uploads that addresses, references or a whole source name, each once and in order."""
    found = (int(number) for text in texts for number in _NUMBER.findall(text))
    return list(dict.fromkeys(found))[:_AT_MOST]


def references(text: str) -> list[int]:
    return numbers_in([text])


def files(by: User | Reader) -> Callable[[set[str]], dict[str, File]]:
    """What `markup.render(files=...)` asks. A writer can show what the writer sees."""

    def found(wanted: set[str]) -> dict[str, File]:
        numbers = [int(reference) for reference in wanted if reference.isascii() and reference.isdecimal()][
            :_AT_MOST
        ]
        if not numbers:
            return {}
        reader = reader_of(by) if isinstance(by, User) else by
        seen = Upload.objects.visible_to(reader).filter(
            pk__in=[number for number in numbers if number < 2**63]
        )
        return {str(upload.pk): shown(upload) for upload in seen}

    return found


def files_on(thing: Model, otherwise: User) -> Callable[[set[str]], dict[str, File]]:
    """The same for a text that is rendered again: what hangs on its thing, and what its writer sees today."""

    def found(wanted: set[str]) -> dict[str, File]:
        hung = Hanging.objects.filter(
            thing_kind=thing._meta.label_lower, thing_id=thing.pk, upload_id__in=numbers_in(_named(wanted))
        )
        there = {str(one.upload_id): shown(one.upload) for one in hung.select_related("upload")}
        missing = wanted - there.keys()
        return {**(files(otherwise)(missing) if missing else {}), **there}

    return found


def _named(references: Iterable[str]) -> list[str]:
    return [f"upload:{reference}" for reference in references if reference.isascii()]


def shown(upload: Upload) -> File:
    """A file as a text shows it: its address, and where it is a picture its size and smaller sizes."""
    if not upload.is_picture:
        return File(upload.get_absolute_url())
    return File(
        upload.get_absolute_url(),
        upload.width,
        upload.height,
        srcset(upload),
        _SIZES if upload.widths else "",
    )


def srcset(upload: Upload) -> str:
    if not upload.widths:
        return ""
    smaller = [f"{address_of_size(upload, width)} {width}w" for width in upload.widths]
    return ", ".join([*smaller, f"{upload.get_absolute_url()} {upload.width}w"])


def address_of_size(upload: Upload, width: int) -> str:
    return reverse("uploads:size", args=[upload.pk, width, upload.name])


def address_as_avif(upload: Upload, width: int) -> str:
    """For browsers that know AVIF. Where that is not smaller, or not made yet, it gives what there is."""
    return reverse("uploads:size", args=[upload.pk, width, f"{upload.name.rpartition('.')[0]}.avif"])


def address_of_preview(upload: Upload) -> str:
    """For previews of links, 1200 pixels wide and 630 high; nothing for a drawing, which they do not show."""
    return reverse("uploads:preview", args=[upload.pk, upload.name]) if Kind(upload.kind).is_raster else ""


def picture(upload: Upload, alt: str = "", *, sizes: str = _SIZES, first: bool = False) -> SafeString:
    """An image tag for templates: the browser chooses the size, and loads it when it comes near.

    `first`: at once, before all other pictures of the page.
    """
    address = upload.get_absolute_url()
    more = format_html(' srcset="{}" sizes="{}"', srcset(upload), sizes) if upload.widths else ""
    image = format_html(
        '<img src="{}"{} width="{}" height="{}" alt="{}" {}>',
        address, more, upload.width, upload.height, alt or upload.alt, _FIRST if first else _LATER,
    )  # fmt: skip
    if not upload.avif_widths:
        return image
    smaller = ", ".join(f"{address_as_avif(upload, width)} {width}w" for width in upload.avif_widths)
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}">{}</picture>', smaller, sizes, image
    )


def snippet(upload: Upload) -> str:
    """What one types, or pastes, to show the file in a text."""
    words = re.sub(r"([\\\[\]])", r"\\\1", upload.alt or upload.name.rpartition(".")[0])
    return f"{'!' if upload.is_picture else ''}[{words}]({upload.reference})"
