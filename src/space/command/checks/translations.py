"""Every language that the interface offers is complete, nothing in it is a guess, and it is compiled."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from space.command.asking import CHECKOUT

_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.mo", "static", "tests")


def look() -> str:
    if shutil.which("msgfmt") is None:
        return "msgfmt is missing: install gettext"
    locale = CHECKOUT / "locale"
    return "\n".join([*problems(locale), *not_compiled(locale), *not_in_the_catalogues()])


def problems(locale: Path) -> Iterator[str]:
    """Errors of form, and how much is missing or guessed."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        said = _msgfmt("--check", "--statistics", "-o", os.devnull, str(source))
        name = source.relative_to(locale.parent)
        if said.returncode:
            yield f"{name}: {said.stderr.strip()}"
        found = re.findall(r"\d+ (?:fuzzy|untranslated)[^,.]*", said.stderr)
        yield from (f"{name}: {what}" for what in found)


def not_compiled(locale: Path) -> Iterator[str]:
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        ready = source.with_suffix(".mo")
        with tempfile.NamedTemporaryFile(suffix=".mo") as fresh:
            _msgfmt("-o", fresh.name, str(source))
            same = ready.exists() and ready.read_bytes() == Path(fresh.name).read_bytes()
        if not same:
            name = source.relative_to(locale.parent)
            yield f"{name}: {ready.name} is not made from it. Run msgfmt -o {ready.name} {source.name} there"


def not_in_the_catalogues() -> Iterator[str]:
    """Sentences of the code that a catalogue lacks: gathered anew in a copy, where they show as untranslated."""
    with tempfile.TemporaryDirectory(prefix="space-sentences-") as copy:
        for part in ("src", "locale"):
            shutil.copytree(CHECKOUT / part, Path(copy) / part, ignore=_LEFT_OUT)
        gather = [sys.executable, "-m", "django", "makemessages", "--all", "--no-location", "--no-wrap"]
        settings = {"PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "space.settings", "SPACE_DATA": copy}
        done = subprocess.run(
            gather, cwd=copy, env={**os.environ, **settings}, capture_output=True, text=True, check=False
        )
        if done.returncode:
            yield f"The sentences could not be gathered: {done.stderr.strip()[-500:]}"
        yield from (
            f"{told} (run makemessages, see docs/translating.md)" for told in problems(Path(copy) / "locale")
        )


def _msgfmt(*arguments: str) -> subprocess.CompletedProcess[str]:
    plain = {"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin"}
    return subprocess.run(["msgfmt", *arguments], capture_output=True, text=True, env=plain, check=False)
