"""What the bar shows while one types: the best of each kind, and the ways to all results."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.kit import clock
from space.search import kinds, naming
from space.search.asking import Hit, Question
from space.search.asking import query as ask
from space.search.grammar import parse
from space.search.grammar.query import Query
from space.search.kinds import Found
from space.search.passages import marked_title
from space.search.showing.asked import Asked, address
from space.search.showing.hits import icon_of, loaded
from space.search.showing.looking import Looking
from space.web.times import ago

OF_A_KIND = 5


def found_at_once(text: str, within: str, reader: Reader) -> dict[str, Any]:
    looking = Looking.of(Asked(text), reader)
    groups = []
    if looking.for_something:
        question = looking.question(per_kind=OF_A_KIND)
        found = loaded(ask(question, reader).hits, reader)
        groups = _groups(found, question)
    number = sum(len(group["hits"]) for group in groups)
    told = npgettext("search", "%(n)d suggestion", "%(n)d suggestions", number) % {"n": number}
    return {"groups": groups, "ways": _ways(text, within, reader), "told": told}


def _groups(found: list[tuple[Hit, Found]], question: Question) -> list[dict[str, Any]]:
    """In the order in which their best was found."""
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for hit, thing in found:
        # What was found in a topic stands for the topic.
        by_kind.setdefault("topic" if hit.topic else hit.kind, []).append(_line(hit, thing, question))
    return [{"name": name, "label": kinds.kind(name).label, "hits": lines} for name, lines in by_kind.items()]


def _line(hit: Hit, found: Found, question: Question) -> dict[str, Any]:
    about = [found.place, found.who, ago(found.when, clock.now()) if found.when else ""]
    return {
        "url": found.url,
        "title": marked_title(found.title, question, found.lang),
        "lang": found.lang,
        "dir": found.dir,
        "icon": icon_of(hit, found),
        "about": " · ".join(f"\u2068{part}\u2069" for part in about if part),
    }


def _ways(text: str, within: str, reader: Reader) -> list[dict[str, str]]:
    """To the page of results: in the thing that the page is about, and everywhere."""
    ways = [{"label": _way(pgettext("search", "Everywhere"), text), "url": address(text)}]
    inside = parse(within, reader).filters[:1] if within else ()
    if inside:
        label = _way(str(naming.inside(inside[0].name)), text)
        ways.insert(0, {"label": label, "url": address(f"{text} {Query(inside)}")})
    return ways


def _way(where: str, text: str) -> SafeString:
    # Translators: where one can look for what was typed, as in "Everywhere: harbour".
    said = pgettext("where to search", "{where}: {words}")
    return format_html(said, where=where, words=format_html("<bdi>{}</bdi>", text))
