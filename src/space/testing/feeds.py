"""Calendars elsewhere, as far as a test has them: asking for another one fails the test."""

from collections.abc import Mapping

import pytest

from space.kit import outgoing
from space.kit.outgoing import Answer, NoAnswer

FEED = "https://calendar.example.org/tea.ics"


class Feeds:
    """`says` by address what comes back; `asked` is each address with what was told to be known."""

    def __init__(self) -> None:
        self.says: dict[str, Answer | NoAnswer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def has(self, *events: str, etag: str = "", address: str = FEED, name: str = "Tea") -> None:
        """There is this calendar, with these VEVENTs."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"X-WR-CALNAME:{name}", *events, "END:VCALENDAR", ""]
        body = "\n".join(line.strip("\n") for line in lines).encode()
        self.says[address] = Answer(200, address, {"etag": etag} if etag else {}, body)

    def fails(self, error: NoAnswer | int, address: str = FEED) -> None:
        self.says[address] = Answer(error, address, {}, b"") if isinstance(error, int) else error

    def get(
        self,
        url: str,
        *,
        at_most: int,
        seconds: float,
        accept: str = "",
        known: Mapping[str, str] | None = None,
    ) -> Answer:
        self.asked.append((url, dict(known or {})))
        said = self.says[url]
        if isinstance(said, NoAnswer):
            raise said
        if said.headers.get("etag") and (known or {}).get("If-None-Match") == said.headers["etag"]:
            return Answer(304, url, said.headers, b"")
        return said


def vevent(uid: str, title: str, starts: str = "20260320T180000Z", *more: str) -> str:
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART:{starts}", *more, "END:VEVENT"]
    return "\n".join(lines)


@pytest.fixture
def feeds(monkeypatch: pytest.MonkeyPatch) -> Feeds:
    one = Feeds()
    monkeypatch.setattr(outgoing, "get", one.get)
    return one
