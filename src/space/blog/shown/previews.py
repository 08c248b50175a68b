"""Pictures for previews of links: the lead picture of a story as other places show it."""

from typing import Any

from django.conf import settings

from space.uploads.models import Upload


def preview_of(upload: Upload) -> dict[str, Any]:
    return {
        "url": settings.ORIGIN + upload.get_absolute_url(),
        "width": upload.width,
        "height": upload.height,
    }
