"""Where a cluster's files lie, and as whom PostgreSQL runs.

For an ordinary user: in the folder itself. PostgreSQL refuses to run as root, and nobody else may
look into root's folders; so for root the files lie in a safe place of their own, under a random
name that the folder remembers. No permission of an existing folder is ever changed.
"""

import os
import pwd
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from space.command import binaries

SAFE = Path("/var/lib/wikimedia-space")
UNPRIVILEGED = "nobody"
LONGEST_SOCKET = 100  # the system allows 107 bytes, and PostgreSQL adds ".lock" while it starts


class Misplaced(Exception):
    """The files of the database are not where the folder says."""


@dataclass(frozen=True)
class Place:
    """A cluster's own folder, and the user its processes run as (None: as we are)."""

    folder: Path
    uid: int | None
    gid: int | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def programs(self) -> Path:
        return binaries.of_the_wheel() if self.uid is None else binaries.for_anybody(SAFE)

    def give(self, path: Path) -> None:
        """Hand a file of ours over to the user PostgreSQL runs as."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def place_of(folder: Path) -> Place:
    """Find the place of a folder's cluster; make a new one if it has none."""
    if os.geteuid() != 0:
        return Place(folder, None, None)
    if (folder / "data").exists() and (owner := (folder / "data").stat()).st_uid != 0:
        _open_programs()
        return Place(folder, owner.st_uid, owner.st_gid)
    return _safe_place(folder)


def socket_folder(place: Place) -> Path:
    """A private folder with a path short enough for a socket; it is gone when the database stops."""
    inside = place.folder / "run"
    if len(os.fsencode(inside / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        inside.mkdir(mode=0o700, exist_ok=True)
        folder = inside
    else:
        folder = Path(tempfile.mkdtemp(prefix="space-", dir="/tmp"))
    place.give(folder)
    return folder


def _open_programs() -> None:
    SAFE.mkdir(mode=0o711, parents=True, exist_ok=True)
    SAFE.chmod(0o711)  # the umask may have closed it; it is ours


def _safe_place(folder: Path) -> Place:
    _open_programs()
    remembered = folder / "place"
    if not remembered.exists():
        name = secrets.token_hex(8)
        _make(SAFE / name, folder)
        remembered.write_text(name)
    safe = SAFE / remembered.read_text().strip()
    _must_be_of(safe, folder)
    owner = safe.stat()
    return Place(safe, owner.st_uid, owner.st_gid)


def _make(safe: Path, folder: Path) -> None:
    user = pwd.getpwnam(UNPRIVILEGED)
    safe.mkdir(mode=0o700)
    (safe / "home").write_text(str(folder))
    os.chown(safe, user.pw_uid, user.pw_gid)


def _must_be_of(safe: Path, folder: Path) -> None:
    """Refuse a lost place, and one that two folders claim because one is a copy of the other."""
    if not safe.exists():
        raise Misplaced(
            f"The database of {folder} was kept in {safe}, which is gone. "
            f"Remove {folder} to start with an empty one, then bring a backup back with ./space restore."
        )
    home = Path((safe / "home").read_text())
    if home == folder:
        return
    if (home / "place").exists() and (home / "place").read_text().strip() == safe.name:
        raise Misplaced(
            f"{folder} is a copy of {home}, and both would use one database. "
            f"Use ./space backup and restore to copy a community; remove {folder} to start with an empty one."
        )
    (safe / "home").write_text(str(folder))
