"""What an import did, for the person at the terminal and for the database."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Report:
    """Counts of messages. Every message read is imported, already there, or refused."""

    read: int = 0
    imported: int = 0
    present: int = 0
    threads: int = 0
    threads_continued: int = 0
    attachments_kept: int = 0
    attachments_left: int = 0
    repaired: Counter[str] = field(default_factory=Counter)
    repaired_messages: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, where: str, why: str) -> None:
        self.refused.append((where, why))

    def reasons(self) -> Counter[str]:
        return Counter(why for _, why in self.refused)

    def as_json(self) -> dict[str, Any]:
        """For the row of the run. Of many refusals the first thousand are kept."""
        counts = {
            name: getattr(self, name)
            for name in ("read", "imported", "present", "threads", "threads_continued", "repaired_messages")
        }
        attachments = {"kept": self.attachments_kept, "left": self.attachments_left}
        refused = [{"where": where, "why": why} for where, why in self.refused[:1000]]
        return {**counts, "attachments": attachments, "repaired": dict(self.repaired), "refused": refused}

    def lines(self) -> list[str]:
        """The end of an import, in words."""
        parts = [
            f"Messages read:      {self.read}",
            f"Imported:           {self.imported}",
            f"Already there:      {self.present}",
            f"Repaired:           {self.repaired_messages}{_told(self.repaired)}",
            f"Refused:            {len(self.refused)}{_told(self.reasons())}",
            f"Threads:            {self.threads} new, {self.threads_continued} continued",
        ]
        if self.attachments_kept or self.attachments_left:
            parts.append(
                f"Attachments:        {self.attachments_kept} kept, {self.attachments_left} not kept"
            )
        return parts


def _told(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{name}: {number}' for name, number in counts.most_common())})" if counts else ""
