"""What somebody asks, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q


@dataclass(frozen=True)
class Question:
    """All of it holds at once. Of the values of one filter any will do, but of tags all."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    # Words or phrases that must not be there.
    without: tuple[str, ...] = ()
    title_only: bool = False
    species: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    authors: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    topic: int = 0
    # Written from then on; and before that.
    since: datetime | None = None
    until: datetime | None = None
    # Topics alone, by their titles and first posts.
    first_only: bool = False
    # What else must hold of an entry.
    within: Q = field(default_factory=Q)
    # By time, not by how well it fits.
    newest: bool = False
    page: int = 1
    size: int = 20
    # So many of each kind, for a box that answers while one types.
    per_kind: int = 0

    @property
    def text(self) -> str:
        return " ".join((*self.words, *self.phrases))


class Hit(NamedTuple):
    kind: str
    pk: int
    topic: int
    # How many others were found in the same topic.
    more: int = 0


# What was found by each value of a filter, the most frequent first.
Facets = Mapping[str, list[tuple[str | int, int]]]


@dataclass(frozen=True)
class Answer:
    hits: tuple[Hit, ...] = ()
    # How many things there are, as far as anybody counted.
    about: int = 0
    # Time was up: these are the most recent matches only.
    partial: bool = False
    # By "species", "language", "place", "tag", "author" and "year". Of what was looked at, which need not be all.
    facets: Facets = field(default_factory=dict)
    has_next: bool = False
