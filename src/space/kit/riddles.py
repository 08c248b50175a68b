"""Questions that people answer and machines do not, each on a line: `What has four wheels? = a car / car`."""

import unicodedata
from dataclasses import dataclass
from hashlib import sha256


class Unreadable(ValueError):
    """A line without a question or without an answer."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Riddle:
    asks: str
    answers: tuple[str, ...]

    @property
    def name(self) -> str:
        """Which one it is, in a form that comes back."""
        return sha256(self.asks.encode()).hexdigest()[:12]

    def is_answered_by(self, typed: str) -> bool:
        """Case, accents, marks, spaces and the script of digits do not matter."""
        return _bare(typed) in map(_bare, self.answers)


def read(source: str) -> list[Riddle]:
    return [_read_line(line) for line in source.splitlines() if line.strip()]


def _read_line(line: str) -> Riddle:
    """The answers stand behind the last sign of equality, so that a question can have one too."""
    asks, _, told = line.rpartition("=")
    answers = tuple(part.strip() for part in told.split("/") if _bare(part))
    if not asks.strip() or not answers:
        raise Unreadable(line.strip())
    return Riddle(asks.strip(), answers)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    digits = (str(unicodedata.decimal(one, one)) for one in plain if one.isalnum())
    return "".join(digits)
