from collections.abc import Iterator

from django.utils.translation import pgettext

from space.events.lists.hours import Hours
from space.events.lists.wanted import ON_SITE, ONLINE, Wanted
from space.events.models import Type
from space.languages import autonym, region_name
from space.mediawiki.projects import project_name
from space.places.countries import PARTS
from space.web.look import look


def title_of(wanted: Wanted, *, with_site: bool = True) -> str:
    """What a program calls the calendar that it was given: the place, and what the filter leaves of it."""
    site = [look().name] if with_site else []
    return " · ".join([*site, pgettext("feed", "Events"), *_narrowed(wanted)])


def _narrowed(wanted: Wanted) -> Iterator[str]:
    yield from map(autonym, wanted.languages)
    yield from map(region_name, wanted.countries)
    yield from (str(PARTS[one]) for one in wanted.parts)
    yield from (str(Type(one).label) for one in wanted.types)
    yield from map(project_name, wanted.projects)
    if wanted.online == ONLINE:
        yield pgettext("feed", "online")
    if wanted.online == ON_SITE:
        yield pgettext("feed", "on site")
    if hours := Hours.of(wanted.hours):
        yield pgettext("feed", "online, from {first} to {last} h").format(**vars(hours))
    if wanted.tag:
        yield f"#{wanted.tag}"
    yield from filter(None, (wanted.category, wanted.group))
    if wanted.mine:
        yield pgettext("feed", "mine")
