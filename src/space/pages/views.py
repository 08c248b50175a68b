"""Pages that are made of what all other apps have."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from space.accounts.requests import Request
from space.pages.front.blocks import ORDER, shown
from space.pages.wording import LEAD
from space.web.pagecache import page_for_everybody


@page_for_everybody("lists", "rooms", "settings", "stories", "scores", "events")
def home(request: Request) -> HttpResponse:
    language = get_language() or ""
    context = {
        "lead": LEAD.said(language).source,
        "has_welcome": "welcome" in ORDER(),
        "blocks": shown(request.reader, language, request),
    }
    return render(request, "pages/home.html", context)


def healthz(request: Request) -> JsonResponse:
    """200 when the database and the queue answer. Says nothing about anybody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()"
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
