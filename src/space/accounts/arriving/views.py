"""One's own invitations: make them, look at them, take them back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from space.accounts.arriving.actions import inviting
from space.accounts.arriving.permissions import can_invite, can_open_wide
from space.accounts.forms.arriving import LinkForm, MailForm
from space.accounts.models import Invitation
from space.accounts.numbers import INVITATIONS_A_DAY, NEW_ACCOUNTS, NewAccounts
from space.accounts.requests import Request
from space.kit import clock
from space.kit.rules import require

_A_PAGE = 50


@dataclass(frozen=True)
class Row:
    one: Invitation
    url: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invitations(request: Request) -> HttpResponse:
    require(can_invite(request.reader))
    by_mail = "address" in request.POST
    link = LinkForm(
        request.POST if request.POST and not by_mail else None,
        may_be_wide=bool(can_open_wide(request.reader)),
    )
    mail = MailForm(request.POST if by_mail else None)
    form = mail if by_mail else link
    if form.is_valid():
        try:
            _make(request, form)
            return redirect("accounts:invitations")
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, link, mail)


@require_POST
@login_required
def end(request: Request, pk: int) -> HttpResponse:
    """Somebody else's stays as it is, and gives no other answer."""
    inviting.end_invitation(pk, by=request.user)
    messages.success(request, pgettext("invitation", "This invitation opens nothing any more."))
    return redirect("accounts:invitations")


def _make(request: Request, form: Form) -> None:
    if isinstance(form, MailForm):
        data = form.cleaned_data
        inviting.invite_by_mail(data["address"], by=request.user, note=data["note"])
        messages.success(request, pgettext("invitation", "The mail is on its way."))
        return
    inviting.invite_by_link(by=request.user, **form.cleaned_data)
    messages.success(request, pgettext("invitation", "The link is made. Copy it below."))


def _page(request: Request, link: LinkForm, mail: MailForm) -> HttpResponse:
    mine = Invitation.objects.good(clock.now()).filter(by=request.user)
    context: dict[str, Any] = {
        "link": link,
        "mail": mail,
        "a_day": INVITATIONS_A_DAY(),
        "opens_nothing": NEW_ACCOUNTS() == NewAccounts.WIKIS,
        "rows": [Row(one, inviting.address_of(one)) for one in mine[:_A_PAGE]],
    }
    status = 422 if link.is_bound or mail.is_bound else 200
    return render(request, "accounts/invitations.html", context, status=status)
