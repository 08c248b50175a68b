"""Pages that are made of what all other apps have."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext

from space.accounts.requests import Request
from space.community.registry import TextDefinition
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Wanted
from space.discuss.rooms import rooms
from space.discuss.rows import rows_html
from space.languages import bcp47, direction
from space.pages.wording import ABOUT, GUIDELINES, LEAD, PRIVACY, WELCOME
from space.web.pagecache import page_for_everybody

LIVELY = 8


@page_for_everybody("lists", "rooms", "settings")
def home(request: Request) -> HttpResponse:
    language = get_language() or ""
    context = {
        "welcome": WELCOME.said(language).source,
        "lead": LEAD.said(language).source,
        "rooms": rooms(request.reader),
        "rows": rows_html(lines_of(Wanted(), request.reader, LIVELY), request.reader),
    }
    return render(request, "pages/home.html", context)


@page_for_everybody("settings")
def guidelines(request: Request) -> HttpResponse:
    return _text(request, GUIDELINES, pgettext("page title", "Guidelines"))


@page_for_everybody("settings")
def about(request: Request) -> HttpResponse:
    return _text(request, ABOUT, pgettext("page title", "About this place"))


@page_for_everybody("settings")
def privacy(request: Request) -> HttpResponse:
    return _text(request, PRIVACY, pgettext("page title", "Privacy"))


def _text(request: Request, text: TextDefinition, title: str) -> HttpResponse:
    """A text of the community in the reader's language."""
    said = text.said(get_language() or "")
    context = {"title": title, "said": said, "lang": bcp47(said.language), "dir": direction(said.language)}
    return render(request, "pages/text.html", context)


def healthz(request: Request) -> JsonResponse:
    """200 when the database and the queue answer. Says nothing about anybody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND scheduled_at IS NULL"
        )
        (waiting,) = cursor.fetchone()
    return JsonResponse({"database": "ok", "queue": "ok", "jobs_waiting": waiting})


@page_for_everybody("everything")
def robots(request: Request) -> HttpResponse:
    closed = [
        "/accounts/",
        "/administration/",
        "/preferences/",
        "/discuss/start",
        "/discuss/preview",
        "/demo/",
    ]
    lines_ = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    text = "\n".join([*lines_, "", f"Sitemap: {settings.ORIGIN}{reverse('pages:sitemap')}", ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
