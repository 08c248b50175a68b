"""First pass over the files: who wrote when, in answer to what. No text is kept yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from space.archives.mail.identity import message_key
from space.archives.mail.letters import BrokenMessageError, Heading
from space.archives.mail.mailboxes import Mailbox, mail_files
from space.archives.mail.reading import read_heading
from space.archives.mail.subjects import is_answer, subject_key
from space.archives.mail.threads import Node
from space.archives.mailman.report import Report
from space.kit.progress import Progress


@dataclass(frozen=True, slots=True)
class Found:
    """A message that can be imported, and the file that it is in."""

    path: Path
    heading: Heading

    @property
    def key(self) -> str:
        return f"{self.path} {self.heading.place.offset}"

    def node(self) -> Node:
        heading = self.heading
        if heading.date is None:
            raise ValueError("A message without a date has no place in a thread.")
        return Node(
            key=self.key,
            date=heading.date,
            message=message_key(heading.message_id) if heading.message_id else "",
            references=tuple(map(message_key, heading.references)),
            hints=tuple(map(message_key, heading.hints)),
            subject=subject_key(heading.subject),
            is_answer=is_answer(heading.subject),
        )


def find_messages(paths: list[Path], report: Report, progress: Progress) -> list[Found]:
    """The messages of all files. What is broken is reported with its place; the rest goes on."""
    files = list(mail_files(paths))
    found: list[Found] = []
    for number, path in enumerate(files):
        progress.show("reading", number, len(files))
        try:
            with Mailbox(path, _name(path, paths)) as mailbox:
                headings = list(_headings(mailbox, report))
        except OSError as error:
            report.refuse(str(path), f"cannot be read ({error.strerror or error})")
            continue
        found.extend(Found(path, heading) for heading in _dated(headings, report))
    progress.show("reading", len(files), len(files))
    return found


def _name(path: Path, roots: list[Path]) -> str:
    """The file as the report names it: from the folder that was given on."""
    for root in roots:
        if root.is_dir() and path.is_relative_to(root):
            return str(Path(root.name) / path.relative_to(root))
    return path.name


def _headings(mailbox: Mailbox, report: Report) -> Iterator[Heading]:
    for place in mailbox:
        report.read += 1
        try:
            yield read_heading(mailbox.read(place))
        except BrokenMessageError as error:
            report.refuse(str(place), str(error))


def _dated(headings: list[Heading], report: Report) -> Iterator[Heading]:
    """Messages without a date take that of the message before them in the file, else of the one after."""
    date = next((heading.date for heading in headings if heading.date), None)
    for heading in headings:
        date = heading.date or date
        if date is None:
            report.refuse(str(heading.place), "no date, and no neighbour that has one")
        else:
            yield heading if heading.date else replace(heading, date=date)
