"""Forms that carry what a passkey said. It comes from whoever sends it, so reading it may fail in every way."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import pgettext_lazy

from space.accounts import allowances
from space.accounts.forms.wording import Worded


class Said(forms.JSONField):
    """JSON, and nothing that the parser gives up on: numbers of 5,000 digits, brackets without end."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise get_adapter().validation_error("incorrect_code") from error


class _FromPasskey(forms.Form):
    """Comes before an allauth form among the bases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = Said()


class _Proof(_FromPasskey):
    """A passkey that says who is there."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError:
            raise
        # Decoders of keys fail with every kind of error: struct.error, KeyError, InvalidSignature...
        except Exception as error:
            raise get_adapter().validation_error("incorrect_code") from error


class AddPasskeyForm(Worded, _FromPasskey, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """Every key of ours can sign in alone, so the question that allauth asks here is answered."""

    words = {
        "name": (
            pgettext_lazy("passkey", "Name of this passkey"),
            pgettext_lazy("passkey", "So that you know it again, such as “phone” or “blue key”."),
        )
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"].validators.append(MaxLengthValidator(80))

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean() or {}
        except ValidationError:
            raise
        except Exception as error:
            raise get_adapter().validation_error("incorrect_code") from error


class PasskeySignInForm(_Proof, webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        tries = allowances.try_passkey(context.request)
        key: Authenticator = super().clean_credential()
        allowances.succeeded(tries)
        return key


class PasskeyAgainForm(_Proof, webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyAfterPasswordForm(_Proof, webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass
