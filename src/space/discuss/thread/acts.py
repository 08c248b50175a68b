"""What one may do with a post. A feature adds its own with one line in `ready()`: `acts.register(Act(…))`."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.kit.rules import Verdict

May = Callable[[Reader, Post, Topic], Verdict | bool]


class Does(Enum):
    """What pressing it does."""

    LEADS = "leads to a page"
    SENDS = "sends the page's form there, and changes something"
    COPIES = "copies the address"
    SHARES = "hands the address to another program"
    OPENS = "leads to a page that can stand in the menu"


def anybody(reader: Reader, post: Post, topic: Topic) -> bool:
    return True


@dataclass(frozen=True)
class Act:
    """One thing to do with a post. `url` makes the address, or names one that takes the slug, the topic and the number.

    `may` is a rule, so it asks the database nothing. What stands `beside` the post anyway is left out of its menu,
    and shown on the page that lists everything.
    """

    name: str
    label: str | Promise
    icon: str
    url: str | Callable[[Post, Topic], str]
    may: May = anybody
    does: Does = Does.LEADS
    order: int = 50
    beside: bool = False
    destructive: bool = False

    def address(self, post: Post, topic: Topic) -> str:
        if isinstance(self.url, str):
            return reverse(self.url, args=[topic.slug, topic.pk, post.number])
        return self.url(post, topic)


_acts: dict[str, Act] = {}


def register(*acts: Act) -> None:
    _acts.update({act.name: act for act in acts})


def acts_for(reader: Reader, post: Post, topic: Topic) -> list[dict[str, Any]]:
    """All that this reader may do with this post, in order, ready-made for templates. Expects a post of `find_post`."""
    return [
        {
            "name": act.name,
            "label": act.label,
            "icon": act.icon,
            "url": act.address(post, topic),
            # What a program is handed that shares it.
            "hands": post.get_absolute_url(),
            "does": act.does.name.lower(),
            "beside": act.beside,
            "destructive": act.destructive,
        }
        for act in sorted(_acts.values(), key=lambda act: act.order)
        if act.may(reader, post, topic)
    ]
