import logging
from collections import Counter

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from space.web import versions
from space.web.pagecache import counting
from tests.readers.world import build
from tests.security.asking import Door
from tests.serving import session_of


@pytest.fixture
def door(db, monkeypatch):
    """All of Space, told of changes without a thread of its own."""
    monkeypatch.setattr(versions.ledger, "moment", lambda: versions.ledger._now)
    monkeypatch.setattr(versions, "start_listening", lambda: None)
    monkeypatch.setattr(counting, "start", lambda: None)
    monkeypatch.setattr(counting, "_counted", Counter())
    versions.ledger.note(versions.EVERYTHING)
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    logging.disable(logging.CRITICAL)
    yield Door()
    logging.disable(logging.NOTSET)
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)
    versions.ledger.note(versions.EVERYTHING)


@pytest.fixture
def world(tmp_path, settings, topic, secret, kofi, ada, rosa, circle):
    settings.MEDIA_ROOT = tmp_path / "media"
    return build(tmp_path, topic, secret, kofi, ada, rosa, circle)


@pytest.fixture
def signed_in(secret, kofi):
    """The cookie of somebody who may see what is written in the closed group."""
    return f"space_session={session_of(kofi)}"
