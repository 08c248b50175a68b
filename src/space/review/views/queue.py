"""The queue, and who looks at which case."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.models import User
from space.accounts.requests import Request
from space.kit.fields import whole_number
from space.kit.rules import require
from space.review.actions import ask_staff, claim, let_go
from space.review.models import Case
from space.review.permissions import can_decide, can_review
from space.review.queue import appeal_page
from space.review.queue.beside import around
from space.review.queue.case_page import flaggers, hands
from space.review.queue.items import items_of
from space.review.queue.lines import lines_of
from space.review.queue.pills import pills_html
from space.review.queue.wanted import APPEALS, Asked
from space.web.choosing import way_back

A_PAGE = 20


@require_safe
@login_required
def queue(request: Request) -> HttpResponse:
    """What waits for this reader, or what was decided."""
    reader = request.reader
    require(can_review(reader))
    asked, token = Asked.of(request.GET), get_token(request)
    context = {"asked": asked, **around(asked, reader, token)}
    if asked.tab == APPEALS:
        return render(request, "review/appeals.html", context | appeal_page.rows(reader))
    lines = lines_of(asked, reader, A_PAGE + 1)
    context |= {
        "items": items_of(lines[:A_PAGE], reader, here=request.get_full_path(), token=token),
        "older": asked.after_case(lines[A_PAGE - 1]) if len(lines) > A_PAGE else "",
        "newest": asked.but().url if asked.after else "",
        "pills": pills_html(asked, reader),
        "cleared": Asked(tab=asked.tab).url if asked.narrows else "",
    }
    return render(request, "review/queue.html", context)


def find_case(request: Request, pk: int) -> Case:
    """What this reader looks after; about what they wrote themselves they get a no with words."""
    if can_review(request.reader) and (own := Case.objects.of_own(request.reader).filter(pk=pk).first()):
        require(can_decide(request.reader, own, frozenset()))
    related = ("author", "category", "group", "claimed_by")
    return get_object_or_404(Case.objects.visible_to(request.reader).select_related(*related), pk=pk)


@require_POST
@login_required
def carry(request: Request, pk: int) -> HttpResponse:
    """Claim a case, let it go, hand it to somebody, or ask the moderators of the place in."""
    case, wish = find_case(request, pk), request.POST.get("do")
    require(can_decide(request.reader, case, flaggers(case)))
    if wish == "claim":
        claim(case, by=request.user)
    elif wish == "let-go":
        let_go(case, by=request.user)
    elif wish == "ask":
        ask_staff(case, by=request.user)
        messages.success(request, pgettext("review", "Moderators of this place see the case now, too."))
    elif wish == "hand" and (to := _hand(request, case)):
        let_go(case, by=request.user, to=to)
        told = pgettext("review", "%(name)s has the case now.")
        messages.success(request, told % {"name": to.name})
    return redirect(way_back(request) if request.POST.get("next") else case)


def _hand(request: Request, case: Case) -> User | None:
    wanted = whole_number(request.POST.get("to"))
    return next((one for one in hands(case, request.reader) if one.pk == wanted), None)
