"""Where an event takes place, as far as its reader may know. Pages, feeds, maps and search ask here only."""

from dataclasses import dataclass

from space.accounts.readers import Reader
from space.events.models import Attendance, Event, Occurrence
from space.events.numbers import PROTECTED_COUNTRIES
from space.events.permissions import organises
from space.languages import listed, region_name


@dataclass(frozen=True)
class Where:
    """All that may be told. In a protected country that is the country alone, for everybody."""

    is_on_site: bool = False
    is_online: bool = False
    # On site, and nobody knows yet where.
    place_follows: bool = False
    is_protected: bool = False
    place: str = ""
    address: str = ""
    region: str = ""
    # ISO 3166-1; `country_name` is in the language of the page.
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    online_url: str = ""
    # There is a link, and it is shown to who is going.
    online_for_going: bool = False

    @property
    def country_name(self) -> str:
        return region_name(self.country) if self.country else ""

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def line(self) -> str:
        """Place and country in one line; empty where there is neither."""
        return listed(filter(None, (self.place, self.country_name)))

    @property
    def location(self) -> str:
        """What other calendars take for the place: with its address; of what is only online the link."""
        return ", ".join(filter(None, (self.place, self.address, self.country_name))) or self.online_url


def is_protected(country: str) -> bool:
    return bool(country) and country in PROTECTED_COUNTRIES()


def where_of(event: Event, reader: Reader, occurrence: Occurrence | None = None) -> Where:
    """`occurrence` is the one of its dates that is meant: it can be at another place than the others.

    Asks the database only for an event whose link is for who is going, and only about who has signed in.
    """
    hidden = is_protected(event.country)
    elsewhere = occurrence.place if occurrence else ""
    told = Where(
        is_on_site=event.is_on_site,
        is_online=event.is_online,
        place_follows=event.place_follows and not elsewhere and not hidden,
        is_protected=hidden,
        country=event.country,
        online_url=event.online_url if _sees_link(event, reader) else "",
        online_for_going=bool(event.online_url) and event.online_for_going,
    )
    if hidden:
        return told
    if elsewhere:
        return Where(**{**vars(told), "place": elsewhere})
    names = ("place", "address", "region", "latitude", "longitude")
    return Where(**{**vars(told), **{name: getattr(event, name) for name in names}})


def _sees_link(event: Event, reader: Reader) -> bool:
    if not event.online_url or not event.online_for_going:
        return bool(event.online_url)
    return organises(reader, event) or (reader.is_member and _goes(event, reader))


def _goes(event: Event, reader: Reader) -> bool:
    return Attendance.objects.with_place().filter(event=event, person=reader.pk).exists()
