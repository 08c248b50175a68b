"""Which cases a moderator wants to see, as the address says it."""

from dataclasses import dataclass, replace
from datetime import timedelta
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

    def cases(self, reader: Reader) -> CaseQuerySet:
        """In their order, from the place on where the page before ended."""
        found = self._narrowed(Case.objects.visible_to(reader), reader)
        if self.tab == DONE:
            place = moment_and_id(self.after)
            return found.decided().decided_before(*place) if place else found.decided()
        found = found.waiting().filter(is_held=self.tab == HELD).in_order()
        heavy, _, rest = self.after.partition("_")
        place, weight = moment_and_id(rest), _number(heavy)
        return found.behind(weight, *place) if place and weight is not None else found

    def after_case(self, last: Case) -> str:
        """The address of what comes after this one."""
        if last.decided_at:
            return self.but(after=moment_in_address(last.decided_at, last.pk)).url
        return self.but(after=f"{last.weight!r}_{moment_in_address(last.opened_at, last.pk)}").url

    def _narrowed(self, found: CaseQuerySet, reader: Reader) -> CaseQuerySet:
        if shown := languages.choice(self.language, reader.languages).shown:
            found = found.filter(language__in=shown)
        if self.category:
            found = found.filter(category__slug=self.category)
        if self.age:
            found = found.filter(**self._since())
        if self.by:
            reporter = User.objects.filter(called(names.from_address(self.by)))
            theirs = Flag.objects.filter(by__in=reporter, withdrawn_at=None)
            found = found.filter(pk__in=theirs.values("case"))
        if self.why:
            kind = Flag.objects.filter(case=OuterRef("pk"), why=self.why, withdrawn_at=None)
            found = found.filter(Exists(kind))
        return found

    def _since(self) -> dict[str, Any]:
        if self.age == NEW:
            return {"opened_at__gte": clock.now() - _DAY}
        return {"opened_at__lt": clock.now() - 2 * _DAY}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
