"""The posts of a topic in short lines, from which somebody chooses some: a page of them at a time."""

from collections import defaultdict
from dataclasses import dataclass

from django.http import QueryDict

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.steering.chosen import Chosen
from space.kit import clock
from space.kit.fields import whole_number
from space.kit.paging import Page
from space.languages import mark
from space.web.times import day, iso

ON_A_PAGE = 50
_WORDS = 160


@dataclass(frozen=True)
class Row:
    number: int
    author: str
    words: str
    lang: str
    dir: str
    day: str
    iso: str
    url: str
    chosen: bool


def rows_on(topic: Topic, page: Page, chosen: Chosen, reader: Reader) -> list[Row]:
    """By number, so that a page in the middle of ten thousand costs what the first one does."""
    posts = Post.objects.visible_to(reader).filter(topic=topic, number__range=(page.first, page.last))
    now = clock.now()
    return [
        Row(
            number=post.number,
            author=post.author.name,
            words=post.brief(_WORDS),
            **mark(post.brief_language)._asdict(),
            day=day(post.created_at, now),
            iso=iso(post.created_at),
            url=f"{topic.get_absolute_url()}{post.number}",
            chosen=post.number in chosen,
        )
        for post in posts.in_order().select_related("author")
    ]


def chosen_in(asked: QueryDict, topic: Topic, reader: Reader) -> Chosen:
    """What the page's form says: the text and, if it stayed as it was, the boxes of the page that was shown.

    Raises a ValidationError where the text cannot be read.
    """
    text, was = asked.get("posts", ""), asked.get("was")
    chosen = Chosen.of(text)
    ticked = [number for value in asked.getlist("post") if (number := whole_number(value))]
    if was is not None and text == was:
        chosen = chosen.without(filter(None, map(whole_number, asked.getlist("shown"))))
    chosen = chosen.with_these(ticked)
    if number := whole_number(asked.get("from")):
        chosen = chosen.and_from(number)
    if number := whole_number(asked.get("answers")):
        chosen = chosen.with_these(with_answers(topic, number, reader))
    return chosen


def with_answers(topic: Topic, number: int, reader: Reader) -> list[int]:
    """The numbers of a post, of those that answer it, and of those that answer these."""
    posts = Post.objects.visible_to(reader).filter(topic=topic)
    answers: dict[int, list[int]] = defaultdict(list)
    for answered, own in posts.filter(reply_to__topic=topic).values_list("reply_to__number", "number"):
        answers[answered].append(own)
    found, left = {number}, [number]
    while left:
        more = [own for own in answers[left.pop()] if own not in found]
        found.update(more)
        left += more
    return sorted(found)
