"""What a page of the calendar is asked for: a view, a day, filters. All of it stands in its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from django.db.models import TextChoices
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.events.lists.wanted import PARAMETERS, Wanted
from space.kit import clock
from space.kit.fields import whole_number
from space.languages import Choice, choice
from space.languages.choosing import AT_MOST
from space.web.weeks import first_of_week

# Under which it is remembered that somebody sees their own languages alone.
SWITCH = "calendar"
CALENDAR = (*PARAMETERS, "view", "day", "after", "before")
YEARS = range(1900, 2201)
# Robots are led no further than this to both sides: months go on for ever.
_NEAR = timedelta(days=400)


class View(TextChoices):
    MONTH = "month", pgettext_lazy("calendar", "Month")
    WEEK = "week", pgettext_lazy("calendar", "Week")
    LIST = "list", pgettext_lazy("calendar", "List")
    YEAR = "year", pgettext_lazy("calendar", "Year")


def today() -> date:
    """Of the reader; of who has told no time zone it is that of universal time."""
    return localtime(clock.now()).date()


@dataclass(frozen=True)
class Asked:
    day: date
    view: str = View.MONTH
    wanted: Wanted = field(default_factory=Wanted)
    # Of a list: the occurrence after which, or before which, it goes on.
    after: int = 0
    before: int = 0

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """Days far away have no page; what is no day is today, and what is no view is the month."""
        view = query.get("view", "")
        return cls(
            day=_day(query.get("day", "")),
            view=view if view in View.values else View.MONTH,
            wanted=Wanted.of(query),
            after=whole_number(query.get("after"), digits=18) or 0,
            before=whole_number(query.get("before"), digits=18) or 0,
        )

    def url(
        self, *, view: str = "", day: date | None = None, wanted: Wanted | None = None, **more: int
    ) -> str:
        """The same page with another view, day or filters. A day of the time that is now is left out."""
        view, day = view or self.view, day or self.day
        wanted = self.wanted if wanted is None else wanted
        said = {
            "view": "" if view == View.MONTH else view,
            "day": "" if is_now(view, day) else day.isoformat(),
            **{name: str(value) for name, value in more.items()},
        }
        return wanted.at(reverse("events:calendar"), **said)

    def spoken(self, reader: Reader) -> Choice:
        return choice(self.wanted.speaks, reader.languages, remembered=SWITCH in reader.narrowed)

    def elsewhere(self, reader: Reader) -> Wanted:
        """The same for who is nobody in particular, as in a feed: one's own languages and clock go by their names."""
        wanted = self.wanted.but(mine=False).on_the_clock_of(reader)
        return wanted.speaking(",".join(self.spoken(reader).codes[:AT_MOST]))

    @property
    def is_for_robots(self) -> bool:
        """A list or a month of now, without filters: what is found behind others is the same."""
        now = clock.now().date()
        far = abs(self.day - now) > _NEAR
        return not (far or self.wanted or self.after or self.before or self.view == View.WEEK)


def is_now(view: str, day: date) -> bool:
    """Whether this day lies in the month, week or year of today, or is today."""
    now = today()
    if view == View.MONTH:
        return (day.year, day.month) == (now.year, now.month)
    if view == View.WEEK:
        return first_of_week(day) == first_of_week(now)
    return day.year == now.year if view == View.YEAR else day == now


def _day(typed: str) -> date:
    try:
        named = date.fromisoformat(typed)
    except ValueError:
        named = today()
    if named.year not in YEARS:
        raise Http404
    return named
