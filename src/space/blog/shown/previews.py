"""Pictures for previews of links: the lead picture of a story, cut as other places show it."""

from typing import Any

from django.conf import settings

from space.uploads.models import PREVIEW, Upload
from space.uploads.text import address_of_preview


def preview_of(upload: Upload | None) -> dict[str, Any] | None:
    """Nothing for a drawing: no such place shows one."""
    address = address_of_preview(upload) if upload and not upload.hidden_at else ""
    if not address:
        return None
    return {"url": settings.ORIGIN + address, "width": PREVIEW[0], "height": PREVIEW[1]}
