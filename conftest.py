"""What every test starts from: a database of its own, and the people of space/testing/."""

import os
import pkgutil
from pathlib import Path

from hypothesis import HealthCheck, settings

from space.command import testing
from space.command.loaded import keep_what_is_loaded

# The same examples on every run, so that a run says something of the change; look further with
# HYPOTHESIS_PROFILE=default. How long an example takes says more of the machine than of the code.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

testing.prepare()

CAST = Path(__file__).parent / "src" / "space" / "testing"
pytest_plugins = [f"space.testing.{module.name}" for module in pkgutil.iter_modules([str(CAST)])]


def pytest_collection_finish() -> None:
    """All tests are loaded, and Django with them: from here on they work."""
    keep_what_is_loaded()
