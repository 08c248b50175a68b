from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.kit.rules import require
from space.moderation.models import LogEntry
from space.review.log.actions import redact as redact_reason
from space.review.log.asked import Asked
from space.review.log.feeds import log_feed
from space.review.log.forms import RedactForm
from space.review.log.numbers import context_of as numbers_of
from space.review.log.page import context_of
from space.review.log.permissions import can_redact
from space.review.log.rows import row_of, rows_html
from space.review.log.tables import CONTENT_TYPE, lines_of_table

__all__ = ["entry", "log", "log_csv", "log_feed", "numbers", "redact"]


@require_safe
def log(request: Request) -> HttpResponse:
    return render(request, "review/log/log.html", context_of(Asked.of(request.GET), request.reader))


@require_safe
def entry(request: Request, pk: int) -> HttpResponse:
    row = row_of(pk, request.reader)
    return render(request, "review/log/entry.html", {"row": row, "line": rows_html([row])})


@require_safe
def log_csv(request: Request) -> StreamingHttpResponse:
    """What this reader is told, as a table."""
    response = StreamingHttpResponse(
        lines_of_table(Asked.of(request.GET), request.reader), content_type=CONTENT_TYPE
    )
    response["Content-Disposition"] = 'attachment; filename="moderation-log.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def numbers(request: Request) -> HttpResponse:
    return render(request, "review/log/numbers.html", numbers_of(Asked.of(request.GET).month))


@login_required
def redact(request: Request, pk: int) -> HttpResponse:
    """Take the words of a reason out of the log."""
    require(can_redact(request.reader))
    row = row_of(pk, request.reader)
    form = RedactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        redact_reason(LogEntry.objects.get(pk=pk), form.cleaned_data["reason"], by=request.user)
        messages.success(request, pgettext("log", "The words are gone. The log says that you took them out."))
        return redirect(row.url)
    status = 422 if form.is_bound else 200
    return render(request, "review/log/redact.html", {"row": row, "form": form}, status=status)
