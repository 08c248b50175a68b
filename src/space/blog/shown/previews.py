"""Pictures for previews of links: the lead picture of a story as other places show it."""

from typing import Any

from django.conf import settings

from space.uploads.models import PREVIEW, Upload
from space.uploads.text import address_of_preview


def preview_of(upload: Upload) -> dict[str, Any]:
    """Cut to the shape that Facebook, X and Telegram show whole; a drawing as it is."""
    if cut := address_of_preview(upload):
        return {"url": settings.ORIGIN + cut, "width": PREVIEW[0], "height": PREVIEW[1]}
    return {
        "url": settings.ORIGIN + upload.get_absolute_url(),
        "width": upload.width,
        "height": upload.height,
    }
