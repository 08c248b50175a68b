"""What to try where nothing was found: each offer says how much it would find."""

from typing import Any

from django.utils.translation import npgettext, pgettext

from space import languages
from space.community.units import grouped
from space.search.asking import Question
from space.search.grammar import Phrase, Query, Word
from space.search.showing.filters import pills
from space.search.showing.looking import Looking, asks_for_something
from space.search.spelling import suggestion

# Each costs a search.
_DROPPED_AT_MOST, _LANGUAGES_AT_MOST = 5, 8


def what_else(looking: Looking, question: Question) -> dict[str, Any]:
    return {
        "suggestion": _suggestion(looking, question),
        "languages": _in_other_languages(looking),
        "drops": _with_one_less(looking),
    }


def _suggestion(looking: Looking, question: Question) -> dict[str, str] | None:
    """The words as they may have been meant, with the filters as they are."""
    words = suggestion(question, looking.reader) if looking.query.has_words else ""
    if not words:
        return None
    rest = [term for term in looking.query.terms if not isinstance(term, Word | Phrase) or term.without]
    meant = Query((*(Word(word) for word in words.split()), *rest))
    return {"text": words, "url": looking.at(meant)}


def _in_other_languages(looking: Looking) -> list[dict[str, Any]]:
    if not looking.query.values("lang"):
        return []
    found = looking.count(looking.query.without("lang")).facets.get("language", ())
    return [
        {
            "label": languages.autonym(code),
            "lang": languages.bcp47(code),
            "number": number,
            "url": looking.at(looking.query.but("lang", code)),
        }
        for code, number in ((str(code), number) for code, number in found[:_LANGUAGES_AT_MOST])
    ]


def _with_one_less(looking: Looking) -> list[dict[str, str]]:
    """The same without one of its filters, where that leaves something to look for and finds something."""
    found = []
    for pill in pills(looking)[:_DROPPED_AT_MOST]:
        number = looking.count(pill.less).about if asks_for_something(pill.less) else 0
        if number:
            found.append({"label": _without(pill.text), "url": pill.without, "told": _finds(number)})
    return found


def _without(text: str) -> str:
    return pgettext("search", "without %(filter)s") % {"filter": f"\u2068{text}\u2069"}


def _finds(number: int) -> str:
    told = npgettext("search", "finds %(number)s", "finds %(number)s", number)
    return told % {"number": grouped(number)}
