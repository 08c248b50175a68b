"""Second pass: thread after thread, what is new is read, masked, rendered and stored in batches."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from space.accounts.models import User
from space.archives.actions import Arrival, finish_import, store_messages
from space.archives.mail.letters import BrokenMessageError
from space.archives.mail.mailboxes import Mailbox
from space.archives.mail.threads import Node, threads_of
from space.archives.mailman.known import Known
from space.archives.mailman.letter import Languages, Letter, read_letter
from space.archives.mailman.plan import Found, find_messages
from space.archives.mailman.report import Report
from space.archives.mailman.topics import Topics
from space.archives.models import ArchivedMessage, ImportRun
from space.discuss.models import Post
from space.kit.progress import Progress

BATCH = 500
_OPEN_FILES = 50


@dataclass
class Import:
    """One import of files into an archive category. `run()` may be repeated: it adds only what is new."""

    row: ImportRun
    by: User
    progress: Progress
    list_name: str
    language: str = ""
    report: Report = field(default_factory=Report)

    def run(self, paths: list[Path]) -> Report:
        found = {one.key: one for one in find_messages(paths, self.report, self.progress)}
        subjects = [one.heading.subject for one in found.values()]
        self._languages = Languages(self.language)
        self._known = Known(self.row.category)
        self._topics = Topics(self.row.category, self.list_name, subjects)
        self._open: OrderedDict[Path, Mailbox] = OrderedDict()
        threads = threads_of([*self._known.nodes(), *(one.node() for one in found.values())])
        batch: list[Arrival] = []
        for done, arrival in enumerate(self._arrivals(threads, found)):
            if arrival is not None:
                batch.append(arrival)
            if len(batch) == BATCH:
                self._store(batch)
                batch = []
            self.progress.show("importing", done + 1, len(found))
        self._store(batch)
        self._finish()
        return self.report

    def _arrivals(self, threads: list[list[Node]], found: dict[str, Found]) -> Iterator[Arrival | None]:
        """The new messages in the order in which they are stored; None for each that is not new."""
        for number, thread in enumerate(threads):
            for node in thread:
                if node.key in found:
                    yield self._arrival(node, found[node.key], number)

    def _arrival(self, node: Node, found: Found, thread: int) -> Arrival | None:
        letter = self._read(found)
        if letter is None:
            return None
        if self._known.has(node, letter.fingerprint):
            self.report.present += 1
            return None
        self._note(letter)
        post = Post(
            topic=self._topics.of(node, thread, letter, self.report),
            reply_to=self._known.post_of(node.parent, node.topic),
            source=letter.text,
            language=letter.language or self.row.category.language,
            created_at=node.date,
        )
        self._known.add(node, letter.fingerprint, post)
        return Arrival(post, letter.author, self._origin(node, found, letter), letter.attachments)

    def _read(self, found: Found) -> Letter | None:
        try:
            raw = self._mailbox(found.path).read(found.heading.place)
        except (BrokenMessageError, OSError) as error:
            self.report.refuse(str(found.heading.place), str(error))
            return None
        return read_letter(raw, found.heading, self._languages)

    def _mailbox(self, path: Path) -> Mailbox:
        """Threads go back and forth between files, so those used last stay open."""
        if path in self._open:
            self._open.move_to_end(path)
            return self._open[path]
        if len(self._open) >= _OPEN_FILES:
            self._open.popitem(last=False)[1].close()
        self._open[path] = Mailbox(path)
        return self._open[path]

    def _origin(self, node: Node, found: Found, letter: Letter) -> ArchivedMessage:
        return ArchivedMessage(
            category=self.row.category,
            run=self.row,
            message_hash=node.message,
            fingerprint=letter.fingerprint,
            references=[*node.references, *node.hints],
            subject_key=node.subject,
            file=found.heading.place.file[-255:],
            offset=found.heading.place.offset,
        )

    def _note(self, letter: Letter) -> None:
        self.report.repaired_messages += bool(letter.repairs)
        self.report.repaired.update(letter.repairs)

    def _store(self, batch: list[Arrival]) -> None:
        store_messages(batch, run=self.row, by=self.by, list_name=self.list_name)
        self._known.saved()
        self.report.imported += len(batch)
        kept = sum(len(arrival.uploads) for arrival in batch)
        self.report.attachments_kept += kept
        self.report.attachments_left += sum(len(arrival.attachments) for arrival in batch) - kept

    def _finish(self) -> None:
        for mailbox in self._open.values():
            mailbox.close()
        finish_import(self.row, self.report.as_json())
