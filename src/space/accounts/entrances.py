"""allauth's pages as we offer them: a refused form is 422, and who must prove themselves again is asked first."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from space.accounts.actions import wait_for_proof
from space.accounts.adapter import SHUT_OUT
from space.accounts.arriving.actions import inviting
from space.accounts.arriving.actions.waiting import say_who
from space.accounts.forms.arriving import SayWhoForm
from space.accounts.models import User
from space.accounts.numbers import NEW_ACCOUNTS
from space.accounts.wiki import door
from space.accounts.wiki.leading import leads_to_wiki
from space.accounts.wiki.views import prove_first

View = Callable[..., HttpResponseBase]


def entrance(view: View) -> View:
    """What every page of allauth does with us."""

    @wraps(view)
    def polite(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except ReauthenticationRequired:
            return _prove_again(request)
        if (
            request.method == "POST"
            and response.status_code == 200
            and isinstance(response, TemplateResponse)
        ):
            response.status_code = 422
        return response

    return polite


def _prove_again(request: HttpRequest) -> HttpResponse:
    """To the page that asks for password, code or passkey, and back here.

    allauth would keep the whole request in the session for this, with the address it came from.
    """
    return prove_first(request, request.path)


def proved(view: View) -> View:
    """For who comes in by the wiki alone: allauth has nothing to ask them for, so it would ask nothing."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        adapter = get_adapter()
        if (
            request.user.is_authenticated
            and not adapter.get_reauthentication_methods(request.user)
            and adapter.is_reauthentication_required(app="space")
            and door.is_open()
        ):
            return _prove_again(request)
        return entrance(view)(request, *args, **kwargs)

    return guarded


def fresh(view: View, *, to_look: bool = False) -> View:
    """For pages of ours: who has just shown that it is them goes on. `to_look`: to look at it needs no proof."""
    asked = proved(reauthentication_required(view))

    @wraps(view)
    def either(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        looks = to_look and request.method in ("GET", "HEAD")
        return view(request, *args, **kwargs) if looks else asked(request, *args, **kwargs)

    return login_required(either)


class _SignUp(account.SignupView):  # type: ignore[misc]
    """Also with an invitation, whose key stands in the address."""

    template_name_signup_closed = "account/signup_closed.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = kwargs.get("key", "")
        request.invitation = self.invitation = inviting.good(key)  # type: ignore[attr-defined]
        self.told = {"invitation": self.invitation, "is_spent": bool(key) and self.invitation is None}
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def closed(self) -> HttpResponse:
        """`redirect_field`: where they wanted to go, for the door of the wikis."""
        field = account.NextRedirectMixin.get_context_data(self)
        context = {**self.told, "mode": NEW_ACCOUNTS(), "redirect_field": field.get("redirect_field", "")}
        return TemplateResponse(self.request, self.template_name_signup_closed, context)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "invitation": self.invitation}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **self.told, "mode": NEW_ACCOUNTS()}

    def form_valid(self, form: Any) -> HttpResponse:
        """Of two who sign up with one name in the same moment, the second is told like anybody later."""
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
                wait_for_proof(self.user)
        except IntegrityError:
            form.add_error("username", get_adapter().validation_error("username_taken"))
            return self.form_invalid(form)  # type: ignore[no-any-return]
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)  # type: ignore[no-any-return]
        # Who has just chosen a password need not type it again to add a passkey.
        record_authentication(self.request, self.user, "password")
        return response


@require_http_methods(["GET", "HEAD", "POST"])
def shut(request: HttpRequest) -> HttpResponse:
    """Whose account is not open, and may know why. Who waits can say who they are."""
    person = (
        User.objects.filter(pk=request.session.get(SHUT_OUT, 0)).select_related("waiting", "wiki").first()
    )
    waiting, wiki = getattr(person, "waiting", None), getattr(person, "wiki", None)
    form = None
    if waiting and not waiting.declined_at:
        form = SayWhoForm(request.POST or None, initial={"words": waiting.words})
        if form.is_valid() and say_who(waiting.person, form.cleaned_data["words"]):
            messages.success(request, pgettext("waiting", "Who looks at your account reads this."))
            return redirect("account_inactive")
    context = {"person": person, "waiting": waiting, "locked": bool(wiki and wiki.locked), "form": form}
    status = 422 if form and form.is_bound else 200
    return render(request, "account/account_inactive.html", context, status=status)


class _ConfirmAddress(account.ConfirmEmailView):  # type: ignore[misc]
    def logout_other_user(self, confirmation: Any) -> None:
        """Opening a link changes nothing; pressing the button may."""
        if self.request.method == "POST":
            super().logout_other_user(confirmation)


class _NewPassword(account.PasswordResetFromKeyView):  # type: ignore[misc]
    def logout(self) -> None:
        """Opening a link changes nothing; choosing the password may."""
        if self.request.method == "POST":
            super().logout()


class _AddPasskey(passkeys.AddWebAuthnView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each key is kept by its device under our name and asks for finger, face or PIN: it is enough alone."""
        context = {**super().get_context_data(**kwargs), **kwargs}
        return {
            **context,
            "js_data": {"creation_options": webauthn.begin_registration(self.request.user, True)},
        }


sign_in = leads_to_wiki(entrance(account.login))
sign_out = entrance(account.logout)
sign_up = leads_to_wiki(entrance(_SignUp.as_view()))
prove = entrance(account.reauthenticate)
email = proved(reauthentication_required(account.email, app="allauth.account"))
email_sent = entrance(account.EmailVerificationSentView.as_view())
confirm_email = entrance(_ConfirmAddress.as_view())
change_password = entrance(account.password_change)
set_password = proved(account.password_set)
ask_new_password = entrance(account.password_reset)
asked_new_password = entrance(account.password_reset_done)
new_password = entrance(_NewPassword.as_view())
have_new_password = entrance(account.password_reset_from_key_done)

keys = proved(second_factor.index)
code = entrance(second_factor.authenticate)
code_again = entrance(second_factor.reauthenticate)
start_app = proved(app.activate_totp)
stop_app = proved(app.deactivate_totp)
add_passkey = proved(_AddPasskey.as_view())
remove_passkey = proved(passkeys.RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index")))
sign_in_by_passkey = entrance(passkeys.login_webauthn)
passkey_again = entrance(passkeys.reauthenticate_webauthn)
recovery_codes = proved(recovery.view_recovery_codes)
new_recovery_codes = proved(recovery.generate_recovery_codes)
download_recovery_codes = proved(recovery.download_recovery_codes)
