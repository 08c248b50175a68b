"""Rows of a topic list. A row's HTML is kept by the topic's version; the reader's own marks are added beside it."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count, Exists, F, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.faces import Face, faces
from space.accounts.readers import Reader
from space.discuss.asking.known import asked_group
from space.discuss.lists.lines import Line
from space.discuss.lists.taste import Taste
from space.discuss.models import Kind, Poll, Post, Topic
from space.discuss.openings import opening_of
from space.discuss.spoken import spoken
from space.kit import clock
from space.languages import listed, mark
from space.web import fragments
from space.web.skeletons import filled
from space.web.times import ago, iso

# Places in a kept row for what is not the same for everybody or not in the topic's version.
STATE, VIEWS, AGO, CHOOSE, UNREAD = "\x01", "\x02", "\x03", "\x04", "\x05"
# Places in its small parts; no topic has this id.
_TOPIC, _NUMBER = 2_147_483_647, "\x01"
_PARTIALS = {"chosen": "choose"}


def rows_html(
    found: list[Line],
    reader: Reader,
    *,
    choose: bool = False,
    chosen: frozenset[int] = frozenset(),
    visit: datetime | None = None,
) -> SafeString:
    """The rows of a list, ready to stand in it.

    With `choose` each can be chosen, and those of `chosen` are.
    With `visit` a line stands before what was said last before then.
    """
    kept = _kept(found, reader)
    unread = unread_in(found, reader)
    now, language, member = clock.now(), get_language() or "", reader.is_member
    since = Taste.of(reader).new_since(now)
    shown = []
    for line in found:
        pk, html = line.pk, kept.get(line.pk)
        if html is None:
            continue
        is_new = member and (pk in unread or line.is_new(reader.pk, since))
        html = html.replace(STATE, " topic--new" if is_new else "", 1)
        html = html.replace(CHOOSE, _box(pk, chosen) if choose else "", 1)
        html = html.replace(UNREAD, _piece("unread", pk, unread[pk]) if pk in unread else "", 1)
        html = html.replace(VIEWS, short(line.views), 1)
        shown.append(html.replace(AGO, ago(line.last_posted_at, now, language), 1))
    return mark_safe("".join(_with_line(shown, found, visit)))


def _kept(found: list[Line], reader: Reader) -> dict[int, str]:
    keys = {line.pk: (line.pk, line.version) for line in found}
    made = fragments.kept(
        "topic-row", keys.values(), lambda missing: _build(missing, reader), language=get_language() or ""
    )
    return {pk: made[key] for pk, key in keys.items() if key in made}


def _box(pk: int, chosen: frozenset[int]) -> str:
    return _piece("chosen" if pk in chosen else "choose", pk)


def _piece(name: str, pk: int = 0, number: int = 0) -> str:
    """A small part of a row that is one reader's own: kept with places for its numbers."""

    def build(_: object) -> dict[str, str]:
        url = reverse("discuss:first_unread", args=[_TOPIC])
        shown = {"topic": _TOPIC, "number": _NUMBER, "url": url, "chosen": name == "chosen"}
        return {name: render_to_string(f"discuss/_row_{_PARTIALS.get(name, name)}.html", shown)}

    html = fragments.kept("row-piece", [name], build, language=get_language() or "")[name]
    return html.replace(str(_TOPIC), str(pk)).replace(_NUMBER, str(number), 1)


def _with_line(shown: list[str], found: list[Line], visit: datetime | None) -> list[str]:
    """The rows with the line of the last visit before the first that is older, unless it would stand on top."""
    if visit is None or len(shown) != len(found):
        return shown
    at = next((n for n, line in enumerate(found) if line.last_posted_at < visit), 0)
    return [*shown[:at], _piece("visit"), *shown[at:]] if at else shown


def unread_in(found: list[Line], reader: Reader) -> dict[int, int]:
    """How many posts are unread, for the topics that this reader tracks."""
    tracked = [line for line in found if line.unread_at]
    told = {line.pk: line.last_number - (line.read or 0) for line in tracked}
    holes = [line.pk for line in tracked if line.has_holes()]
    return told | (_counted(holes, reader) if holes else {})


def _counted(topics: list[int], reader: Reader) -> dict[int, int]:
    behind = Post.objects.visible_to(reader).filter(
        topic__in=topics,
        topic__read_marks__person=reader.pk,
        number__gt=F("topic__read_marks__number"),
    )
    return dict(behind.values_list("topic").annotate(n=Count("pk")))


def _build(missing: Iterable[tuple[int, int]], reader: Reader) -> dict[tuple[int, int], str]:
    wanted = {pk: (pk, version) for pk, version in missing}
    polls = Poll.objects.filter(post__topic=OuterRef("pk"), post__number=1)
    found = Topic.objects.visible_to(reader).filter(pk__in=wanted).for_list()
    topics = list(found.annotate(has_poll=Exists(polls)))
    people = faces(pk for topic in topics for pk in topic.people)
    return {wanted[topic.pk]: _row(topic, people) for topic in topics}


def _row(topic: Topic, people: dict[int, Face]) -> str:
    return filled("discuss/_topic_row.html", "row", row_of(topic, people))


def row_of(topic: Topic, people: dict[int, Face]) -> dict[str, Any]:
    """All that a row shows, ready-made: no lookups and no address making in the template."""
    shown = [vars(people[pk]) for pk in in_row_order(topic.people) if pk in people]
    opening = opening_of(topic.kind)
    return {
        "state": STATE,
        "views": VIEWS,
        "ago": AGO,
        "choose": CHOOSE,
        "unread": UNREAD,
        "url": topic.get_absolute_url(),
        "title": topic.title,
        **mark(topic.language)._asdict(),
        "spoken": spoken(topic),
        "pinned": hasattr(topic, "pin"),
        "closed": topic.is_closed,
        "solved": topic.is_solved,
        "asks": topic.kind == Kind.QUESTION and not topic.is_solved,
        "poll": getattr(topic, "has_poll", False),
        "kind": {
            "icon": opening.icon,
            "label": opening.label,
            "name": topic.kind,
            "classes": f"topic__state topic__state--kind topic__state--{topic.kind}",
        }
        if opening
        else None,
        "category": {
            "name": topic.category.name,
            "tone": topic.category.tone,
            "group_id": topic.category.group_id,
        }
        if topic.category
        else None,
        "asked": asked.shown if (asked := asked_group(topic.asked_id)) else None,
        "category_url": _address("discuss:category", topic.category.slug) if topic.category else "",
        "tags": [{"name": tag.name, "url": _address("discuss:tag", tag.name)} for tag in topic.tags.all()],
        "first": shown[0] if shown else None,
        "people": shown,
        "names": listed(person["name"] for person in shown),
        "replies": topic.replies_count,
        "many": topic.replies_count >= 40,
        "iso": iso(topic.last_posted_at),
    }


@lru_cache(maxsize=2_000)
def _address(name: str, word: str) -> str:
    """Of a category or tag: making addresses took half the time of a new row."""
    return reverse(name, args=[word])


def in_row_order(people: list[int]) -> list[int]:
    """Kept as first, latest, most frequent; shown with the latest at the end."""
    return people[:1] + people[2:] + people[1:2]


def short(number: int) -> str:
    """1234 as 1.2k: a column of numbers stays narrow."""
    if number < 1000:
        return str(number)
    return f"{number / 1000:.1f}k" if number < 10_000 else f"{number // 1000}k"
