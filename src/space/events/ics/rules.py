"""The last day of a rule: with us a day on the wall, in calendars outside a moment in UTC."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from space.events.when import Span

_UNTIL = re.compile(r"UNTIL=(\d{8})(?:T\d{6}Z?)?", re.IGNORECASE)


def rule_outside(rule: str, span: Span, zone: str) -> str:
    """The rule with an UNTIL of the kind that DTSTART is of (RFC 5545, 3.3.10); all that begins on that day is meant.

    Empty where it ends before the first day: with us that one remains, others would find no date at all.
    """
    last = _UNTIL.search(rule)
    if last and date.fromisoformat(last[1]) < span.first_day:
        return ""

    def told(found: re.Match[str]) -> str:
        if span.is_all_day:
            return f"UNTIL={found[1]}"
        last = datetime.combine(date.fromisoformat(found[1]), time(23, 59, 59), ZoneInfo(zone))
        return f"UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(told, rule)
