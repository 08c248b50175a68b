"""What every test begins with: settings of the community at their default, words in English."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from space.community import reading
from space.web import versions

_WITH_DATABASE = {"db", "transactional_db"}


@pytest.fixture
def hearing(db: None) -> Iterator[None]:
    """A process that hears of changes, and has read the settings of the community."""
    versions.ledger.hear()
    reading.overrides()
    yield
    versions.ledger.lose()


@pytest.fixture(autouse=True)
def nobody_changed_a_setting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("django_db") or _WITH_DATABASE & set(request.fixturenames):
        return
    monkeypatch.setattr(reading, "_read", dict)


@pytest.fixture(autouse=True)
def words_are_english() -> None:
    """A page that a test before asked for in Arabic leaves its language behind in the thread."""
    translation.activate("en")
