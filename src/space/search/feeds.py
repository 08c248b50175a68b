"""Feeds of a search, the newest first: what matches from now on comes to who follows it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
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
from space.web.feeds import ENTRIES, feed


def found(request: Request, shape: str) -> HttpResponse:
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
    text = str(looking.query.without("order"))
    response = feed(
        shape,
        title=pgettext("feed", "Search: %(words)s") % {"words": text},
        page=address(text),
        own=request.get_full_path(),
        entries=(_entry(one, question) for _, one in things),
    )
    response["X-Robots-Tag"] = "noindex"
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
        "language": thing.text_lang or None,
    }
