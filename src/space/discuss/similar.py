"""Topics whose titles are like one that somebody is typing, in whatever language it is."""

import re
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Greatest

from space.accounts import statements
from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.kit.fields import one_line, perceived_length
from space.kit.folding import Letters, letters
from space.languages import mark

MOST = 5
# With fewer letters, everything is alike.
_LEAST = 3
# Long words say more than short ones: so many of the longest count by themselves, each with this weight.
_WORDS, _LONG, _WEIGHT = 5, 5, 0.15
# Where nothing stands between words, each two signs that follow one another may be one.
_RUN = re.compile(r"[\u3400-\u9fff]+")
_HAN = re.compile(r"(?=([\u3400-\u9fff]{2}))")
# Of more topics than these, the newest are looked through.
_LOOKED_THROUGH = 300


def similar_topics(reader: Reader, title: str) -> list[dict[str, Any]]:
    """The most alike first: address, title, language, and how many replies there are."""
    title = one_line(title)[:255]
    if perceived_length(title) < _LEAST:
        return []
    words = _long_words(title)

    def compose(reader: Reader, title: str, *words: str) -> QuerySet[Topic, Any]:
        typed: Any = Letters(Value(title))
        told = [Q(letters__contains=Value(word)) for word in words]
        alike = Q(letters__trigram_similar=typed) | Q(letters__trigram_word_similar=typed)
        for one in told:
            alike |= one
        topics = Topic.objects.visible_to(reader).in_lists().alias(letters=Letters("title"))
        newest = topics.filter(alike).order_by("-pk").values("pk")[:_LOOKED_THROUGH]
        how: Any = Greatest(TrigramSimilarity("letters", typed), TrigramWordSimilarity(typed, "letters"))
        for one in told:
            how += Case(When(one, then=Value(_WEIGHT)), default=Value(0.0))
        found = Topic.objects.visible_to(reader).filter(pk__in=newest).alias(letters=Letters("title"))
        return found.order_by(how.desc(), "-pk").values_list(
            "pk", "slug", "title", "language", "posts_count"
        )[:MOST]

    found = statements.rows(("similar topics", len(words)), reader, [title, *words], compose)
    return [_shown(*row) for row in found]


def _long_words(title: str) -> list[str]:
    """As they stand in the letters of a title."""
    words = (word for word in re.findall(r"[a-z0-9]+", letters(_RUN.sub(" ", title))) if len(word) >= _LONG)
    pairs = (letters(pair) for pair in _HAN.findall(title))
    return list(dict.fromkeys([*pairs, *sorted(words, key=len, reverse=True)]))[:_WORDS]


def _shown(pk: int, slug: str, title: str, language: str, posts: int) -> dict[str, Any]:
    return {
        "url": Topic(pk=pk, slug=slug).get_absolute_url(),
        "title": title,
        **mark(language)._asdict(),
        "replies": max(posts - 1, 0),
    }
