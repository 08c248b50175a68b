"""Bring a back-up into a data folder, or into the database of DATABASE_URL. Stop the server first.

Everything is unpacked, loaded and compared beside what is there; only then does it take its place.
What is there is replaced only with --force.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from space.command.asking import CHECKOUT, Trouble, data_option
from space.command.saving import files

SUMMARY = "bring back what backup saved"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    parser.add_argument("file", type=Path, help="what ./space backup wrote")
    parser.add_argument("--force", action="store_true", help="replace what is there")


def run(options: argparse.Namespace) -> int:
    from space.command.home import REAL, home_of

    home = home_of(options.data, default=REAL)
    page = files.read(options.file)
    home.become_server("restoring a back-up")
    home.settle()
    home.start_database()
    try:
        bring_back(options.file, page, os.environ["DATABASE_URL"], home.folder, force=options.force)
        erase_again(home.folder)
    finally:
        home.stop_database()
    print(f"Brought back as it was on {page.made_at}, into {home.folder}.")
    print("Next: ./space serve, which brings it up to date.")
    return 0


def erase_again(folder: Path) -> None:
    """A back-up brings erased people back. Who they are stands in a file of the data folder; what was read is one."""
    if not (folder / "erased.jsonl").exists():
        return
    print("Erasing again who was erased since ...", flush=True)
    for words in (["migrate", "--no-input"], ["erase_again"]):
        told = [sys.executable, "-m", "space.command", "manage", "--data", str(folder), *words]
        if subprocess.run(
            told, check=False, env=os.environ | {"PYTHONPATH": str(CHECKOUT / "src")}
        ).returncode:
            raise Trouble(
                "The back-up is in its place, but who was erased since it was made is not erased again.\n"
                "Before you serve it: ./space manage migrate && ./space manage erase_again"
            )


def bring_back(file: Path, page: files.Page, url: str, folder: Path, *, force: bool) -> None:
    from space.command.saving import contents, dumps

    if not force and not (dumps.is_empty(url) and not any((folder / "media").iterdir())):
        raise Trouble(
            "There is something here already. Use --force to replace it, or another folder: --data DIR"
        )
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as name:
        unpacked = Path(name)
        print("Unpacking ...", flush=True)
        files.unpack(file, page, unpacked)
        print("Loading the database ...", flush=True)
        with dumps.beside(url) as fresh:
            wrong = contents.differences(page.tables, dumps.load(unpacked / files.DUMP, fresh))
            if wrong:
                raise Trouble("What was loaded is not what was saved:\n" + "\n".join(wrong))
        put_files(unpacked, folder)


def put_files(unpacked: Path, folder: Path) -> None:
    """Uploads take the place of those that are there; so do keys, if the back-up holds any."""
    (unpacked / "media").mkdir(exist_ok=True)
    shutil.move(folder / "media", unpacked / "media-before")
    (unpacked / "media").rename(folder / "media")
    for key in files.KEYS:
        if (unpacked / "keys" / key).exists():
            (unpacked / "keys" / key).replace(folder / key)
