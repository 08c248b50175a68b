"""What will happen when posts go to another topic, told before they do."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from space.accounts.readers import Reader
from space.discuss.models import Audience, Category, Post, Topic
from space.discuss.steering.chosen import Chosen
from space.discuss.topic_page import who_reads
from space.discuss.topic_rules import opens_wider
from space.languages import mark

# So many take a few seconds, in which nobody else writes in either topic.
_MANY = 2_000
# So many of the posts are shown, the first of them.
_SHOWN = 3
_WORDS = 160


@dataclass(frozen=True)
class Plan:
    """`into` is a topic that is there, or a new one of this category."""

    posts: int
    people: int
    shown: list[dict[str, Any]]
    # Nothing is left of the topic; or its first post goes, and the next one opens it.
    whole: bool
    first_goes: bool
    there: int
    wider: bool
    who_reads: str
    # Of what the form said when this was told: it is done only if it says the same.
    name: str

    @property
    def are_many(self) -> bool:
        return self.posts >= _MANY

    @property
    def more(self) -> int:
        return self.posts - len(self.shown)


def plan_of(source: Topic, chosen: Chosen, into: Topic | Category | None, reader: Reader) -> Plan:
    """As far as this reader sees the posts: what is out of sight comes along."""
    seen = Post.objects.visible_to(reader).filter(topic=source)
    going = seen.filter(chosen.posts)
    counted = going.aggregate(posts=Count("pk"), people=Count("author", distinct=True))
    first = going.in_order().select_related("author")[:_SHOWN]
    return Plan(
        **counted,
        shown=[_shown(post) for post in first],
        whole=not seen.exclude(chosen.posts).exists(),
        first_goes=1 in chosen,
        there=into.posts_count if isinstance(into, Topic) else 0,
        wider=into is not None and opens_wider(source, into),
        who_reads=who_reads(_topic(into)) if into else "",
        name=f"{chosen}:{counted['posts']}:{_named(into)}",
    )


def _shown(post: Post) -> dict[str, Any]:
    words = post.brief(_WORDS)
    return {
        "number": post.number,
        "author": post.author.name,
        "words": words,
        **mark(post.brief_language)._asdict(),
    }


def _topic(into: Topic | Category) -> Topic:
    if isinstance(into, Topic):
        return into
    return Topic(category=into, audience=Audience(into.audience), group=into.group)


def _named(into: Topic | Category | None) -> str:
    return f"{type(into).__name__} {into.pk}" if into else ""
