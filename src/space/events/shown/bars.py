"""The bars of days as HTML. What a bar says is its name, so one that is kept is never stale."""

from collections.abc import Sequence

from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.events.shown.grid import Day, Shown
from space.web import fragments


def with_bars(weeks: Sequence[Sequence[Day]]) -> list[list[Day]]:
    """The same weeks, each day with the HTML of its lines."""
    shown = {line for week in weeks for day in week for line in day.lines}
    made = fragments.kept("calendar-bar", shown, _build, language=get_language() or "")
    return [[day._replace(bars=_joined(day, made)) for day in week] for week in weeks]


def _joined(day: Day, made: dict[Shown | None, str]) -> SafeString:
    return mark_safe("".join(made[line] for line in day.lines))


def _build(missing: list[Shown | None]) -> dict[Shown | None, str]:
    template = loader.get_template("events/calendar/_bar.html")
    return {line: template.render({"one": line}) for line in missing}
