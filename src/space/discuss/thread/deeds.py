"""The quiet lines: what somebody did to the topic, in the words of who reads it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.accounts import statements
from space.accounts.faces import face
from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Category, Deed, Did, Topic
from space.discuss.rooms import categories
from space.discuss.thread.moves import MOVES, Others
from space.discuss.thread.moves import told as moved_told
from space.kit import clock
from space.kit.paging import Page
from space.languages import bcp47
from space.web.times import day, iso

_ICONS = {
    Did.RETITLED: "edit",
    Did.MOVED: "move",
    Did.RETAGGED: "tag",
    Did.PINNED: "pushPin",
    Did.UNPINNED: "pushPin",
    Did.UNLISTED: "eyeClosed",
    Did.LISTED: "eye",
    Did.CLOSED: "lock",
    Did.REOPENED: "unLock",
    Did.SLOWED: "clock",
    Did.UNSLOWED: "clock",
    Did.TIMED: "clock",
    Did.UNTIMED: "clock",
    Did.ANSWERED: "success",
    Did.UNANSWERED: "undo",
    Did.PARTED: "move",
    Did.JOINED: "move",
    Did.MERGED: "move",
    Did.CONTINUED: "next",
}


class Told(NamedTuple):
    """What a line says."""

    number: int
    by: int
    name: str
    at: datetime
    what: str
    before: str
    after: str


def deeds_on(topic: Topic, page: Page) -> list[Told]:
    """The deeds of a page, in order. Most topics have none, and cost no query."""
    if not topic.deeds_count:
        return []

    def compose(_: Reader, topic: int, first: int, last: int) -> QuerySet[Deed, Any]:
        found = Deed.objects.filter(topic=topic, number__range=(first, last)).order_by("number", "id")
        return found.values_list("number", "by_id", "by__name", "at", "what", "before", "after")

    found = [
        Told(*row) for row in statements.rows("deeds", NOBODY, [topic.pk, page.first, page.last], compose)
    ]
    return [deed for deed in found if not _stands_at_the_end(deed, topic)]


def deed_html(deed: Told, topic: Topic, reader: Reader, others: Others) -> str:
    """`others` are the topics that lines of this page name (moves.py)."""
    shown = {
        "icon": _ICONS.get(Did(deed.what), "info"),
        "text": sentence(deed, topic, categories(reader), others),
        "day": day(deed.at, clock.now()),
        "iso": iso(deed.at),
    }
    return render_to_string("discuss/_deed.html", {"deed": shown})


def _stands_at_the_end(deed: Told, topic: Topic) -> bool:
    """The closing that holds is told with its reason under the last post; twice would be once too often."""
    if deed.what != Did.CLOSED or deed.number < topic.highest_number or not topic.is_closed:
        return False
    return deed.at >= topic.closure.at


def sentence(deed: Told, topic: Topic, rooms: Iterable[Category], others: Others) -> SafeString:
    """In the reader's language. `rooms` are the categories that this reader may know of: no other is named."""
    who = face(deed.by, deed.name)
    words: dict[str, Any] = {
        "who": format_html('<a href="{}"><bdi translate="no">{}</bdi></a>', who.url, who.name),
    }
    did = Did(deed.what)
    if did == Did.RETITLED:
        told, named = _retitled(deed, topic)
        words |= named
    elif did == Did.MOVED:
        told, named = _moved(deed, {str(room.pk): room for room in rooms})
        words |= named
    elif did == Did.RETAGGED:
        told, named = _retagged(deed)
        words |= named
    elif did in MOVES:
        told, named = moved_told(deed.what, deed.before, deed.after, others)
        words |= named
    else:
        words["number"] = deed.after or deed.before
        told = _plain(did, deed)
    return format_html(told, **words)


def _retitled(deed: Told, topic: Topic) -> tuple[str, dict[str, SafeString]]:
    """A title that a moderator has hidden since then is not told."""
    language = bcp47(topic.language) if topic.language else ""
    titles = {"before": deed.before, "after": deed.after}
    named = {name: _title(words, language) for name, words in titles.items() if words}
    if len(named) == 2:
        return pgettext("deed", "{who} changed the title from “{before}” to “{after}”."), named
    if "after" in named:
        return pgettext("deed", "{who} changed the title to “{after}”."), named
    if "before" in named:
        return pgettext("deed", "{who} changed the title. It was “{before}”."), named
    return pgettext("deed", "{who} changed the title."), named


def _title(words: str, language: str) -> SafeString:
    if language:
        return format_html('<bdi lang="{}">{}</bdi>', language, words)
    return format_html("<bdi>{}</bdi>", words)


def _moved(deed: Told, rooms: dict[str, Category]) -> tuple[str, dict[str, SafeString]]:
    """A category that this reader may not see is not named; nothing says that there was one."""
    named = {
        name: format_html('<a href="{}"><bdi>{}</bdi></a>', room.get_absolute_url(), room.name)
        for name, room in (("before", rooms.get(deed.before)), ("after", rooms.get(deed.after)))
        if room
    }
    if len(named) == 2:
        return pgettext("deed", "{who} moved this from {before} to {after}."), named
    if "after" in named:
        return pgettext("deed", "{who} moved this to {after}."), named
    if "before" in named:
        return pgettext("deed", "{who} moved this out of {before}."), named
    return pgettext("deed", "{who} moved this."), named


def _retagged(deed: Told) -> tuple[str, dict[str, SafeString]]:
    before, after = (words.split(", ") if words else [] for words in (deed.before, deed.after))
    added, gone = [tag for tag in after if tag not in before], [tag for tag in before if tag not in after]
    named = {"added": _tags(added), "gone": _tags(gone)}
    if not gone:
        return pgettext("deed", "{who} added {added}."), named
    if not added:
        return pgettext("deed", "{who} took away {gone}."), named
    return pgettext("deed", "{who} added {added} and took away {gone}."), named


def _tags(names: list[str]) -> SafeString:
    addressed = ((reverse("discuss:tag", args=[name]), name) for name in names)
    return format_html_join(" ", '<a class="tag" href="{}">{}</a>', addressed)


def _plain(did: Did, deed: Told) -> str:
    if did == Did.PINNED and deed.after:
        return pgettext("deed", "{who} pinned this everywhere.")
    return {
        Did.PINNED: pgettext("deed", "{who} pinned this."),
        Did.UNPINNED: pgettext("deed", "{who} unpinned this."),
        Did.UNLISTED: pgettext("deed", "{who} took this out of the lists."),
        Did.LISTED: pgettext("deed", "{who} put this back into the lists."),
        Did.CLOSED: pgettext("deed", "{who} closed this."),
        Did.REOPENED: pgettext("deed", "{who} opened this again."),
        Did.SLOWED: pgettext(
            "deed", "{who} slowed this down. Minutes between two posts of one person: {number}."
        ),
        Did.UNSLOWED: pgettext("deed", "{who} lets everybody write here as often as they like."),
        Did.TIMED: pgettext("deed", "{who} set a time at which this closes or opens by itself."),
        Did.UNTIMED: pgettext("deed", "{who} stopped the clock: this closes or opens by hand alone."),
        Did.ANSWERED: pgettext("deed", "{who} chose post {number} as the answer."),
        Did.UNANSWERED: pgettext("deed", "{who} took back that post {number} is the answer."),
    }[did]
