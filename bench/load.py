"""Fills the scratch database with the data set: through bulk paths, with all that the product's actions keep."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TypeVar

from django.core.management.color import no_style
from django.db import connection, models

from bench import filling, texts
from bench.indexing import index_everything
from space import markup
from space.accounts.models import Trust, User
from space.discuss.models import Audience, Category, Post, Tag, Topic
from space.discuss.text import slug_of
from space.groups.models import Group, Membership

T = TypeVar("T")
BATCH = 5_000
# How many people read with marks and belong to groups; the driver signs in as them.
READERS = 50
# Groups of theirs, the first of which has a closed category. Those that are offices have the lowest ids.
CIRCLES = (101, 102, 103)


def load(folder: Path, times: int) -> None:
    if User.objects.filter(name__startswith="user0").exists():
        print("The scratch database is full already; drop it to load again.")
        return
    began = monotonic()
    people(folder)
    rooms(folder)
    languages = topics(folder)
    print("Posts ...", flush=True)
    written = posts(folder, languages)
    print(f"Copies and counters after {monotonic() - began:.0f} s ...", flush=True)
    filling.fill(times)
    index_everything(times)
    _sequences(User, Category, Tag, Topic, Post, Group, Membership)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    print(f"{len(languages) * times:,} topics and {written * times:,} posts in {monotonic() - began:.0f} s.")


def people(folder: Path) -> None:
    found = (
        User(
            pk=row["id"],
            name=f"{row['username']}@local",
            skeleton=f"{row['username']}@local",
            password="!",
            trust=Trust.MEMBER,
            language="en",
            created_at=when(row["joined"]),
        )
        for row in texts.rows(folder, "users")
    )
    for batch in batches(found):
        User.objects.bulk_create(batch)


def rooms(folder: Path) -> None:
    """The categories; the last and smallest one belongs to a closed group of our readers."""
    Group.objects.bulk_create(Group(pk=n, slug=f"circle-{n}", name=f"Circle {n}") for n in CIRCLES)
    members = [Membership(group_id=CIRCLES[n % 3], person_id=n) for n in range(1, READERS + 1)]
    extra = [Membership(group_id=CIRCLES[0], person_id=n) for n in range(1, READERS + 1) if n % 3]
    Membership.objects.bulk_create(members + extra)
    found = list(texts.rows(folder, "categories"))
    Category.objects.bulk_create(
        Category(
            pk=row["id"],
            slug=row["slug"],
            name=row["name"],
            description=row["description"],
            language=row["lang"],
            tone=row["id"] % 12 + 1,
            position=row["id"],
            audience=Audience.GROUP if row is found[-1] else Audience.PUBLIC,
            group_id=CIRCLES[0] if row is found[-1] else None,
        )
        for row in found
    )


def topics(folder: Path) -> dict[int, str]:
    """The topics with their tags. Gives the language of each."""
    closed = set(Category.objects.for_actions().exclude(group=None).values_list("pk", flat=True))
    tags: dict[str, Tag] = {}
    links = []
    languages = {}
    for batch in batches(texts.rows(folder, "topics")):
        Topic.objects.bulk_create(topic(row, row["category"] in closed) for row in batch)
        for row in batch:
            languages[row["id"]] = row["lang"]
            named = [tags.setdefault(word, Tag(pk=len(tags) + 1, name=word)) for word in row["tags"]]
            links += [Topic.tags.through(topic_id=row["id"], tag_id=tag.pk) for tag in named]
    Tag.objects.bulk_create(tags.values())
    Topic.tags.through.objects.bulk_create(links, batch_size=BATCH)
    return languages


def topic(row: texts.Row, is_closed: bool) -> Topic:
    return Topic(
        pk=row["id"],
        category_id=row["category"],
        audience=Audience.GROUP if is_closed else Audience.PUBLIC,
        group_id=CIRCLES[0] if is_closed else None,
        author_id=row["user"],
        title=row["title"],
        slug=slug_of(row["title"]),
        language=row["lang"],
        languages=[row["lang"]],
        created_at=when(row["created"]),
        last_posted_at=when(row["last"]),
        views=row["posts"] * 7,
    )


def posts(folder: Path, languages: dict[int, str]) -> int:
    written = 0
    excerpts: dict[int, str] = {}
    for batch in batches(texts.posts(folder, languages)):
        Post.objects.bulk_create(post(row, rendered, languages) for row, rendered in batch)
        excerpts.update({row["topic"]: rendered.excerpt for row, rendered in batch if row["number"] == 1})
        written += len(batch)
    filling.excerpts(excerpts)
    return written


def post(row: texts.Row, rendered: texts.Rendered, languages: dict[int, str]) -> Post:
    return Post(
        pk=row["id"],
        topic_id=row["topic"],
        number=row["number"],
        author_id=row["user"],
        source=row["text"],
        html=rendered.html,
        renderer=markup.VERSION,
        language=languages[row["topic"]],
        created_at=when(row["created"]),
    )


def when(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while batch := list(islice(left, BATCH)):
        yield batch


def _sequences(*kinds: type[models.Model]) -> None:
    """We chose the ids, so the database has to learn where its own begin."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kinds):
            cursor.execute(statement)
