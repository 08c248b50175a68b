"""Forms for people who are signed in: password, e-mail address, codes."""

from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as codes
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts import allowances
from space.accounts.forms.wording import AGAIN, NEW_PASSWORD, Worded

_CODE = (
    pgettext_lazy("second factor", "Code"),
    pgettext_lazy("second factor", "From your app, or one of your recovery codes."),
)


class ChangePasswordForm(Worded, allauth.ChangePasswordForm):  # type: ignore[misc]
    words = {
        "oldpassword": (pgettext_lazy("password", "Your password now"), ""),
        "password1": NEW_PASSWORD,
        "password2": AGAIN,
    }

    def clean_oldpassword(self) -> str:
        tries = allowances.try_code(self.user.pk)
        password: str = super().clean_oldpassword()
        allowances.succeeded(tries)
        return password


class SetPasswordForm(Worded, allauth.SetPasswordForm):  # type: ignore[misc]
    words = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ReauthenticateForm(Worded, allauth.ReauthenticateForm):  # type: ignore[misc]
    words = {"password": (pgettext_lazy("sign in", "Password"), "")}


class AddressForm(Worded, allauth.AddEmailForm):  # type: ignore[misc]
    words = {"email": (pgettext_lazy("e-mail", "New e-mail address"), "")}

    def clean_email(self) -> str:
        email: str = super().clean_email()
        allowances.ask_for_letter(context.request, email)
        return email


class _CodeForm(Worded):
    """A code of an app is accepted once; guesses are counted per person."""

    words = {"code": _CODE}
    user: Any
    authenticator: Any

    def clean_code(self) -> str:
        tries = allowances.try_code(self.user.pk)
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            try:
                allowances.use_code(self.user.pk, "".join(code.split()))
            except ValidationError as error:
                raise get_adapter().validation_error("incorrect_code") from error
        allowances.succeeded(tries)
        return code


class CodeForm(_CodeForm, codes.AuthenticateForm):  # type: ignore[misc]
    pass


class CodeAgainForm(_CodeForm, codes.ReauthenticateForm):  # type: ignore[misc]
    pass


class StartAppForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    words = {"code": (_CODE[0], pgettext_lazy("second factor", "The six digits that your app shows now."))}
