"""What was said of time and place, by whom, when, and why: what one version says that the one before it did not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from space.events.models import Event, EventVersion, Status, Type
from space.events.shown.saying import place_of, said, said_day, said_places, said_rule
from space.events.shown.where import is_protected
from space.events.when import Span
from space.kit import clock
from space.languages import autonym, listed, region_name
from space.mediawiki.projects import project_name

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Difference:
    """One thing that is another now. `before` or `after` is empty where there was or is none."""

    name: str
    label: str
    before: str
    after: str


def span_in(told: Said) -> Span:
    days = (date.fromisoformat(told["first_day"]), date.fromisoformat(told["last_day"]))
    if not told.get("first_time") or not told.get("last_time"):
        return Span(*days)
    return Span(*days, time.fromisoformat(told["first_time"]), time.fromisoformat(told["last_time"]))


def _when(told: Said) -> str:
    zone = "" if not told.get("first_time") else f" ({place_of(told['zone'])})"
    return f"{said(span_in(told))}{zone}"


def _rule(told: Said) -> str:
    begins = date.fromisoformat(told["first_day"])
    return said_rule(Event(rule=told["rule"], first_day=begins)) if told["rule"] else ""


def _more_days(told: Said) -> str:
    return listed(said_day(date.fromisoformat(day)) for day in told["more_days"])


def _where(told: Said) -> str:
    """In a protected country nothing but the country, whenever it was written."""
    if not told["is_on_site"]:
        return ""
    country = region_name(told["country"]) if told["country"] else ""
    if is_protected(told["country"]):
        return country
    if told["place_follows"]:
        return listed(filter(None, (pgettext("event", "Place to be told"), country)))
    return listed(filter(None, (told["place"], told["address"], told["region"], country)))


def _point(told: Said) -> str:
    if told["latitude"] is None or is_protected(told["country"]):
        return ""
    return f"{told['latitude']:.6g}, {told['longitude']:.6g}"


def _online(told: Said) -> str:
    """Never the link itself: it can be for who is going."""
    if not told["is_online"]:
        return ""
    if told["online_url"]:
        return pgettext("event history", "Online, with a link")
    return pgettext("event history", "Online")


def _status(told: Said) -> str:
    return str(Status(told["status"]).label)


def _places(told: Said) -> str:
    return said_places(told["capacity"])


def _guests(told: Said) -> str:
    may = told.get("guests_may_come")
    if may is None:
        return ""
    return pgettext("event history", "Can come") if may else pgettext("event history", "Need an account")


def _dates(told: Said) -> str:
    return listed(map(_date, told.get("changes", ())))


def _date(change: Said) -> str:
    of = said_day(date.fromisoformat(change["of"]))
    if change["is_gone"]:
        return pgettext("event history", "{} left out").format(of)
    return pgettext("event history", "{} moved to {}").format(of, said(span_in(change)))


def _series(told: Said) -> str:
    """What repeats was cut in two: which side of the cut this is."""
    later = pgettext("event history", "The later dates are an event of their own")
    earlier = pgettext("event history", "The earlier dates are an event of their own")
    return listed(said for name, said in (("continued_by", later), ("continues", earlier)) if told.get(name))


def _named(name: str, called: Callable[[str], str]) -> Callable[[Said], str]:
    return lambda told: listed(map(called, told[name]))


WHEN, RULE, WHERE, DATES = "when", "rule", "where", "dates"
STATUS, SERIES = "status", "series"
_ASPECTS: dict[str, tuple[str | Promise, Callable[[Said], str]]] = {
    STATUS: (pgettext_lazy("event history", "Status"), _status),
    WHEN: (pgettext_lazy("event history", "When"), _when),
    RULE: (pgettext_lazy("event history", "Repeats"), _rule),
    "more": (pgettext_lazy("event history", "More days"), _more_days),
    DATES: (pgettext_lazy("event history", "Single dates"), _dates),
    SERIES: (pgettext_lazy("event history", "Series"), _series),
    WHERE: (pgettext_lazy("event history", "Where"), _where),
    "point": (pgettext_lazy("event history", "Point on the map"), _point),
    "online": (pgettext_lazy("event history", "Online"), _online),
    "types": (pgettext_lazy("event history", "Kind"), _named("types", lambda one: str(Type(one).label))),
    "projects": (pgettext_lazy("event history", "Projects"), _named("projects", project_name)),
    "languages": (pgettext_lazy("event history", "Languages"), _named("languages", autonym)),
    "capacity": (pgettext_lazy("event history", "Places"), _places),
    "guests": (pgettext_lazy("event history", "People without an account"), _guests),
    "wiki": (pgettext_lazy("event history", "Page on a wiki"), lambda told: told["wiki_url"]),
}
# What moves an event, as those who are going are told.
MOVED = (WHEN, RULE, "more", DATES, WHERE, "online")
# What the head of its page says, for so long: single dates stand there by themselves.
_IN_HEAD = (WHEN, RULE, WHERE)
_TOLD_FOR = timedelta(days=60)


def differences(before: Said | None, after: Said) -> list[Difference]:
    """Of two versions; of the first one all that it says."""
    found = []
    for name, (label, say) in _ASPECTS.items():
        was, now = say(before) if before else "", say(after)
        if was != now:
            found.append(Difference(name, str(label), was, now))
    if before and not found and before["online_url"] != after["online_url"]:
        found.append(Difference("link", pgettext("event history", "The link was changed"), "", ""))
    return found


def with_before(versions: Iterable[EventVersion]) -> list[tuple[EventVersion, EventVersion | None]]:
    """Each with the one that it follows, newest first. Expects that none is missing between them."""
    rows = list(versions)
    return [*pairwise(rows), (rows[-1], None)] if rows else []


def newest_move(event: Event) -> str:
    """What is another since its time or place was changed last; only asks where that ever was."""
    if not event.sequence or event.is_cancelled:
        return ""
    for version, before in with_before(event.versions.all()[:20]):
        if before is None or version.at < clock.now() - _TOLD_FOR:
            break
        found = differences(before.said, version.said)
        if any(one.name == SERIES for one in found):
            # That it goes on elsewhere is told beside it.
            continue
        if moved := next((one for one in found if one.name in _IN_HEAD and one.before), None):
            return pgettext("event", "Changed. It was: {}").format(moved.before)
    return ""
