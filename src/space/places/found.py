"""A place that was found, with what lets people tell it from others of its name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import npgettext, pgettext

from space.languages import region_name
from space.places.models import Place
from space.places.typed import region_called
from space.places.words import words


@dataclass(frozen=True)
class Found:
    place: Place
    # As it was typed, where it is not called so first: Москва, Moskau.
    written: str
    # The name of the country in the language of the page.
    country: str
    # The state, or the town by whose name people know where this one lies, if there are several of its name.
    region: str

    @property
    def label(self) -> str:
        """How the place is called on a page, or in a form that is sent without choosing: `find` finds it by that."""
        state = region_called(self.place.country, self.place.region)
        return ", ".join(part for part in (self.place.name, state or self.country) if part)

    @property
    def note(self) -> str:
        return " · ".join(part for part in (self.written, self.region, self.country, self.size) if part)

    @property
    def size(self) -> str:
        people = self.place.population
        if not people:
            return ""
        text = npgettext("place", "%(n)s inhabitant", "%(n)s inhabitants", people)
        return text % {"n": number_format(people, force_grouping=True)}


def shown(places: Sequence[Place], typed: str) -> list[Found]:
    alike = Counter((place.name, place.country) for place in places)
    return [
        Found(
            place,
            _written(place, typed),
            region_name(place.country),
            _region(place, is_one_of_several=alike[place.name, place.country] > 1),
        )
        for place in places
    ]


def _written(place: Place, typed: str) -> str:
    """The name by which the place was found; of several, the one that is nearest to what was typed."""
    if words(place.name).startswith(typed):
        return ""
    fitting = [name for name in place.names if words(name).startswith(typed)]
    return min(fitting, key=len, default="")


def _region(place: Place, *, is_one_of_several: bool) -> str:
    if state := region_called(place.country, place.region):
        return state
    around: str = getattr(place, "around", None) or ""
    if not is_one_of_several or place.largest_near == place.pk or not around:
        return ""
    return pgettext("place", "region of %(town)s") % {"town": around}
