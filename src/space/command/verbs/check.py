"""Look at everything that can be seen without running it: lint, format, types, contracts, sizes,
templates, migrations, translations, the front-end build. Every step runs, also when one fails.

--write mends what can be mended (format, simple lint) and locks the dependencies again.
"""

import argparse
import subprocess
import sys
import time

from space.command.asking import CHECKOUT

SUMMARY = "lint, format, types, contracts, sizes, templates, translations"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write", action="store_true", help="mend the format and lock the dependencies again"
    )
    parser.add_argument(
        "--only", metavar="WORD", default="", help="only the steps with this word in their name"
    )


def run(options: argparse.Namespace) -> int:
    from space.command.checks.frontend import Skip
    from space.command.checks.steps import STEPS

    if options.write:
        write()
    failed = []
    for step in (step for step in STEPS if options.only in step.name):
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
