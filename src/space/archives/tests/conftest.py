import io
from pathlib import Path

import pytest

from space.accounts.models import User
from space.archives.actions import archive_category
from space.archives.mailman.importing import Import
from space.archives.mailman.report import Report
from space.archives.models import ImportRun
from space.archives.tests.reading_samples import SAMPLES
from space.discuss.models import Category
from space.kit.progress import Progress


@pytest.fixture
def seeds(db: None) -> Category:
    """The archive of the seed list, still empty."""
    return archive_category("seedlist", by=User.objects.system(), name="Seed list")


@pytest.fixture
def bring(seeds: Category):
    """Import sample files (or given paths) into the archive; gives the report."""

    def do(*names: str | Path, language: str = "") -> Report:
        row = ImportRun.objects.create(category=seeds, source="mailman")
        job = Import(row, User.objects.system(), Progress(io.StringIO()), "Seed list", language)
        return job.run([name if isinstance(name, Path) else SAMPLES / name for name in names])

    return do
