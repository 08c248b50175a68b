"""The rows of a history, ready-made for its template."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import face_of
from space.discuss.history.differences import Way
from space.discuss.history.versions import Version
from space.discuss.models import Post
from space.kit import clock
from space.kit.paging import Page
from space.kit.rules import Verdict
from space.web.times import day, iso


@dataclass(frozen=True)
class Rights:
    """What the reader may do with the versions of a post."""

    restore: Verdict
    hide: Verdict


class Addresses:
    """Where versions are read and compared, by the address of their list; where a button for one leads."""

    def __init__(self, all_versions: str, *, restore: str = "", hide: str = "", show: str = "") -> None:
        self.all = all_versions
        self.restore, self.hide, self.show = restore, hide, show

    @classmethod
    def of(cls, post: Post) -> "Addresses":
        place = [post.topic.slug, post.topic_id, post.number]
        names = {name: reverse(f"discuss:{name}_version", args=place) for name in ("restore", "hide", "show")}
        return cls(reverse("discuss:history", args=place), **names)

    def version(self, number: int) -> str:
        return f"{self.all}?to={number}&by=whole"

    def difference(self, older: int, newer: int) -> str:
        return f"{self.all}?from={older}&to={newer}"


Pairs = list[tuple[Version, Version | None]]


def rows(addresses: Addresses, total: int, pairs: Pairs, rights: Rights) -> list[dict[str, Any]]:
    """Of versions, each with the one before it."""
    return [_row(version, before, total, addresses, rights) for version, before in pairs]


def _row(
    version: Version, before: Version | None, now: int, addresses: Addresses, rights: Rights
) -> dict[str, Any]:
    number, is_now = version.number, version.number == now
    return {
        **told(version),
        "is_now": is_now,
        "hiding": version.hiding,
        "summary": version.summary,
        "restores": version.restores,
        "title": _title(version, before),
        "size": _size(version, before),
        "url": addresses.version(number) if version.shown else "",
        "changes_url": _changes(version, before, addresses),
        "now_url": "" if is_now or not version.shown else addresses.difference(number, now),
        "restore_url": addresses.restore if rights.restore and version.shown and not is_now else "",
        "hide_url": addresses.hide if rights.hide and not is_now else "",
        "show_url": addresses.show,
    }


def told(version: Version) -> dict[str, Any]:
    """Which version it is, and whose."""
    return {
        "number": version.number,
        "by": face_of(version.by),
        "day": day(version.at, clock.now()),
        "iso": iso(version.at),
        "shown": version.shown,
    }


def comparison(addresses: Addresses, total: int, older: Version, newer: Version, way: Way) -> dict[str, Any]:
    """What the page of two versions says around their difference."""
    between = addresses.difference(older.number, newer.number)
    old = newer if newer.number < total and way is Way.WHOLE else older
    return {
        "older": told(older),
        "newer": {**told(newer), "is_now": newer.number == total},
        "ways": [
            {"name": name, "url": f"{between}&by={one.value}", "current": one is way}
            for one, name in _names_of_ways().items()
        ],
        "previous_url": _neighbour(addresses, older, -1) if older.number > 1 else "",
        "next_url": _neighbour(addresses, newer, 1) if newer.number < total else "",
        "old": old.number if old.shown and old.number < total else None,
    }


def _neighbour(addresses: Addresses, version: Version, step: int) -> str:
    first, last = sorted([version.number, version.number + step])
    return addresses.difference(first, last)


def _names_of_ways() -> dict[Way, str]:
    return {
        Way.RENDERED: pgettext("history", "As it is read"),
        Way.SOURCE: pgettext("history", "As it is written"),
        Way.WHOLE: pgettext("history", "Without marks"),
    }


def pager(addresses: Addresses, page: Page) -> dict[str, Any]:
    url = addresses.all

    def entry(number: int) -> dict[str, Any]:
        address = f"{url}?page={number}" if number > 1 else url
        return {"number": number, "url": address, "current": number == page.number}

    return {
        "pages": [number and entry(number) for number in page.around],
        "previous": entry(page.number - 1)["url"] if page.has_previous else "",
        "next": entry(page.number + 1)["url"] if page.has_next else "",
    }


def _changes(version: Version, before: Version | None, addresses: Addresses) -> str:
    if not (version.shown and before and before.shown):
        return ""
    return addresses.difference(before.number, version.number)


def _title(version: Version, before: Version | None) -> dict[str, str] | None:
    """The title, where this version gave another one."""
    if before is None or not (version.shown and before.shown) or version.title == before.title:
        return None
    return {"before": before.title, "now": version.title}


def _size(version: Version, before: Version | None) -> str:
    if before is None or not (version.shown and before.shown):
        return ""
    more = version.size - before.size
    if more >= 0:
        return npgettext("history", "%(n)d character more", "%(n)d characters more", more) % {"n": more}
    return npgettext("history", "%(n)d character less", "%(n)d characters less", -more) % {"n": -more}
