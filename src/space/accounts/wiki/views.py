"""Out to the wiki and back: to sign in, to link an account, or to show once more that it is you."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.internal.decorators import login_not_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from space.accounts import allowances
from space.accounts.addresses import address_of
from space.accounts.models import WikiAccount
from space.accounts.requests import Request
from space.accounts.wiki import dance, door
from space.accounts.wiki.actions import arriving, linking
from space.accounts.wiki.dance import Purpose, Step
from space.accounts.wiki.door import Door
from space.accounts.wiki.knowing import Known, find_out
from space.accounts.wiki.leading import leads_to_wiki
from space.accounts.wiki.refusals import Refused, Why
from space.web.choosing import way_back


def _door() -> Door:
    found = door.door()
    if found is None:
        raise Http404
    return found


def _go(request: HttpRequest, purpose: Purpose, next: str, invitation: str = "") -> HttpResponse:
    return HttpResponseRedirect(dance.begin(request, _door(), purpose, next, invitation))


@login_not_required  # type: ignore[untyped-decorator]
@never_cache
@require_POST
def sign_in(request: Request) -> HttpResponse:
    """Off to the wiki. Who is signed in already goes where they wanted to go."""
    _door()
    if request.reader.is_authenticated:
        return HttpResponseRedirect(way_back(request))
    allowances.go_to_the_wiki(request)
    return _go(request, Purpose.SIGN_IN, way_back(request), request.POST.get("invitation", "")[:40])


@never_cache
@require_POST
@login_required
def link(request: Request) -> HttpResponse:
    """Off to the wiki, to link the account with which one is logged in there."""
    _door()
    here = reverse("wiki_account")
    if get_adapter().is_reauthentication_required(app="space"):
        return prove_first(request, here)
    allowances.go_to_the_wiki(request)
    return _go(request, Purpose.LINK, here)


@leads_to_wiki
@never_cache
@login_required
def prove(request: Request) -> HttpResponse:
    """For who has no other way in: that the wiki still takes this browser for theirs."""
    _door()
    if request.method != "POST":
        return render(request, "accounts/wiki/prove.html", {"next": request.GET.get("next", "")})
    allowances.go_to_the_wiki(request)
    return _go(request, Purpose.PROVE, way_back(request))


def prove_first(request: HttpRequest, next: str) -> HttpResponse:
    """To the page that asks for password, code or passkey, or else to the wiki; and back."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    page = methods[0]["url"] if methods else reverse("wiki_prove")
    return HttpResponseRedirect(f"{page}?{urlencode({'next': next})}")


@login_not_required  # type: ignore[untyped-decorator]
@leads_to_wiki
@never_cache
@require_safe
def back(request: Request) -> HttpResponse:
    """Back from the wiki: with a code, or with a no."""
    found = _door()
    step = dance.resume(request)
    try:
        if "code" not in request.GET:
            step = step or dance.last(request)
            raise Refused(_said_no(request))
        if step is None:
            raise Refused(Why.AGAIN)
        known = _known(dance.profile(found, step, request.GET["code"]))
        return _NEXT[step.purpose](request, step, known)
    except Refused as no:
        return _explain(request, no, step)


def _said_no(request: HttpRequest) -> Why:
    """What MediaWiki calls an unauthorized client is a person who pressed Cancel; other programs say access_denied."""
    cancelled = request.GET.get("error") in {"unauthorized_client", "access_denied"}
    return Why.CANCELLED if cancelled else Why.AGAIN


def _known(told: dict[str, Any]) -> Known:
    known = find_out(told)
    if known.locked:
        arriving.lock_out(known.sub)
        raise Refused(Why.LOCKED)
    return known


def _come_in(request: Request, step: Step, known: Known) -> HttpResponse:
    person = arriving.arrive(known, sender=address_of(request), key=step.invitation)
    record_authentication(request, person, "wiki")
    login = Login(person, EmailVerificationMethod.NONE, redirect_url=step.next)
    response: HttpResponse = perform_login(request, login)
    return response


def _link(request: Request, step: Step, known: Known) -> HttpResponse:
    if not request.reader.is_authenticated:
        raise Refused(Why.AGAIN)
    linking.link(request.user, known)
    messages.success(request, pgettext("wiki account", "Your Wikimedia account is linked."))
    return HttpResponseRedirect(step.next)


def _prove(request: Request, step: Step, known: Known) -> HttpResponse:
    mine = WikiAccount.objects.filter(person_id=request.user.pk or 0, sub=known.sub)
    if not mine.exists():
        raise Refused(Why.NOT_THIS_ONE)
    record_authentication(request, request.user, "wiki", reauthenticated=True)
    return HttpResponseRedirect(step.next)


_NEXT = {Purpose.SIGN_IN: _come_in, Purpose.LINK: _link, Purpose.PROVE: _prove}


def _explain(request: Request, no: Refused, step: Step | None) -> HttpResponse:
    """What happened, and the ways that are open."""
    purpose = step.purpose if step else Purpose.SIGN_IN
    context = {
        "no": no,
        "next": step.next if step else "",
        "links": purpose is Purpose.LINK and request.reader.is_authenticated,
        "again": _AGAIN[purpose] if request.reader.is_authenticated else "wiki_sign_in",
    }
    return render(request, "accounts/wiki/refused.html", context, status=no.status)


_AGAIN = {Purpose.SIGN_IN: "wiki_sign_in", Purpose.LINK: "wiki_link", Purpose.PROVE: "wiki_prove"}
