from dataclasses import dataclass
from datetime import datetime
from typing import Any

from space.discuss.models import Results, Way


@dataclass(frozen=True)
class PollPlan:
    """All that somebody decides about a poll before the first vote."""

    question: str
    options: tuple[str, ...]
    way: Way = Way.SINGLE
    at_most: int | None = None
    secret: bool = True
    results: Results = Results.ALWAYS
    closes_at: datetime | None = None

    def stored(self) -> dict[str, Any]:
        """The columns of a poll that it decides."""
        return {
            "question": self.question,
            "way": self.way,
            "at_most": self.at_most if self.way == Way.SEVERAL else None,
            "secret": self.secret,
            "results": self.results,
            "closes_at": self.closes_at,
        }
