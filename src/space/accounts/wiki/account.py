"""The page on which one sees what we know from the wikis, has it refreshed, links an account or unlinks it."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from space.accounts import allowances
from space.accounts.forms.unlinking import UnlinkForm
from space.accounts.models import WikiAccount
from space.accounts.requests import Request
from space.accounts.wiki import door
from space.accounts.wiki.actions import linking, refreshing
from space.accounts.wiki.leading import leads_to_wiki
from space.accounts.wiki.panels import facts_of
from space.accounts.wiki.views import prove_first
from space.kit.rules import require
from space.mediawiki.api import Trouble


@leads_to_wiki
@never_cache
@require_safe
@login_required
def account(request: Request) -> HttpResponse:
    mine = _mine(request)
    if mine is None and not door.is_open():
        raise Http404
    context = {
        "facts": facts_of(mine) if mine else None,
        "account": mine,
        "can_unlink": linking.can_unlink(request.user) if mine else None,
        "door": door.is_open(),
        "wiki": door.host(),
    }
    return render(request, "accounts/wiki/account.html", context)


@require_POST
@login_required
def refresh(request: Request) -> HttpResponse:
    """Ask the wikis now."""
    mine = _mine(request)
    if mine is None:
        raise Http404
    allowances.go_to_the_wiki(request)
    try:
        refreshing.refresh(mine)
    except Trouble as trouble:
        messages.warning(request, " ".join(trouble.messages))
    else:
        messages.success(request, pgettext("wiki account", "This is what the wikis say now."))
    return redirect("wiki_account")


@never_cache
@login_required
def unlink(request: Request) -> HttpResponse:
    """Off again, with a name of this site instead of that of the wikis."""
    mine = _mine(request)
    if mine is None:
        raise Http404
    if get_adapter().is_reauthentication_required(app="space"):
        return prove_first(request, reverse("wiki_unlink"))
    require(linking.can_unlink(request.user))
    form = UnlinkForm(request.POST or None, initial={"name": mine.name})
    if not form.is_valid():
        context = {"form": form, "account": mine}
        return render(request, "accounts/wiki/unlink.html", context, status=422 if form.is_bound else 200)
    linking.unlink(request.user, form.cleaned_data["name"])
    messages.success(request, pgettext("wiki account", "Your Wikimedia account is no longer linked."))
    return redirect("wiki_account" if door.is_open() else "accounts:preferences")


def _mine(request: Request) -> WikiAccount | None:
    return WikiAccount.objects.filter(person=request.user.pk).select_related("person").first()


def shows_the_page(reader: Any) -> bool:
    """In the menu of preferences: where there is a door."""
    return door.is_open()
