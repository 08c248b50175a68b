"""Addresses of posts and topics."""

import re
from functools import cache
from urllib.parse import quote

from django.urls import reverse

from space.discuss.models import Topic
from space.discuss.numbers import POSTS_PER_PAGE


def place_of(topic: Topic, number: int) -> str:
    """Its page, and on it the post."""
    page = (number - 1) // POSTS_PER_PAGE() + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{topic.get_absolute_url()}{query}#p{number}"


def address_of(slug: str, topic: int, number: int = 1) -> str:
    """Of a topic, or of a later post in it: what `reverse` says, but found once, for pages that show dozens."""
    name = "discuss:topic" if number == 1 else "discuss:post"
    parts = {_SLUG: quote(slug, safe=_AS_THEY_ARE), _TOPIC: str(topic), _NUMBER: str(number)}
    return "".join(parts.get(part, part) for part in _pattern(name))


_SLUG, _TOPIC, _NUMBER = "slug", "2147483646", "2147483647"
_AS_THEY_ARE = "!$&'()*+,;=/~:@"


@cache
def _pattern(name: str) -> list[str]:
    args = [_SLUG, int(_TOPIC), int(_NUMBER)][: 2 if name == "discuss:topic" else 3]
    return re.split(f"({_SLUG}|{_TOPIC}|{_NUMBER})", reverse(name, args=args))
