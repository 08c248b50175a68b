"""Save the database and the uploads in one file, and prove it: it is brought back into a database of
its own at once, and every table is compared. The server may go on running meanwhile.

Keys (who signs sessions, who can claim archived mail) go along only with --keys: keep such a file safe.
"""

import argparse
import tempfile
import time
from pathlib import Path

from space.command.asking import Trouble, data_option

SUMMARY = "save everything in one file, and prove that it can be brought back"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    parser.add_argument("file", nargs="?", type=Path, help="where to (default: backups/ in the data folder)")
    parser.add_argument("--keys", action="store_true", help="with secret_key and archive_key")
    parser.add_argument("--unproven", action="store_true", help="do not bring it back for a proof")


def run(options: argparse.Namespace) -> int:
    import os

    from space.command.home import database_of

    with database_of(options.data) as home:
        to = options.file or home.folder / "backups" / time.strftime(
            "space-%Y-%m-%d-%H%M%S.tar", time.gmtime()
        )
        save(os.environ["DATABASE_URL"], home.folder, to, keys=options.keys, prove=not options.unproven)
    return 0


def save(url: str, folder: Path, to: Path, *, keys: bool, prove: bool) -> None:
    """Make the file beside its place; it gets its name when it is whole and proven."""
    from space.command.saving import dumps, files

    if to.exists():
        raise Trouble(f"{to} is there already. Name another file.")
    to.parent.mkdir(parents=True, exist_ok=True)
    unfinished = to.with_name(f".{to.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix=".saving-", dir=to.parent) as beside:
        dumped = Path(beside) / files.DUMP
        print("Saving the database ...", flush=True)
        tables = dumps.dump(url, dumped)
        page = files.Page(made_at=time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()), tables=tables)
        print("Saving the uploads ...", flush=True)
        files.write(unfinished, page, dumped, folder, keys=keys)
        if prove:
            print("Bringing it back, for a proof ...", flush=True)
            proof(unfinished, Path(beside))
    unfinished.replace(to)
    rows = sum(count for count, _ in tables.values())
    print(f"{to}: {rows} rows, {len(page.files) - 1} files, {to.stat().st_size / 1e6:.1f} MB.", flush=True)


def proof(file: Path, beside: Path) -> None:
    """What is read back from the file itself has to be what was saved."""
    from space.command.saving import contents, dumps, files

    page = files.read(file)
    files.unpack(file, page, beside / "proof")
    with dumps.scratch() as url:
        wrong = contents.differences(page.tables, dumps.load(beside / "proof" / files.DUMP, url))
    if wrong:
        raise Trouble("The back-up does not hold what the database held:\n" + "\n".join(wrong))
