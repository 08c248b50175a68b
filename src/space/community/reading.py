"""What administrators chose, held in the process: reading a setting is a look into a dictionary.

Where nobody tells of changes (a worker, a command, a web process that lost the database's ear) it is read
anew each time; a request that is answered meanwhile reads once.
"""

import threading
from collections.abc import Mapping
from typing import Any

from django.core.signals import request_finished, request_started

from space.web.kept import Kept
from space.web.versions import ledger

TAG = "settings"


class _Request(threading.local):
    """Whether this thread answers a request, and what it read for it."""

    is_open = False
    seen: Mapping[str, Any] | None = None


_request = _Request()


def overrides() -> Mapping[str, Any]:
    """The values that stand in place of defaults, by name."""
    return _kept.get()


def forget() -> None:
    """What was read for this request is no longer true."""
    _request.seen = None


def _load() -> Mapping[str, Any]:
    if ledger.moment() is not None or not _request.is_open:
        return _read()
    if _request.seen is None:
        _request.seen = _read()
    return _request.seen


def _read() -> Mapping[str, Any]:
    from space.community.models import Setting
    from space.community.registry import find

    stored = Setting.objects.values_list("name", "value")
    return {name: definition.loaded(value) for name, value in stored if (definition := find(name))}


_kept: Kept[Mapping[str, Any]] = Kept(TAG, _load)


def _begin(**_: object) -> None:
    _request.is_open, _request.seen = True, None


def _end(**_: object) -> None:
    _request.is_open, _request.seen = False, None


def follow_requests() -> None:
    request_started.connect(_begin, dispatch_uid="space.community.begin")
    request_finished.connect(_end, dispatch_uid="space.community.end")
