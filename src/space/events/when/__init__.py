"""Days, times, zones and repetition of events, worked out without the database."""

from space.events.when.repeating import Dated, Departure, dates
from space.events.when.rules import Rule, Unit, parse, rule_of
from space.events.when.spans import Span, is_zone
from space.events.when.splitting import Part, split

__all__ = [
    "Dated",
    "Departure",
    "Part",
    "Rule",
    "Span",
    "Unit",
    "dates",
    "is_zone",
    "parse",
    "rule_of",
    "split",
]
