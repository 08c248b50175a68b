"""What a list is asked for: an order, and filters that combine."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from space import languages
from space.discuss.models import Kind, Period
from space.kit.fields import one_line
from space.kit.paging import moment_and_id, moment_in_address, place_and_id
from space.search.grammar.scanning import LONGEST

Position = tuple[datetime | float, int]
# More than anybody combines; what comes after is left out.
_AT_MOST = 8


class Order(TextChoices):
    """The lists there are."""

    LATEST = "latest", pgettext_lazy("topic list", "Latest")
    NEW = "new", pgettext_lazy("topic list", "New")
    UNREAD = "unread", pgettext_lazy("topic list", "Unread")
    TOP = "top", pgettext_lazy("topic list", "Top")
    HOT = "hot", pgettext_lazy("topic list", "Hot")
    UNANSWERED = "unanswered", pgettext_lazy("topic list", "Unanswered")
    FOLLOWING = "following", pgettext_lazy("topic list", "Following")


# Lists of somebody: who has not signed in has none.
PERSONAL = frozenset({Order.NEW, Order.UNREAD, Order.FOLLOWING})
# Lists of what one has chosen oneself, where the switch *my languages* hides nothing.
CHOSEN_ONESELF = frozenset({Order.UNREAD, Order.FOLLOWING})
SCORED = frozenset({Order.TOP, Order.HOT})


class Status(TextChoices):
    OPEN = "open", pgettext_lazy("topic list", "Open")
    CLOSED = "closed", pgettext_lazy("topic list", "Closed")
    SOLVED = "solved", pgettext_lazy("topic list", "Solved")
    UNSOLVED = "unsolved", pgettext_lazy("topic list", "Not solved yet")
    UNANSWERED = "unanswered", pgettext_lazy("topic list", "Without a reply")


# Kinds that a list can be narrowed to; apps above add theirs.
KINDS: dict[str, Any] = {
    Kind.CONVERSATION: pgettext_lazy("topic kinds", "Conversations"),
    Kind.QUESTION: pgettext_lazy("topic kinds", "Questions"),
}


@dataclass(frozen=True)
class Filters:
    """What a reader narrows a list to. All of them hold at once."""

    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    # Or `mine`, or `all` where this list shows one's own otherwise.
    switched: str = ""
    status: str = ""
    category: str = ""
    # Also what stands in the categories below.
    below: bool = True
    # What these cannot say, in the filter language (lists/written.py).
    text: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Filters":
        """From an address. What means nothing is left out, so that every address gives a list."""
        status = query.get("status", "")
        return cls(
            tags=_words(query.get("tag", "").lower()),
            kinds=tuple(kind for kind in _words(query.get("kind", "")) if kind in KINDS),
            status=status if status in Status.values else "",
            category=query.get("category", ""),
            below=query.get("below", "") != "no",
            text=one_line(query.get("q", "")[:LONGEST]),
        ).speaking(query.get("languages", ""))

    def speaking(self, asked: str) -> "Filters":
        """With the languages that an address asks for instead of these."""
        asked = languages.spelled(asked)
        if asked in {languages.MINE, languages.ALL}:
            return replace(self, languages=(), switched=asked)
        return replace(self, languages=tuple(asked.split(",")) if asked else (), switched="")

    @property
    def speaks(self) -> str:
        """Their languages as an address has them."""
        return self.switched or ",".join(self.languages)

    def __bool__(self) -> bool:
        return self != Filters()

    @property
    def query(self) -> str:
        """As it stands in an address: nothing, or `?…` with the same order always."""
        said = {
            "category": self.category,
            "tag": ",".join(self.tags),
            "kind": ",".join(self.kinds),
            "languages": self.speaks,
            "status": self.status,
            "below": "" if self.below else "no",
            "q": self.text,
        }
        said = {name: value for name, value in said.items() if value}
        return f"?{urlencode(said)}" if said else ""

    def but(self, **changes: Any) -> "Filters":
        return replace(self, **changes)


# Names that filters have in addresses; a page for everybody is kept with these.
PARAMETERS = ("category", "tag", "kind", "languages", "status", "below", "q", "period", "before")


@dataclass(frozen=True)
class Wanted:
    """All that makes one page of one list, but for who reads it."""

    order: str = Order.LATEST
    filters: Filters = field(default_factory=Filters)
    # Ids: of the category and those below it, of a person whose topics they are, of topics to leave out.
    categories: tuple[int, ...] = ()
    author: int = 0
    # The languages of who has switched this list to their own.
    reads: tuple[str, ...] = ()
    period: str = Period.WEEK
    after: Position | None = None
    without: tuple[int, ...] = ()
    # What the text of the filters asks besides. Such a list is composed for itself.
    condition: Q | None = None
    # That text names places, people or archives, which are found wherever they are.
    names_places: bool = False

    @property
    def is_everything(self) -> bool:
        """Not narrowed to anything, so that what keeps out of the common list keeps out."""
        return not (self.categories or self.author or self.filters.tags or self.names_places)


def reads_only(wanted: Wanted) -> tuple[str, ...]:
    """To which languages the switch narrows it."""
    return () if wanted.order in CHOSEN_ONESELF else wanted.reads


def hides_kinds(wanted: Wanted) -> bool:
    """Whether it is one of the lists from which a reader can keep kinds out."""
    return wanted.order in {Order.LATEST, Order.NEW} and not wanted.filters.kinds


def position(text: str, order: str) -> Position | None:
    """Where a page of a list goes on: a time or a score, and an id. None for anything else."""
    if order not in SCORED:
        return moment_and_id(text)
    found = place_and_id(text)
    score = _score(found[0]) if found else None
    return (score, found[1]) if found and score is not None else None


def place_of(moment: datetime | float, pk: int) -> str:
    """The same, as it stands in an address."""
    if isinstance(moment, datetime):
        return moment_in_address(moment, pk)
    return f"{moment!r}_{pk}"


def _score(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 <= found < 1e9 else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))[:_AT_MOST]
