"""Every language that the interface offers is complete, nothing in it is a guess, and it is compiled."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from space.command.asking import CHECKOUT


def look() -> str:
    if shutil.which("msgfmt") is None:
        return "msgfmt is missing: install gettext"
    return "\n".join(problems(CHECKOUT / "locale"))


def problems(locale: Path) -> Iterator[str]:
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        name = source.relative_to(locale.parent)
        with tempfile.NamedTemporaryFile(suffix=".mo") as compiled:
            said = subprocess.run(
                ["msgfmt", "--check", "--statistics", "-o", compiled.name, str(source)],
                capture_output=True,
                text=True,
                env={"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin"},
            )
            fresh = Path(compiled.name).read_bytes()
        if said.returncode:
            yield f"{name}: {said.stderr.strip()}"
        yield from (
            f"{name}: {what}" for what in re.findall(r"\d+ (?:fuzzy|untranslated)[^,.]*", said.stderr)
        )
        ready = source.with_suffix(".mo")
        if not ready.exists() or ready.read_bytes() != fresh:
            yield f"{name}: {ready.name} is not made from it. Run msgfmt -o {ready.name} {source.name} there"
