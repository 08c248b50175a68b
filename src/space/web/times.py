"""How long ago, in the shortest words: rows are full of it, so it costs next to nothing."""

from datetime import UTC, datetime

from django.utils import formats
from django.utils.translation import pgettext

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def ago(moment: datetime, now: datetime) -> str:
    """`12m`, `5h`, `3d`, then a date; in the language of the interface."""
    seconds = (now - moment).total_seconds()
    if seconds < _MINUTE:
        return pgettext("time ago", "now")
    if seconds < _HOUR:
        return pgettext("time ago", "%(n)dm") % {"n": seconds // _MINUTE}
    if seconds < _DAY:
        return pgettext("time ago", "%(n)dh") % {"n": seconds // _HOUR}
    if seconds < 30 * _DAY:
        return pgettext("time ago", "%(n)dd") % {"n": seconds // _DAY}
    return day(moment, now)


def day(moment: datetime, now: datetime) -> str:
    """The day, without the year while it is this year's."""
    return formats.date_format(moment, "j M" if moment.year == now.year else "j M Y")


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
