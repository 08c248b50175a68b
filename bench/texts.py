"""The rows of the data set, and its posts rendered: once, in all cores, kept beside the data for the next time."""

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from space import markup
from space.command.asking import cores

Row = dict[str, Any]


class Rendered(NamedTuple):
    html: str
    excerpt: str


def rows(folder: Path, name: str) -> Iterator[Row]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def posts(folder: Path, languages: dict[int, str]) -> Iterator[tuple[Row, Rendered]]:
    """The posts in the order of time, each with what the renderer makes of it."""
    kept = folder / f"rendered-{markup.VERSION}.jsonl"
    if not kept.exists():
        _render_all(folder, languages, kept)
    with kept.open(encoding="utf-8") as lines:
        for row, line in zip(rows(folder, "posts"), lines, strict=True):
            yield row, Rendered(*json.loads(line))


def _render_all(folder: Path, languages: dict[int, str], kept: Path) -> None:
    unfinished = kept.with_suffix(".part")
    wanted = ((row["text"], languages[row["topic"]], row["number"]) for row in rows(folder, "posts"))
    with ProcessPoolExecutor(cores()) as several, unfinished.open("w", encoding="utf-8") as out:
        for done, line in enumerate(several.map(_render, wanted, chunksize=250), 1):
            out.write(line + "\n")
            if done % 10_000 == 0:
                print(f"  rendered {done:,} posts", flush=True)
    unfinished.rename(kept)


def _render(wanted: tuple[str, str, int]) -> str:
    text, language, number = wanted
    rendered = markup.render(text, language=language, home=settings.ORIGIN)
    return json.dumps([rendered.html, rendered.excerpt() if number == 1 else ""], ensure_ascii=False)
