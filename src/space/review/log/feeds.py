"""The log for feed readers: what everybody is told, the newest first."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import pgettext

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.review.log.asked import Asked
from space.review.log.lines import lines_of
from space.review.log.rows import Row, rows_of
from space.web.feeds import ENTRIES, feed


def log_feed(request: Request, shape: str) -> HttpResponse:
    asked = Asked.of(request.GET).but(before=None)
    rows = rows_of(lines_of(asked, NOBODY, ENTRIES), NOBODY)
    return feed(
        shape,
        title=pgettext("feed", "Moderation log"),
        page=asked.address(),
        own=request.get_full_path(),
        entries=[_entry(row) for row in rows],
    )


def _entry(row: Row) -> dict[str, Any]:
    who = row.by
    told = " · ".join(filter(None, (*row.details, row.clause, row.where, row.role)))
    about = (
        format_html('<p><a href="{}{}">{}</a></p>', settings.ORIGIN, row.thing.url, row.thing.label)
        if (row.thing and row.thing.url)
        else ""
    )
    return {
        "title": row.says,
        "link": settings.ORIGIN + row.url,
        "unique_id": settings.ORIGIN + row.url,
        "description": format_html("<p>{}</p>{}<p>{}</p>", told, about, row.reason),
        "pubdate": row.line.at,
        "updateddate": row.line.at,
        "author_name": who.name if who else None,
        "author_link": settings.ORIGIN + who.url if who else None,
    }
