"""What waits for somebody who has signed in: first on their page, and short."""

from typing import Any

from django.urls import reverse
from django.utils.translation import npgettext

from space.accounts.readers import Reader
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.rows import rows_html
from space.languages import with_kin
from space.pages.front.seen import Seen

SHOWN = 5


def mine(seen: Seen) -> dict[str, Any] | None:
    """What is unread, then what is new, in the languages they read; nothing where they have seen it all."""
    reader = seen.reader
    if not reader.is_member:
        return None
    number = counts(Wanted(), reader)
    found = _first(reader) if number.unread or number.new else []
    return {
        "rows": rows_html(found, reader) if found else "",
        "links": [
            {"url": reverse("discuss:list", args=[Order.UNREAD]), "says": _unread(number.unread)},
            {"url": reverse("discuss:list", args=[Order.NEW]), "says": _new(number.new)},
        ],
    }


def _first(reader: Reader) -> list[Line]:
    unread = lines_of(Wanted(Order.UNREAD), reader, SHOWN)
    there = {line.pk for line in unread}
    new = Wanted(Order.NEW, reads=with_kin(reader.languages))
    more = lines_of(new, reader, SHOWN) if len(unread) < SHOWN else []
    return [*unread, *(line for line in more if line.pk not in there)][:SHOWN]


def _unread(number: int) -> str:
    return npgettext("home", "%(n)d unread topic", "%(n)d unread topics", number) % {"n": number}


def _new(number: int) -> str:
    return npgettext("home", "%(n)d new topic", "%(n)d new topics", number) % {"n": number}
