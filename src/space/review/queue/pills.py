"""The filters over the queue, in the form that the pills of lists have."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space import languages
from space.accounts import names
from space.accounts.readers import Reader
from space.discuss.lists.pills import Choice, Pill
from space.discuss.rooms import categories, moment_of_rooms
from space.languages.choosing import MINE
from space.review.models import Why
from space.review.queue.wanted import NEW, OLD, Asked
from space.web import fragments


def pills_html(asked: Asked, reader: Reader) -> SafeString:
    """Kept for all who see the same categories and read the same languages; what was typed is not kept."""
    asked = asked.but()
    moment = None if asked.by else moment_of_rooms(reader)
    key = (asked, reader.languages, reader.is_member, reader.groups, moment)

    def build(_: object = None) -> dict[Any, str]:
        cleared = Asked(tab=asked.tab).url if asked.narrows else ""
        context = {"pills": _pills(asked, reader), "cleared": cleared}
        return {key: render_to_string("discuss/_pills.html", context)}

    made = (
        build()
        if moment is None
        else fragments.kept("queue-pills", [key], build, language=get_language() or "")
    )
    return mark_safe(made[key])


def _pills(asked: Asked, reader: Reader) -> list[Pill]:
    found = [_languages(asked, reader), _categories(asked, reader), _kinds(asked), _ages(asked)]
    return [*found, _flagger(asked)] if asked.by else found


def _languages(asked: Asked, reader: Reader) -> Pill:
    mine = pgettext("review queue", "Languages I read")
    found = [Choice(mine, asked.but(language=MINE).url, asked.language == MINE)]
    for code in dict.fromkeys([*reader.languages, *filter(None, [asked.language])]):
        if code != MINE:
            url = asked.but(language=code).url
            found.append(Choice(languages.autonym(code), url, asked.language == code, languages.bcp47(code)))
    return _pill("language", pgettext("filter", "Language"), found, asked)


def _categories(asked: Asked, reader: Reader) -> Pill:
    found = [
        Choice(
            room.name,
            asked.but(category=room.slug).url,
            room.slug == asked.category,
            room.language,
            room.tone,
        )
        for room in categories(reader)
    ]
    return _pill("category", pgettext("filter", "Category"), found, asked)


def _kinds(asked: Asked) -> Pill:
    found = [Choice(str(why.label), asked.but(why=why.value).url, why == asked.why) for why in Why]
    return _pill("why", pgettext("filter", "Kind"), found, asked)


def _ages(asked: Asked) -> Pill:
    words = {
        OLD: pgettext("review queue", "Waits for two days and more"),
        NEW: pgettext("review queue", "Came in the last day"),
    }
    found = [Choice(label, asked.but(age=age).url, age == asked.age) for age, label in words.items()]
    return _pill("age", pgettext("review queue", "Age"), found, asked)


def _flagger(asked: Asked) -> Pill:
    """Chosen at their flag on the page of a case: all who flag are no list."""
    name = names.from_address(asked.by)
    label = pgettext("review queue", "Flagged by")
    return _pill("by", label, [Choice(name, asked.but(by=asked.by).url, True)], asked)


def _pill(name: str, label: str, found: list[Choice], asked: Asked) -> Pill:
    value = next((choice.label for choice in found if choice.chosen), "")
    return Pill(name, label, tuple(found), value, asked.but(**{name: ""}).url)
