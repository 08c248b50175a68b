"""What these tests leave behind for root outside of their folders goes with them."""

import os
import shutil
from pathlib import Path

import pytest

from space.command import places


@pytest.fixture(scope="session", autouse=True)
def clear_safe_places(tmp_path_factory):
    yield
    if os.geteuid() != 0:
        return
    for home in places.SAFE.glob("*/home"):
        if Path(home.read_text()).is_relative_to(tmp_path_factory.getbasetemp()):
            shutil.rmtree(home.parent)
