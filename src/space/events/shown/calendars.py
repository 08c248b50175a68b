"""Plain links that put an event into somebody's calendar elsewhere. Only whoever follows one tells that place of it."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings

from space.events.ics.rules import rule_outside
from space.events.models import Event
from space.events.shown.dates import Dated
from space.events.shown.saying import span_of
from space.events.shown.where import Where

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"


def ways_to_add(event: Event, date: Dated, where: Where) -> dict[str, str]:
    """For the date that is shown; where it repeats, Google is told the rule too."""
    address = settings.ORIGIN + event.get_absolute_url()
    return {
        "google": f"{_GOOGLE}?{urlencode(_google(event, date, address, where.location))}",
        "outlook": f"{_OUTLOOK}?{urlencode(_outlook(event, date, address, where.location))}",
    }


def _google(event: Event, date: Dated, address: str, place: str) -> dict[str, str]:
    one = date.occurrence
    if one.is_all_day:
        span = span_of(event, one)
        dates = f"{span.first_day:%Y%m%d}/{span.last_day + timedelta(days=1):%Y%m%d}"
    else:
        dates = f"{one.starts_at:%Y%m%dT%H%M%SZ}/{one.ends_at:%Y%m%dT%H%M%SZ}"
    told = {
        "action": "TEMPLATE",
        "text": event.topic.title,
        "dates": dates,
        "details": address,
        "location": place,
    }
    rule = rule_outside(event.rule, span_of(event, one), event.zone) if event.rule else ""
    return told | {"ctz": event.zone} | ({"recur": f"RRULE:{rule}"} if rule else {})


def _outlook(event: Event, date: Dated, address: str, place: str) -> dict[str, str]:
    one, span = date.occurrence, span_of(event, date.occurrence)
    told = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": event.topic.title,
        "body": address,
        "location": place,
    }
    if one.is_all_day:
        days = {
            "startdt": span.first_day.isoformat(),
            "enddt": (span.last_day + timedelta(days=1)).isoformat(),
        }
        return told | days | {"allday": "true"}
    return told | {
        "startdt": f"{one.starts_at:%Y-%m-%dT%H:%M:%SZ}",
        "enddt": f"{one.ends_at:%Y-%m-%dT%H:%M:%SZ}",
    }
