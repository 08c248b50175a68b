"""The filters over the calendar, as links: each leads to the same page with one thing changed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space import languages
from space.accounts.readers import Reader
from space.discuss.lists.pills import Choice, Pill
from space.events.lists.asked import Asked
from space.events.lists.counted import EVENTS, Counted, counted
from space.events.lists.hours import WAKING
from space.events.lists.wanted import ON_SITE, ONLINE, Wanted
from space.events.models import Type
from space.groups.models import Group
from space.languages.regions import region_name
from space.mediawiki.projects import project_name
from space.places.countries import PARTS
from space.web import fragments, versions

_Called = Callable[[str], str]


def pills_html(asked: Asked, reader: Reader) -> SafeString:
    """Kept for all who belong to the same groups and read the same languages, until an event changes."""
    moment = versions.ledger.changed_at(EVENTS)
    key = (asked.view, asked.day, asked.wanted, reader.languages, reader.is_member, reader.groups, moment)

    def build(_: object = None) -> dict[Any, str]:
        cleared = asked.url(wanted=Wanted()) if asked.wanted else ""
        context = {"pills": _pills(asked, reader, counted.get()), "more": _more(asked), "cleared": cleared}
        return {key: render_to_string("discuss/_pills.html", context)}

    return mark_safe(fragments.kept("calendar-pills", [key], build, language=get_language() or "")[key])


def _pills(asked: Asked, reader: Reader, known: Counted) -> list[Pill]:
    spoken = (*reader.languages, *known.languages)
    groups = _groups(reader)
    where = {ONLINE: pgettext("event filter", "Online"), ON_SITE: pgettext("event filter", "On site")}
    return [
        _languages(asked, spoken),
        _several(
            asked,
            "countries",
            pgettext("filter", "Country"),
            sorted(known.countries, key=region_name),
            region_name,
        ),
        _several(asked, "parts", pgettext("filter", "Region"), PARTS, lambda part: str(PARTS[part])),
        _several(asked, "types", pgettext("filter", "Type"), Type.values, lambda kind: str(Type(kind).label)),
        _one(asked, "online", pgettext("filter", "Where"), where),
        _one(asked, "hours", pgettext("event filter", "Time of day"), _awake(asked.wanted.hours)),
        _several(asked, "projects", pgettext("filter", "Project"), known.projects, project_name),
        _one(asked, "tag", pgettext("filter", "Tag"), {name: f"#{name}" for name in known.tags}),
        *(
            [_one(asked, "group", pgettext("filter", "Group"), groups)]
            if groups or asked.wanted.group
            else []
        ),
        *([_mine(asked)] if reader.is_member or asked.wanted.mine else []),
        _tentative(asked),
    ]


def _awake(asked: str) -> dict[str, str]:
    label = pgettext("event filter", "Online, while I am awake")
    return {asked or WAKING: label}


def _groups(reader: Reader) -> dict[str, str]:
    """Those to which somebody belongs."""
    if not reader.groups:
        return {}
    return dict(Group.objects.visible_to(reader).filter(pk__in=reader.groups).values_list("slug", "name"))


def _languages(asked: Asked, spoken: Iterable[str]) -> Pill:
    pill = _several(asked, "languages", pgettext("filter", "Language"), spoken, languages.autonym)
    marked = tuple(
        Choice(one.label, one.url, one.chosen, languages.bcp47(code))
        for one, code in zip(pill.choices, dict.fromkeys((*asked.wanted.languages, *spoken)), strict=True)
    )
    return Pill(pill.name, pill.label, marked, pill.value, pill.without)


def _several(asked: Asked, name: str, label: str, offered: Iterable[str], called: _Called) -> Pill:
    """Each value is added or taken away; what is chosen is named whether or not it is offered."""
    chosen = getattr(asked.wanted, name)
    choices = []
    for value in dict.fromkeys((*chosen, *offered)):
        others = tuple(one for one in chosen if one != value)
        then = others if value in chosen else tuple(sorted((*chosen, value)))
        choices.append(Choice(called(value), _url(asked, **{name: then}), value in chosen))
    without = _url(asked, **{name: ()}) if chosen else ""
    return Pill(name, label, tuple(choices), languages.listed(map(called, chosen)), without)


def _one(asked: Asked, name: str, label: str, offered: dict[str, str]) -> Pill:
    chosen = getattr(asked.wanted, name)
    offered = {**({chosen: chosen} if chosen else {}), **offered}
    choices = tuple(
        Choice(said, _url(asked, **{name: value}), value == chosen) for value, said in offered.items()
    )
    return Pill(name, label, choices, offered.get(chosen, ""), _url(asked, **{name: ""}) if chosen else "")


def _mine(asked: Asked) -> Pill:
    label, mine = pgettext("event filter", "Whose"), pgettext("event filter", "Mine: I organise or come")
    chosen = asked.wanted.mine
    choice = Choice(mine, _url(asked, mine=True), chosen)
    return Pill("mine", label, (choice,), mine if chosen else "", _url(asked, mine=False) if chosen else "")


def _tentative(asked: Asked) -> Pill:
    label, without = pgettext("event filter", "Tentative"), pgettext("event filter", "Without tentative ones")
    chosen = not asked.wanted.tentative
    choice = Choice(without, _url(asked, tentative=False), chosen)
    return Pill(
        "tentative",
        label,
        (choice,),
        without if chosen else "",
        _url(asked, tentative=True) if chosen else "",
    )


def _more(asked: Asked) -> list[dict[str, str]]:
    """What no menu offers."""
    if not asked.wanted.category:
        return []
    return [{"text": asked.wanted.category, "url": _url(asked, category="")}]


def _url(asked: Asked, **changed: Any) -> str:
    if changed.get("hours") == "":
        changed["zone"] = ""
    if "languages" in changed:
        changed["switched"] = ""
    return asked.url(wanted=asked.wanted.but(**changed))
