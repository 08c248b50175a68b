"""Events as search knows them: the first post of their topic, which leads to their page, found also by its place."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import override, pgettext_lazy

from space.accounts.readers import NOBODY
from space.discuss.models import Kind, Topic
from space.events.models import Event
from space.events.shown.where import where_of
from space.places.models import Place
from space.search import naming
from space.search.grammar.choices import Choice
from space.search.grammar.generic import KINDS

# A capital has a hundred names.
_NAMES = 120
_WORDS = ("is_on_site", "place", "region", "country", "geoname")


def be_found() -> None:
    """Called once, from `ready()`."""
    naming.species("event", pgettext_lazy("species", "Events"), "calendar", order=6)
    KINDS.register(
        Choice(
            "event",
            pgettext_lazy("filter value", "event"),
            pgettext_lazy("filter", "with time and place, in the Calendar"),
            topics=lambda _: Q(kind=Kind.EVENT),
            order=10,
        )
    )


def words_of_place(topic: Topic) -> list[str]:
    """Where it is, as far as everybody may know: the place by its names in all scripts, the country in our languages.

    Never the address; of a protected country nothing but its name.
    """
    event: Event | None = getattr(topic, "event", None)
    if event is None or not event.is_on_site:
        return []
    where = where_of(event, NOBODY)
    names = [where.place, where.region]
    if event.geoname and not where.is_protected:
        names += Place.objects.filter(pk=event.geoname).values_list("names", flat=True).first() or ()
    for code, _ in settings.LANGUAGES:
        with override(code):
            names.append(where.country_name)
    return list(dict.fromkeys(filter(None, names)))[:_NAMES]


def is_found_elsewhere(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a new version of an event is found by other words of place than the one before, or than none."""
    return any((before.get(name) or "") != (now[name] or "") for name in _WORDS)
