"""The directory of groups: what somebody looks for, and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from space import languages
from space.accounts.readers import NOBODY, Reader
from space.groups.models import BY_WEIGHT, Group, Joining, Office
from space.groups.standing import visited
from space.groups.titles import duty_of, name_of
from space.kit.fields import one_line
from space.languages import mark
from space.membership.asked import where_to_ask

ON_A_PAGE = 30
# More languages than anybody looks through.
_MOST_LANGUAGES = 100
PARAMETERS = ("name", "language", "joining", "asked", "after")


@dataclass(frozen=True)
class Wanted:
    """All of it holds at once. What means nothing is left out, so that every address gives a page."""

    name: str = ""
    language: str = ""
    joining: str = ""
    # Only those that take questions.
    asked: bool = False
    # The name and id after which the page begins.
    after: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        language = languages.canonical(query.get("language", "")[:40])
        joining = query.get("joining", "")
        return cls(
            name=one_line(query.get("name", ""))[:100],
            language=language if languages.known(language) else "",
            joining=joining if joining in Joining.values else "",
            asked=query.get("asked", "") == "yes",
            after=one_line(query.get("after", ""))[:200],
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.name or self.language or self.joining or self.asked)

    def at(self, after: str = "") -> str:
        said = {"name": self.name, "language": self.language, "joining": self.joining}
        said |= {"asked": "yes" if self.asked else "", "after": after}
        said = {name: value for name, value in said.items() if value}
        return reverse("groups:directory") + (f"?{urlencode(said)}" if said else "")

    def groups(self, reader: Reader) -> QuerySet[Group]:
        """In the order of their names."""
        found = Group.objects.visible_to(reader).communities().filter(ends_at=None)
        if self.name:
            found = found.filter(Q(name__icontains=self.name) | Q(description__icontains=self.name))
        if self.language:
            found = found.filter(Q(languages__contains=[self.language]) | Q(language=self.language))
        if self.joining:
            found = found.filter(joining=self.joining)
        if self.asked:
            found = found.filter(pk__in=where_to_ask())
        name, _, pk = self.after.rpartition("_")
        if pk.isdecimal() and len(pk) < 10:
            found = found.filter(Q(name__gt=name) | Q(name=name, pk__gt=int(pk)))
        return found.order_by("name", "pk")


def page_of(wanted: Wanted, reader: Reader) -> dict[str, Any]:
    counted = wanted.groups(reader).annotate(members_count=Count("memberships"))
    found = list(counted[: ON_A_PAGE + 1])
    shown = found[:ON_A_PAGE]
    more, doors = len(found) > ON_A_PAGE, where_to_ask()
    return {
        "wanted": wanted,
        "rows": [row(group, reader, doors.get(group.pk, "")) for group in shown],
        "staff": [] if wanted.is_narrowed or wanted.after else staff(reader),
        "older": wanted.at(f"{shown[-1].name}_{shown[-1].pk}") if more else "",
        "newest": wanted.at() if wanted.after else "",
        # Where nobody can be asked there is nothing to look for.
        "can_be_asked": bool(doors) or wanted.asked,
        "joinings": [
            {"value": value, "label": label, "chosen": value == wanted.joining}
            for value, label in Joining.choices
        ],
        "languages": _spoken(wanted.language),
    }


def staff(reader: Reader) -> list[dict[str, Any]]:
    """The offices, in the order of their weight."""
    counted = Group.objects.visible_to(reader).filter(office__in=BY_WEIGHT)
    found = counted.annotate(
        members_count=Count("memberships", filter=Q(memberships__person__is_active=True))
    )
    return [
        row(group, reader) for group in sorted(found, key=lambda one: BY_WEIGHT.index(Office(one.office)))
    ]


def row(group: Any, reader: Reader, ask_url: str = "") -> dict[str, Any]:
    """Expects `members_count`. One's own groups say so."""
    shown = mark(group.language)
    return {
        "name": name_of(group),
        "duty": duty_of(group),
        "url": group.get_absolute_url(),
        "words": group.description,
        "lang": shown.lang,
        "dir": shown.dir,
        "joining": "" if group.office else group.get_joining_display(),
        "members": group.members_count,
        "spoken": [languages.language(code) for code in group.languages],
        "mine": group.pk in reader.groups - visited(reader),
        "is_listed": group.is_listed,
        "is_closed": group.is_closed,
        "ask_url": ask_url,
    }


def _spoken(chosen: str) -> list[dict[str, Any]]:
    """Languages of the groups that everybody may know of."""
    rows = Group.objects.visible_to(NOBODY).communities()
    codes = {code for some in rows.values_list("languages", flat=True)[:1000] for code in some} | {chosen}
    named = sorted((languages.autonym(code), code) for code in codes if code)[:_MOST_LANGUAGES]
    return [
        {"value": code, "label": name, "lang": languages.bcp47(code), "chosen": code == chosen}
        for name, code in named
    ]
