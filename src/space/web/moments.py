"""A minute that somebody names by day, time and zone, and how it is said again."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language_bidi, pgettext, pgettext_lazy


@dataclass(frozen=True)
class Moment:
    """When a story is to appear, in the zone of who said so."""

    at: datetime
    zone: str

    @property
    def here(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone or "UTC"))

    @property
    def comes_twice(self) -> bool:
        """In the night in which clocks are put back. The first one is meant, unless it was the second that was kept."""
        return self.here.replace(fold=0).utcoffset() != self.here.replace(fold=1).utcoffset()


def moment_of(day: date, at: time, zone: str) -> Moment:
    """What a clock on the wall there shows. Raises a ValidationError where clocks jump over it; of two, the first."""
    place = ZoneInfo(zone or "UTC")
    meant = datetime.combine(day, at.replace(second=0, microsecond=0), tzinfo=place)
    moment = Moment(meant.astimezone(UTC), zone or "UTC")
    if moment.here.replace(tzinfo=None) == meant.replace(tzinfo=None):
        return moment
    earlier = meant.replace(fold=1).astimezone(UTC).astimezone(place)
    text = pgettext_lazy(
        "refusal",
        "Clocks in %(zone)s are put forward that day, and jump over this time. Choose %(before)s or %(after)s.",
    )
    params = {"zone": moment.zone, "before": f"{earlier:%H:%M}", "after": f"{moment.here:%H:%M}"}
    raise ValidationError(text, code="jumped", params=params)


def said(moment: Moment) -> str:
    """With its zone, and how far that is from universal time on that day."""
    told = pgettext("moment", "%(when)s (%(zone)s, %(offset)s)")
    zone, offset = _left_to_right(moment.zone), _left_to_right(offset_of(moment.here))
    return told % {"when": _day_and_time(moment.here), "zone": zone, "offset": offset}


def said_here(moment: Moment) -> str:
    """The same on the clock of the reader; nothing where that shows the same."""
    own = get_current_timezone_name()
    here = Moment(moment.at, own)
    if here.here.utcoffset() == moment.here.utcoffset():
        return ""
    return pgettext("moment", "%(when)s in your time zone") % {"when": _day_and_time(here.here)}


def warned(moment: Moment) -> str:
    """What one has to know of a time that comes twice."""
    if not moment.comes_twice:
        return ""
    if moment.here.fold:
        return pgettext(
            "moment", "Clocks are put back that night, so this time comes twice. The second one is meant."
        )
    return pgettext(
        "moment", "Clocks are put back that night, so this time comes twice. The first one is meant."
    )


def _day_and_time(local: datetime) -> str:
    # Translators: a day with its time in Django's letters for dates; in English it gives 5 November 2026, 09:30.
    return formats.date_format(local.replace(tzinfo=None), pgettext("date format", "j F Y, H:i"))


def _left_to_right(text: str) -> str:
    """Names of zones keep their direction, and the brackets around them their sides."""
    return f"\u2066{text}\u2069" if get_language_bidi() else text


def offset_of(local: datetime) -> str:
    """How far its clock is from universal time: UTC, UTC+2, UTC+5:45."""
    text = local.strftime("%z")
    hours, minutes = int(text[1:3]), int(text[3:5])
    if not hours and not minutes:
        return "UTC"
    return f"UTC{'+' if text[0] == '+' else '−'}{hours}" + (f":{minutes:02}" if minutes else "")
