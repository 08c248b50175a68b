"""Files that were made to do harm, where somebody has set SPACE_TEST_DATA to a folder of them."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from space.uploads.keeping import clean

FOLDER = Path(os.environ.get("SPACE_TEST_DATA") or "/nonexistent") / "files-safety"
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


@pytest.mark.skipif(not FILES, reason="SPACE_TEST_DATA names no folder with files-safety in it")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_made_to_do_harm_is_refused(path):
    with pytest.raises(ValidationError) as refused:
        clean(path.read_bytes())
    assert refused.value.code in {"too_many_pixels", "unknown_kind", "broken"}
