"""Atom of a search, the newest first: what matches from now on comes to who follows it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.search.allowances import take_search, told_plainly
from space.search.asking import Question
from space.search.asking import query as ask
from space.search.kinds import Found
from space.search.passages import passage
from space.search.showing.asked import Asked, address
from space.search.showing.hits import loaded
from space.search.showing.looking import Looking
from space.web.look import look

ENTRIES = 30


def found(request: Request) -> HttpResponse:
    """A text that asks for nothing has no feed."""
    looking = Looking.of(Asked.of(request.GET), request.reader)
    if not looking.for_something:
        raise Http404
    try:
        take_search(request)
    except ValidationError as refused:
        return told_plainly(refused)
    question = looking.question(looking.query.without("order"), newest=True, size=ENTRIES)
    things = loaded(ask(question, request.reader).hits, request.reader)
    return _feed(looking, (_entry(one, question) for _, one in things))


def _feed(looking: Looking, entries: Iterable[dict[str, Any]]) -> HttpResponse:
    text = str(looking.query.without("order"))
    title = pgettext("feed", "Search: %(words)s") % {"words": text}
    feed = Atom1Feed(
        title=f"{title} · {look().name}",
        link=settings.ORIGIN + address(text),
        description="",
        feed_url=settings.ORIGIN + address(text, languages=looking.asked.languages, name="search:feed"),
        feed_guid=settings.ORIGIN + address(text),
    )
    for entry in entries:
        feed.add_item(**entry)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    feed.write(response, "utf-8")
    return response


def _entry(thing: Found, question: Question) -> dict[str, Any]:
    return {
        "title": thing.title,
        "link": settings.ORIGIN + thing.url,
        "description": passage(thing.text, question, thing.text_lang),
        "author_name": thing.who or None,
        "author_link": settings.ORIGIN + thing.who_url if thing.who_url else None,
        "unique_id": settings.ORIGIN + thing.url,
        "pubdate": thing.when,
        "updateddate": thing.when,
    }
