"""How quick search is: questions of every class, asked in this process, each once. Nothing is kept between them."""

import os
from pathlib import Path
from time import perf_counter, thread_time

from django.conf import settings
from django.db import connection

from bench import machine
from bench.classes import Classes
from space.accounts.readers import NOBODY
from space.command.asking import cores
from space.search.actions import survey
from space.search.asking import Question, query
from space.search.models import Entry, Word
from space.web.versions import ledger

_WARM = 20


def find(number: int, names: list[str]) -> None:
    ledger.hear()
    documents = Entry.objects.filter(circle=0).count()
    if not Word.objects.exists():
        survey()
    now = f"{cores()} cores, load {os.getloadavg()[0]:.1f}, pace {machine.pace():.0f} ms"
    print(f"\n{documents:,} public documents; {now}; deadline {settings.SEARCH_MILLISECONDS} ms.\n")
    print(
        "| class | questions | p50 ms | p95 ms | worst | CPU ms | of it database | p95 CPU ms | partial | hits |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    classes = Classes(documents, number)
    for name in classes.all:
        if not names or any(one in name for one in names):
            print(_line(name, classes.questions(name)), flush=True)


def _line(name: str, questions: list[Question]) -> str:
    for question in questions[:_WARM]:
        query(question, NOBODY)
    backend = _backend()
    took: list[float] = []
    used: list[float] = []
    partial, hits, theirs = 0, 0, 0.0
    for question in questions:
        ours, before, began = thread_time(), _used(backend), perf_counter()
        answer = query(question, NOBODY)
        took.append((perf_counter() - began) * 1000)
        theirs += _used(backend) - before
        used.append((thread_time() - ours) * 1000 + _used(backend) - before)
        partial += answer.partial
        hits += len(answer.hits)
    of = max(1, len(questions))
    p50, p95, worst = (machine.percentile(took, share) for share in (0.5, 0.95, 1))
    return (
        f"| {name} | {len(questions)} | {p50:.1f} | {p95:.1f} | {worst:.0f} | {sum(used) / of:.1f} | "
        f"{theirs / of:.1f} | {machine.percentile(used, 0.95):.1f} | {100 * partial / of:.1f} % | {hits / of:.1f} |"
    )


def _backend() -> Path:
    """Where the kernel counts what the database's process on the other end of our connection uses."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return Path(f"/proc/{cursor.fetchone()[0]}/schedstat")


def _used(backend: Path) -> float:
    """Milliseconds of processor time; what a busy machine does to clocks it does not do to these."""
    return int(backend.read_text().split()[0]) / 1e6
