"""What helps while one writes filters."""

from dataclasses import asdict
from datetime import timedelta

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from space.accounts.addresses import asker_of
from space.accounts.requests import Request
from space.limits.actions import Limit
from space.limits.here import take_here
from space.search.grammar import LISTS, SEARCH
from space.search.grammar.completing import complete as completed
from space.search.grammar.scanning import LONGEST

COMPLETIONS = Limit("completed-filters", 300, timedelta(minutes=1))


@require_safe
def complete(request: Request) -> HttpResponse:
    """For the text `q` with the caret at `at`: of a list's box where `where` says so, else of search."""
    take_here(asker_of(request), COMPLETIONS)
    text, at = request.GET.get("q", "")[:LONGEST], request.GET.get("at", "")
    caret = int(at) if at.isascii() and at.isdecimal() and len(at) < 6 else 2 * len(text)
    here = LISTS if request.GET.get("where") == LISTS else SEARCH
    answer = completed(text, caret, request.reader, here)
    response = JsonResponse({"start": answer.start, "found": [asdict(one) for one in answer.found]})
    # One reader's own, and soon another answer.
    response.headers["Cache-Control"] = "private, no-store"
    return response
