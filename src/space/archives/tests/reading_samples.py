"""Small archives of our own, with every trap we know; all people in them are invented."""

from pathlib import Path

from hypothesis import HealthCheck, settings

from space.archives.mail.letters import Content, Heading
from space.archives.mail.mailboxes import Mailbox, Raw
from space.archives.mail.reading import read_body, read_heading

# A busy machine says nothing about the code.
patient = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
SAMPLES = Path(__file__).parent / "samples"


def raws(name: str) -> list[Raw]:
    with Mailbox(SAMPLES / name) as mailbox:
        return [mailbox.read(place) for place in mailbox]


def headings(name: str) -> list[Heading]:
    return [read_heading(raw) for raw in raws(name)]


def bodies(name: str) -> list[Content]:
    return [read_body(raw) for raw in raws(name)]


def message(*lines: str) -> Raw:
    """A message from its lines, as it would come out of a mailbox."""
    from space.archives.mail.letters import Place

    data = "\n".join(lines).encode("utf-8", "surrogateescape")
    return Raw(Place("here", 1, 0, len(data)), "", data)
