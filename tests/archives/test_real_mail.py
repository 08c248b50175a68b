"""Every file of real mail that there is: no exception anywhere, and counts that others counted too.

The files are no part of this project. SPACE_TEST_DATA names the folder that holds them, in `mail/`.
"""

import io
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from space.accounts.models import User
from space.archives.actions import archive_category, begin_import
from space.archives.mail.letters import BrokenMessageError
from space.archives.mail.mailboxes import Mailbox, mail_files
from space.archives.mail.masking import mask_addresses
from space.archives.mail.reading import read_body, read_heading
from space.archives.mail.rendering import render_mail
from space.archives.mailman.importing import Import
from space.discuss.actions.recounting import differences
from space.discuss.models import Post
from space.kit.progress import Progress

MAIL = Path(os.environ.get("SPACE_TEST_DATA", "/nonexistent")) / "mail"
pytestmark = pytest.mark.skipif(
    not MAIL.is_dir(),
    reason="Real mail is not part of the project: set SPACE_TEST_DATA to a folder with mail/.",
)
PIPERMAIL = ("r-announce", "r-devel", "clearwater-pipermail")
_ENTRY = re.compile(rb"^From .*\d\d:\d\d:\d\d \d{4}\nFrom: ", re.MULTILINE)
_ADDRESS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}")


def count(path: Path) -> int:
    with Mailbox(path) as mailbox:
        return len(list(mailbox))


@pytest.mark.parametrize("folder", PIPERMAIL)
def test_pipermail_has_as_many_messages_as_entries(folder):
    for path in mail_files([MAIL / folder]):
        assert count(path) == len(_ENTRY.findall(path.read_bytes())), path.name


def test_public_inbox_has_as_many_messages_as_its_separators():
    for path in mail_files([MAIL / "speakup-publicinbox"]):
        assert count(path) == path.read_bytes().count(b"\nFrom mboxrd@z ") + 1, path.name


@pytest.mark.parametrize("name", ["jwz", "content-length", "issue1189"])
def test_mailboxes_have_as_many_messages_as_another_parser_found(name):
    box = MAIL / "mimekit" / "mbox" / f"{name}.mbox.txt"
    if not box.exists():
        pytest.skip(f"{box.name} is not among the files")
    expected = json.loads(box.with_name(f"{name}.unix-offsets.json").read_text("utf-8-sig"))
    with Mailbox(box) as mailbox:
        assert len(list(mailbox)) == len(expected)


def test_every_file_of_mail_is_read_without_an_exception():
    kinds: Counter[str] = Counter()
    for path in (path for path in sorted(MAIL.rglob("*")) if path.is_file()):
        with Mailbox(path) as mailbox:
            for place in mailbox:
                kinds["read"] += 1
                try:
                    raw = mailbox.read(place)
                    heading = read_heading(raw)
                except BrokenMessageError:
                    kinds["refused"] += 1
                    continue
                content = read_body(raw)
                masked = mask_addresses(content.text)
                shown, _ = render_mail(masked)
                assert not _ADDRESS.search(masked), place
                assert "\0" not in heading.subject + shown, place
    assert kinds["read"] > 9000
    assert kinds["refused"] < 500


def bring(slug: str, *folders: str) -> tuple[Import, list[Path]]:
    by = User.objects.system()
    category = archive_category(slug, by=by, name=slug)
    row = begin_import(category, source="mailman", files=list(folders))
    return Import(row, by, Progress(io.StringIO()), slug), [MAIL / folder for folder in folders]


# read, imported, already there, threads
EXPECTED = {
    "r-devel": (5333, 5324, 9, 1795),
    "clearwater-pipermail": (993, 993, 0, 299),
    "speakup-publicinbox": (1262, 1262, 0, 223),
}


@pytest.mark.django_db
@pytest.mark.parametrize("folder", EXPECTED)
def test_an_archive_is_imported_whole_and_a_second_time_not_at_all(folder):
    job, paths = bring(folder, folder)
    report = job.run(paths)
    assert (report.read, report.imported, report.present, report.threads) == EXPECTED[folder]
    assert report.refused == []
    assert Post.objects.for_actions().count() == report.imported
    assert differences() == []
    again, paths = bring(folder, folder)
    assert again.run(paths).imported == 0


@pytest.mark.django_db
def test_everything_at_once_is_read_imported_there_or_refused():
    folders = sorted(path.name for path in MAIL.iterdir() if path.name not in EXPECTED)
    job, paths = bring("everything", *folders)
    report = job.run(paths)
    assert report.read == report.imported + report.present + len(report.refused)
    assert all("(byte " in where for where, _ in report.refused)
