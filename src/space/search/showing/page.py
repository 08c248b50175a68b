"""All that the page of search shows."""

from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import npgettext, pgettext

from space.community.units import grouped
from space.search.asking import Answer, Question
from space.search.asking import query as ask
from space.search.asking.deadline import all_in_time
from space.search.numbers import RESULTS_PER_PAGE
from space.search.showing.asked import LAST_PAGE, Asked, address
from space.search.showing.facets import Choice, counted, counts_of, facets, kinds, looked_at
from space.search.showing.filters import pills
from space.search.showing.hits import hits_html
from space.search.showing.looking import Looking
from space.search.showing.more import more_filters
from space.search.showing.nothing import what_else
from space.search.showing.start import examples, what_there_is
from space.search.showing.switch import switch_html
from space.web.feeds import ATOM, twin
from space.web.menu import doors
from space.web.skeletons import filled


def start(looking: Looking) -> dict[str, Any]:
    """Before anything was asked that can be looked for."""
    return {
        "search_url": address(),
        "typed": looking.asked.text,
        "goes_on": True,
        "problems": looking.query.problems,
        "fields": more_filters(looking.query, looking.reader),
        "kinds": what_there_is(),
        "examples": examples(),
    }


def pause(asked: Asked, refused: str) -> dict[str, Any]:
    """Too many searches: the text stays, nothing is looked for."""
    return {"search_url": address(), "typed": asked.text, "text": asked.text, "refused": refused}


@all_in_time()
def page_of(looking: Looking, token: str) -> dict[str, Any]:
    """`token` is of the form of the switch, and empty for who has no account."""
    asked, query = looking.asked, looking.query
    question = looking.question(page=asked.page, size=RESULTS_PER_PAGE())
    answer = ask(question, looking.reader)
    feed = address(str(query.without("order")), languages=asked.languages, feed=ATOM)
    shown = _around(looking, token) | _answered(looking, question, answer) | {"feed": feed}
    return {
        "text": shown["text"],
        "typed": shown["typed"],
        "found": mark_safe(filled("search/_found.html", "page", shown)),
        "feed_url": feed,
        "feed_json": twin(feed),
    }


def _around(looking: Looking, token: str) -> dict[str, Any]:
    """What was asked, and how to ask otherwise."""
    query = looking.query
    return {
        "url": address(),
        "text": str(query),
        "typed": _in_the_box(looking),
        "goes_on": not query.has_words,
        "languages": looking.asked.languages,
        "filters": [{"said": one.said, "without": one.without} for one in pills(looking)],
        "problems": query.problems,
        "help": doors().get("help_filters", ""),
        "switch": switch_html(looking, token),
        "fields": more_filters(query, looking.reader),
    }


def _answered(looking: Looking, question: Question, answer: Answer) -> dict[str, Any]:
    counts = counts_of(looking, answer)
    hits = hits_html(answer.hits, looking, question)
    return {
        "hits": mark_safe("".join(hits)),
        "told": _told(answer) if hits else "",
        "partial": answer.partial,
        "tabs": [tab._asdict() for tab in kinds(looking, counts)],
        "orders": [order._asdict() for order in _orders(looking)] if hits else [],
        "facets": facets(looking, counts),
        "counted": counted(looked_at(answer), answer.about),
        "pager": _pager(looking, answer, len(hits)),
        "nothing": what_else(looking, question) if not hits and looking.asked.page == 1 else None,
    }


def _in_the_box(looking: Looking) -> str:
    """As it was typed; what a link has changed, in the reader's own words. After filters alone one goes on typing."""
    typed, query = looking.asked.text, looking.query
    text = query.spoken if typed == str(query) else typed
    return text if query.has_words else f"{text} "


def _told(answer: Answer) -> str:
    number = answer.about
    if number <= looked_at(answer) and not answer.partial:
        told = npgettext("search", "%(number)s match", "%(number)s matches", number)
    else:
        told = npgettext("search", "About %(number)s match", "About %(number)s matches", number)
    return told % {"number": grouped(number)}


def _orders(looking: Looking) -> list[Choice]:
    query = looking.query
    newest = "newest" in query.values("order")
    best, latest = pgettext("order of results", "Best first"), pgettext("order of results", "Newest first")
    return [
        Choice(best, looking.at(query.without("order")), chosen=not newest),
        Choice(latest, looking.at(query.but("order", "newest")), chosen=newest),
    ]


def _pager(looking: Looking, answer: Answer, shown: int) -> dict[str, Any]:
    page, query = looking.asked.page, looking.query
    first = (page - 1) * RESULTS_PER_PAGE() + 1
    what = pgettext("pager", "Results %(first)d–%(last)d") % {"first": first, "last": first + shown - 1}
    return {
        "pages": [],
        "what": what,
        "previous": looking.at(query, page - 1) if page > 1 else "",
        "next": looking.at(query, page + 1) if answer.has_next and page < LAST_PAGE else "",
    }
