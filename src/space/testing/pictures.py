"""Pictures of stories, and whose they are."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from space.accounts.models import User
from space.blog.models import Credit, Source, Story
from space.uploads.actions import hang, keep_file
from space.uploads.models import Upload

LIBRARY = {
    "source": Source.COMMONS,
    "title": "The Municipal Library Patiala.jpg",
    "page_url": "https://commons.wikimedia.org/wiki/File:The_Municipal_Library_Patiala.jpg",
    "author": "Wikilover90",
    "author_url": "https://commons.wikimedia.org/wiki/User:Wikilover90",
    "licence": "CC BY-SA 4.0",
    "licence_url": "https://creativecommons.org/licenses/by-sa/4.0",
    "taken": "2018-07-13",
    "description": "The Municipal Library Patiala",
    "description_language": "en",
}


def photo(size: tuple[int, int] = (900, 600), tone: int = 90, kind: str = "JPEG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (120, tone, 60)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def hung(media: Path) -> Callable[..., Upload]:
    """A picture that hangs on a story, or on nothing, with a credit if one is given."""

    def made(story: Story | None, by: User, tone: int = 90, **credit: object) -> Upload:
        upload = keep_file(ContentFile(photo(tone=tone)), by=by, name="library.jpg", alt="A red library")
        if story is not None:
            hang([upload], story)
        if credit:
            Credit.objects.create(upload=upload, **credit)
        return upload

    return made
