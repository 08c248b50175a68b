"""Quotes and links in a text that is being rendered: what is told before a quote is read, and where its post is now."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from space.discuss.models import Audience, Category, Moved, Post, Topic
from space.markup import Note, Quote
from space.markup.result import Notes, no_note

# The same to its end: also which post of the topic is meant, by its permalink or by its place on a page.
_PLACE = re.compile(
    r"/(?:discuss/t/(?:[^/?#]+/)?|t/)(\d{1,15})(?:/(\d{1,9})?)?(?:\?[^#]*)?(?:#(?:p(\d{1,9}))?.*)?$"
)
# How a link in HTML begins that leads to a topic of ours. PostgreSQL reads this as Python does.
TO_TOPIC = r'/(?:discuss/t/(?:[^/?#"]+/)?|t/)'


def place_in_link(topic: str, number: int) -> str:
    """The rest of it, as a pattern: this post in a topic with such an id."""
    return rf'{topic}(?:/{number}|/?(?:\?[^#"]*)?#p{number})'


_FIRST = re.compile(r'(?<=href=")' + TO_TOPIC + place_in_link(r"(\d{1,15})", 1) + '(?=")')


@dataclass(frozen=True)
class Setting:
    """Where a text stands, or will, and since when: what it names is what stood there then."""

    place: Topic | Category
    since: datetime | None = None

    @classmethod
    def of(cls, post: Post) -> "Setting":
        return cls(post.topic, post.created_at)


def place_at(address: str, otherwise: int | None = None) -> tuple[int, int | None] | None:
    """The topic to which an address of ours leads, and the post in it."""
    found = _PLACE.match(address)
    if found is None:
        return None
    number = found[2] or found[3]
    return int(found[1]), int(number) if number else otherwise


def places_in(addresses: Iterable[str]) -> dict[tuple[int, int | None], None]:
    """Which topics, and which posts in them, these addresses of ours lead to."""
    return dict.fromkeys(filter(None, map(place_at, addresses)))


def notes_for(setting: Setting | None) -> Notes:
    """The content notes of posts that are quoted, as far as all who read it there may know them."""
    if setting is None:
        return no_note

    def told(quotes: set[Quote]) -> dict[Quote, Note]:
        places = {quote: place_at(quote.address, quote.number) for quote in quotes}
        known = _notes_at({place for place in places.values() if place}, setting.place)
        return {quote: known[place] for quote, place in places.items() if place in known}

    return told


def _notes_at(places: set[tuple[int, int | None]], where: Topic | Category) -> dict[tuple[int, int], Note]:
    """Of a post that is out of sight, or that not all read who read here, no word is told; and it stays folded."""
    at = {"topic__in": {topic for topic, _ in places}, "number__in": {number for _, number in places}}
    noted = Post.objects.noted_for(where)
    columns = ("content_note", "note_language", "hidden_at", "is_known")
    stood = Moved.objects.filter(**at, post__in=noted.values("pk"))
    came = {post: place for *place, post in stood.values_list("topic", "number", "post")}
    rows = [
        *((*came[pk], *row) for pk, *row in noted.filter(pk__in=came).values_list("pk", *columns)),
        *noted.filter(**at).values_list("topic", "number", *columns),
    ]
    return {
        (topic, number): Note("" if gone or not known else note, lang)
        for topic, number, note, lang, gone, known in rows
    }


def led_on(html: str, setting: Setting | None) -> str:
    """A link to a first post that was moved alone since it was written leads to that post, not to what opens now."""
    first = {int(pk) for pk in _FIRST.findall(html)}
    if not first or setting is None or setting.since is None:
        return html
    moved = Moved.objects.filter(topic__in=first, number=1, deed__at__gt=setting.since)
    there = {one.topic_id: _address(one.post) for one in moved.select_related("post__topic")}
    return _FIRST.sub(lambda link: there.get(int(link[1]), link[0]), html)


def _address(post: Post) -> str:
    """Words of a title stand in it only where everybody may know them."""
    slug = post.topic.slug if post.topic.audience == Audience.PUBLIC else "topic"
    return reverse("discuss:post", args=[slug, post.topic_id, post.number])
