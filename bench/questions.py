"""How well search answers: sets of documents, and questions of which each has one right document.

NAME.docs.jsonl holds `id`, `text` and perhaps `title` and `lang`; NAME.queries.jsonl `query` and the id of its `doc`.
Each set becomes topics of the scratch database, is asked as a reader would ask, and is gone again.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from django.db import transaction

from bench.machine import percentile
from space import languages, markup
from space.accounts.models import User
from space.accounts.readers import NOBODY
from space.discuss.actions.indexing import index_posts
from space.discuss.models import Audience, Category, Post, Topic
from space.search.actions import survey
from space.search.asking import query
from space.search.grammar import parse

_LOOKED_AT = 10


def ask_all(folder: Path, names: list[str]) -> None:
    for docs in sorted(folder.glob("*.docs.jsonl")):
        name = docs.name.removesuffix(".docs.jsonl")
        if not names or name in names:
            with transaction.atomic():
                print(_line(name, *_asked(docs, folder / f"{name}.queries.jsonl")), flush=True)
                transaction.set_rollback(True)


def _asked(docs: Path, questions: Path) -> tuple[list[int], list[float]]:
    """For each question the place of the right document, 0 for none; and the milliseconds of each."""
    topics = dict(_loaded(docs))
    index_posts(Post.objects.for_actions().filter(topic__in=topics.values()).values_list("pk", flat=True))
    survey()
    places, took = [], []
    for row in _rows(questions):
        began = perf_counter()
        answer = query(parse(row["query"], NOBODY).question(NOBODY), NOBODY)
        took.append((perf_counter() - began) * 1000)
        found = [hit.topic for hit in answer.hits[:_LOOKED_AT]]
        right = topics[row["doc"]]
        places.append(found.index(right) + 1 if right in found else 0)
    return places, took


def _loaded(docs: Path) -> Iterator[tuple[str, int]]:
    by = User.objects.system()
    room = Category.objects.create(slug=f"bench-{docs.name}"[:80].replace(".", "-"), name="Bench")
    for row in _rows(docs):
        lang = row.get("lang") or languages.guess(row["text"]).code
        topic = Topic.objects.create(
            category=room,
            audience=Audience.PUBLIC,
            author=by,
            title=row.get("title") or row["id"],
            slug="topic",
            language=lang,
        )
        html = markup.render(row["text"], language=lang).html
        Post.objects.create(
            topic=topic, number=1, author=by, source=row["text"], html=html, renderer=1, language=lang
        )
        yield row["id"], topic.pk


def _line(name: str, places: list[int], took: list[float]) -> str:
    of = len(places) or 1
    first, ten = (100 * sum(0 < place <= most for place in places) / of for most in (1, _LOOKED_AT))
    mean = sum(1 / place for place in places if place) / of
    time = f"p50 {percentile(took, 0.5):.1f} ms, p95 {percentile(took, 0.95):.1f} ms"
    return f"{name} R@1 {first:.1f} R@10 {ten:.1f} MRR {mean:.2f}   ({of} questions, {time})"


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
