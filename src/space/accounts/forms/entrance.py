"""Forms for people who are not signed in: sign in, sign up, ask for a new password."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.models import EmailAddress
from allauth.core import context
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, pgettext_lazy

from space.accounts import allowances
from space.accounts.arriving import questions
from space.accounts.forms.wording import AGAIN, NEW_PASSWORD, Worded
from space.accounts.models import Invitation


class SignInForm(Worded, allauth.LoginForm):  # type: ignore[misc]
    words = {
        "login": (pgettext_lazy("sign in", "Name or e-mail address"), ""),
        "password": (pgettext_lazy("sign in", "Password"), ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verbatim = {
            "autocomplete": "username webauthn",
            "autocapitalize": "none",
            "spellcheck": "false",
            "dir": "auto",
        }
        self.fields["login"].widget.attrs.update(verbatim)


class SignUpForm(Worded, allauth.SignupForm):  # type: ignore[misc]
    """A local account. The e-mail address is optional, and nobody learns whether somebody else has it."""

    words = {
        "username": (
            pgettext_lazy("sign up", "Name"),
            pgettext_lazy("sign up", "In any script, spaces included. Others see it with the mark @local."),
        ),
        "email": (
            pgettext_lazy("sign up", "E-mail address"),
            pgettext_lazy("sign up", "Only for a new password when you have lost yours. Nobody sees it."),
        ),
        "password1": (pgettext_lazy("sign up", "Password"), NEW_PASSWORD[1]),
    }

    # With what they come; such are not asked whether they are people.
    invitation: Invitation | None = None

    def __init__(self, *args: Any, invitation: Invitation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        verbatim = {"maxlength": "85", "autocapitalize": "words", "spellcheck": "false", "dir": "auto"}
        self.fields["username"].widget.attrs.update(verbatim)
        if invitation is None:
            self._ask()

    def _ask(self) -> None:
        """The question that was asked before, or one by chance where it is asked no more."""
        asked = questions.named(self.data.get("question", "")) or questions.one_for(get_language() or "")
        if asked is None:
            return
        self.riddle = asked
        self.fields["answer"] = forms.CharField(
            label=asked.asks,
            help_text=pgettext_lazy("sign up", "So that we know that you are a person. A word is enough."),
            max_length=200,
            widget=forms.TextInput({"autocomplete": "off", "dir": "auto"}),
        )
        self.fields["question"] = forms.CharField(
            widget=forms.HiddenInput, initial=asked.name, required=False
        )
        if self.is_bound:
            self.data = {name: self.data.get(name) for name in self.data} | {"question": asked.name}

    def clean_answer(self) -> str:
        answer = str(self.cleaned_data["answer"])
        if not self.riddle.is_answered_by(answer):
            allowances.answer_wrongly(context.request)
            raise ValidationError(
                pgettext_lazy("sign up", "That is not the answer we know. Try another word."), code="wrong"
            )
        return answer

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not (self.invitation and self.invitation.is_wide):
            allowances.sign_up(context.request)
        return cleaned


class AskNewPasswordForm(Worded, allauth.ResetPasswordForm):  # type: ignore[misc]
    words = {
        "email": (
            pgettext_lazy("new password", "E-mail address"),
            pgettext_lazy("new password", "The one of your account, which you have confirmed."),
        )
    }

    def clean_email(self) -> str:
        """Only a proved address opens an account; the answer is the same for every address."""
        email = str(self.cleaned_data["email"]).lower()
        allowances.ask_for_letter(context.request, email)
        proved = EmailAddress.objects.filter(email=email, verified=True).select_related("user")
        self.users = [address.user for address in proved if address.user.is_active]
        return email


class NewPasswordForm(Worded, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    words = {"password1": NEW_PASSWORD, "password2": AGAIN}
