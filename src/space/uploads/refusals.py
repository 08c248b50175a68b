"""Why a file was not taken, in words for the person who sent it."""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import pgettext

from space.uploads.numbers import UPLOAD_BYTES, UPLOAD_PIXELS


def too_large() -> ValidationError:
    text = pgettext("upload", "This file is too large. Send one of at most %(most)s.")
    return ValidationError(text, code="too_large", params={"most": filesizeformat(UPLOAD_BYTES())})


def too_many_pixels() -> ValidationError:
    text = pgettext(
        "upload",
        "This picture has too many pixels. Make it smaller: at most %(most)d million, all frames together.",
    )
    return ValidationError(
        text, code="too_many_pixels", params={"most": max(1, UPLOAD_PIXELS() // 1_000_000)}
    )


def unknown_kind() -> ValidationError:
    text = pgettext(
        "upload", "Files of this kind cannot be sent here. Use JPEG, PNG, GIF, WebP, AVIF, SVG or PDF."
    )
    return ValidationError(text, code="unknown_kind")


def no_photo() -> ValidationError:
    text = pgettext("upload", "This cannot be a picture of you here. Send JPEG, PNG, GIF, WebP or AVIF.")
    return ValidationError(text, code="unknown_kind")


def broken() -> ValidationError:
    text = pgettext(
        "upload",
        "This file is damaged or not complete. Save it again with another program, then try once more.",
    )
    return ValidationError(text, code="broken")


def nothing_sent() -> ValidationError:
    return ValidationError(
        pgettext("upload", "Choose a file first. The one that came was empty."), code="empty"
    )
