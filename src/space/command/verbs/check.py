"""Look at everything that can be seen without running it: lint, format, types, contracts, sizes,
templates, migrations, translations, the front-end build. Every step runs, also when one fails.

--write mends what can be mended (format, simple lint) and locks the dependencies again.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable

from space.command.asking import CHECKOUT
from space.command.checks.frontend import Skip
from space.command.checks.steps import STEPS, Step

SUMMARY = "lint, format, types, contracts, sizes, templates, translations"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write", action="store_true", help="mend the format and lock the dependencies again"
    )
    parser.add_argument(
        "--only", metavar="WORD", default="", help="only the steps with this word in their name"
    )


def run(options: argparse.Namespace) -> int:
    if options.write:
        write()
    with tempfile.TemporaryDirectory(prefix="space-check-") as folder:
        as_nobody_has_set_anything(folder)
        return look(step for step in STEPS if options.only in step.name)


def as_nobody_has_set_anything(folder: str) -> None:
    """Tools that read the settings see the defaults, and leave nothing in the data folder."""
    for name in [name for name in os.environ if name.startswith("SPACE_")]:
        del os.environ[name]
    os.environ.update(SPACE_DATA=folder, DJANGO_SETTINGS_MODULE="space.settings")


def look(steps: Iterable[Step]) -> int:
    """Take every step, say how it went, and at the end what is to mend."""
    failed = []
    for step in steps:
        began = time.monotonic()
        try:
            wrong = step.look()
        except Skip as reason:
            print(f"skipped  {step.name}: {reason}", flush=True)
            continue
        print(
            f"{'WRONG  ' if wrong else 'well   '}  {step.name} ({time.monotonic() - began:.1f} s)", flush=True
        )
        if wrong:
            failed.append(step.name)
            print("".join(f"    {line}\n" for line in wrong.splitlines()), flush=True)
    print(f"{len(failed)} to mend: {', '.join(failed)}" if failed else "All is well.")
    return 1 if failed else 0


def write() -> None:
    run_tool("ruff", "check", "--fix", "--quiet", ".")
    run_tool("ruff", "format", "--quiet", ".")
    common = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    common += ["--custom-compile-command", "./space check --write", "pyproject.toml"]
    run_tool(*common, "-o", "requirements/lock.txt")
    run_tool(*common, "--group", "dev", "-c", "requirements/lock.txt", "-o", "requirements/dev.txt")


def run_tool(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=CHECKOUT, check=False)
