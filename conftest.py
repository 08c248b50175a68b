"""What every test starts from: a database of its own, and the people of space/testing/."""

import pkgutil
from pathlib import Path

from space.command import testing

testing.prepare()

CAST = Path(__file__).parent / "src" / "space" / "testing"
pytest_plugins = [f"space.testing.{module.name}" for module in pkgutil.iter_modules([str(CAST)])]
