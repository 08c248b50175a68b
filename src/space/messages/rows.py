"""Rows of one's private conversations: with whom, about what, how many posts are unread."""

from typing import Any

from django.db.models import F
from django.utils.translation import get_language

from space.accounts.faces import Face, faces
from space.accounts.readers import Reader
from space.discuss.lists.lines import Line
from space.discuss.models import Participant, Topic
from space.discuss.rows import unread_in
from space.kit import clock
from space.languages import mark
from space.web.times import ago, iso

# So many faces stand in a row, and so many names.
_FACES, _NAMES = 4, 3


def rows_of_box(found: list[Line], reader: Reader) -> list[dict[str, Any]]:
    topics = Topic.objects.visible_to(reader).in_bulk([line.pk for line in found])
    there = _others(list(topics), reader)
    unread = unread_in(found, reader)
    known = faces(pk for people in there.values() for pk in people)
    return [
        {
            **_row(topics[line.pk], [known[pk] for pk in there.get(line.pk, []) if pk in known]),
            "new": line.unread_at is not None,
            "unread": unread.get(line.pk, 0),
        }
        for line in found
        if line.pk in topics
    ]


def _others(topics: list[int], reader: Reader) -> dict[int, list[int]]:
    """Who else is in each of them, in the order in which they came."""
    rows = Participant.objects.still().filter(topic__in=topics).exclude(person=reader.pk).order_by("pk")
    there: dict[int, list[int]] = {}
    for topic, person in rows.values_list(F("topic"), F("person")):
        there.setdefault(topic, []).append(person)
    return there


def _row(topic: Topic, others: list[Face]) -> dict[str, Any]:
    names = [one.name for one in others[:_NAMES]]
    return {
        "pk": topic.pk,
        "url": topic.get_absolute_url(),
        "title": topic.title,
        **mark(topic.language)._asdict(),
        "people": [vars(one) for one in others[:_FACES]],
        "names": names,
        "more": max(len(others) - _NAMES, 0),
        "replies": topic.replies_count,
        "iso": iso(topic.last_posted_at),
        "ago": ago(topic.last_posted_at, clock.now(), get_language() or ""),
    }
