"""Chromium for all tests that need one. Its shell without windows is preferred: it takes a third of the time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

from space.command.packages import CHROMIUM, first_of

PATH = os.environ.get("SPACE_TEST_CHROMIUM") or first_of(CHROMIUM)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

needs_chromium = pytest.mark.skipif(PATH is None, reason="needs Chromium: ./space test brings it")


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=PATH, args=QUIET)
        yield started
        started.close()
