"""How many messages a second the importer brings in: read, decoded, threaded, rendered, stored."""

import random
import resource
import tempfile
import time
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

_WORDS = """
    archive bridge candle dialect edition fountain garden harbour inscription journal kitchen library market
    notebook orchard parish quarry river school theatre village window meeting source picture question answer
    we found that there was and the a of to for with before after because nobody everybody remembers asked wrote
""".split()  # noqa: SIM905


def measure(paths: list[Path], messages: int) -> None:
    """Import real files, or as many messages of made-up words, into an archive of its own."""
    from space.accounts.models import User
    from space.archives.actions import archive_category, begin_import
    from space.archives.mailman.importing import Import
    from space.kit.progress import Progress

    with tempfile.TemporaryDirectory() as folder:
        sources = paths or [_made(Path(folder) / "made.mbox", messages)]
        by = User.objects.system()
        category = archive_category(f"bench-{time.time_ns()}", by=by, name="Bench")
        row = begin_import(category, source="bench", files=[])
        began, used = time.perf_counter(), _processor()
        report = Import(row, by, Progress(StringIO()), "Bench").run(sources)
        took, used = time.perf_counter() - began, _processor() - used
    print("\n".join(report.lines()))
    print(f"Seconds:            {took:.1f}, of which this process computed {used:.1f}")
    print(
        f"Messages a second:  {report.read / took:.0f} ({report.read / used:.0f} for each second computed here)"
    )


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _made(path: Path, messages: int) -> Path:
    """A mailbox of conversations with quotes and signatures, the same on every run."""
    chance = random.Random(1)
    at = datetime(2004, 1, 1, tzinfo=UTC)
    with path.open("w") as box:
        for number in range(messages):
            at += timedelta(minutes=chance.randint(1, 90))
            box.write(_message(number, at, chance))
    return path


def _message(number: int, at: datetime, chance: random.Random) -> str:
    parent = number - chance.randint(1, 12)
    is_answer = parent >= 0 and chance.random() < 0.7
    who = chance.randint(1, 300)
    lines = [
        f"From p{who}@bench.example {at:%a %b %d %H:%M:%S %Y}",
        f"From: Person {who} <p{who}@bench.example>",
    ]
    lines += [f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000", f"Message-ID: <{number}@bench.example>"]
    if is_answer:
        lines += [f"References: <{parent}@bench.example>", "Subject: Re: conversation", ""]
        lines += [f"On Monday, p{who}@bench.example wrote:", *(f"> {line}" for line in _text(chance, 6))]
    else:
        lines += [f"Subject: {' '.join(chance.choices(_WORDS, k=5))}", ""]
    return "\n".join([*lines, "", *_text(chance, chance.randint(3, 25)), "", "-- ", f"Person {who}", "", ""])


def _text(chance: random.Random, lines: int) -> list[str]:
    return [" ".join(chance.choices(_WORDS, k=11)) for _ in range(lines)]
