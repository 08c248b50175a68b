"""Which cases a moderator wants to see, as the address says it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse

from space import languages
from space.accounts import names
from space.accounts.former import called
from space.accounts.models import User
from space.accounts.readers import Reader
from space.kit import clock
from space.kit.paging import moment_and_id, moment_in_address
from space.review.models import Case, Flag, Why
from space.review.models.cases import CaseQuerySet

FLAGS, HELD, APPEALS, DONE = TABS = ("flags", "held", "appeals", "done")
OLD, NEW = "old", "new"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """Everything that an address of the queue can say. `after` is where the page before ended."""

    tab: str = FLAGS
    language: str = ""
    category: str = ""
    why: str = ""
    age: str = ""
    by: str = ""
    after: str = ""

    @classmethod
    def of(cls, said: QueryDict) -> Self:
        """What means nothing is as if it were not said."""
        tab, why, age = said.get("tab", ""), said.get("why", ""), said.get("age", "")
        return cls(
            tab=tab if tab in TABS else FLAGS,
            language=languages.spelled(said.get("language", "")),
            category=said.get("category", "")[:80],
            why=why if why in Why.values else "",
            age=age if age in (OLD, NEW) else "",
            by=said.get("by", "")[:90],
            after=said.get("after", "")[:90],
        )

    def but(self, **changed: str) -> Self:
        """Another list begins at its beginning."""
        return replace(self, **{"after": "", **changed})

    @property
    def url(self) -> str:
        said = {
            name: value for name, value in vars(self).items() if value and (name, value) != ("tab", FLAGS)
        }
        return f"{reverse('review:queue')}{'?' if said else ''}{urlencode(said)}"

    @property
    def narrows(self) -> bool:
        return any((self.language, self.category, self.why, self.age, self.by))

    def meant(self, reader: Reader) -> "Meant":
        """What it comes to for this reader and now."""
        return Meant(
            tab=self.tab,
            languages=tuple(sorted(languages.choice(self.language, reader.languages).shown)),
            category=self.category,
            why=self.why,
            age=self.age,
            since=_since(self.age),
            by=self.by,
            after=self._place(),
        )

    def _place(self) -> tuple[Any, ...]:
        if self.tab == DONE:
            return moment_and_id(self.after) or ()
        heavy, _, rest = self.after.partition("_")
        place, weight = moment_and_id(rest), _number(heavy)
        return (weight, *place) if place and weight is not None else ()

    def after_case(self, last: Any) -> str:
        """The address of what comes after this one."""
        if last.decided_at:
            return self.but(after=moment_in_address(last.decided_at, last.pk)).url
        return self.but(after=f"{last.weight!r}_{moment_in_address(last.opened_at, last.pk)}").url


@dataclass(frozen=True)
class Meant:
    """A list of cases taken apart into its shape and its values: those of one shape are one query."""

    tab: str
    languages: tuple[str, ...]
    category: str
    why: str
    age: str
    since: datetime | None
    by: str
    after: tuple[Any, ...]

    @property
    def shape(self) -> tuple[Any, ...]:
        """All that makes it another query, but for the values."""
        narrows = bool(self.category), bool(self.why), bool(self.by)
        return self.tab, self.age, len(self.languages), *narrows, bool(self.after)

    @property
    def values(self) -> list[Any]:
        """In the order in which `like` takes them again."""
        some = (self.category, self.why, self.since)
        return [*self.languages, *filter(None, some), *self.after]

    def like(self, values: Iterable[Any]) -> Self:
        """The same list with other values in the same places."""
        left = iter(values)
        return replace(
            self,
            languages=tuple(islice(left, len(self.languages))),
            category=next(left) if self.category else "",
            why=next(left) if self.why else "",
            since=next(left) if self.since else None,
            after=tuple(left),
        )

    def cases(self, reader: Reader) -> CaseQuerySet:
        """In their order, from the place on where the page before ended."""
        found = self._narrowed(Case.objects.visible_to(reader))
        if self.tab == DONE:
            return found.decided().decided_before(*self.after) if self.after else found.decided()
        found = found.waiting().filter(is_held=self.tab == HELD).in_order()
        return found.behind(*self.after) if self.after else found

    def _narrowed(self, found: CaseQuerySet) -> CaseQuerySet:
        if self.languages:
            found = found.filter(language__in=self.languages)
        if self.category:
            found = found.filter(category__slug=self.category)
        if self.since:
            found = found.filter(**{"opened_at__gte" if self.age == NEW else "opened_at__lt": self.since})
        if self.by:
            reporter = User.objects.filter(called(names.from_address(self.by)))
            theirs = Flag.objects.filter(by__in=reporter, withdrawn_at=None)
            found = found.filter(pk__in=theirs.values("case"))
        if self.why:
            kind = Flag.objects.filter(case=OuterRef("pk"), why=self.why, withdrawn_at=None)
            found = found.filter(Exists(kind))
        return found


def _since(age: str) -> datetime | None:
    if not age:
        return None
    return clock.now() - (_DAY if age == NEW else 2 * _DAY)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
