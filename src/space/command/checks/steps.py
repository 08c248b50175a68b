"""The steps of ./space check in their order."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from space.command.asking import CHECKOUT
from space.command.checks import budgets, frontend, translations


@dataclass(frozen=True)
class Step:
    """Something that has to be so. `look` returns what is wrong, empty if nothing."""

    name: str
    look: Callable[[], str]


def tool(module: str, *arguments: str) -> Callable[[], str]:
    """A step that runs a module of the virtual environment."""
    return command(sys.executable, "-m", module, *arguments)


def program(name: str, *arguments: str) -> Callable[[], str]:
    """A step that runs a program of the virtual environment."""
    return command(str(Path(sys.prefix) / "bin" / name), *arguments)


def command(*words: str) -> Callable[[], str]:
    """A step that runs something; what it says counts only if it fails."""

    def look() -> str:
        done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True)
        return (done.stdout + done.stderr).strip() or "it failed" if done.returncode else ""

    return look


def templates() -> list[str]:
    return sorted(str(path) for path in (CHECKOUT / "src").rglob("templates/**/*.html"))


def djade() -> str:
    return program("djade", "--check", "--target-version", "5.2", *templates())() if templates() else ""


STEPS = [
    Step("lint", tool("ruff", "check", "--output-format=concise", ".")),
    Step("format", tool("ruff", "format", "--check", "--output-format=concise", ".")),
    Step("types", tool("mypy")),
    Step("imports point downwards", program("lint-imports")),
    Step("sizes", budgets.look),
    Step("templates (djlint)", tool("djlint", "src", "--lint", "--quiet")),
    Step("templates (djade)", djade),
    Step("migrations", tool("space.command.checks.migrations")),
    Step("translations", translations.look),
    Step("front-end build", frontend.look),
]
