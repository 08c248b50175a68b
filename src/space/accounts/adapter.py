"""What allauth asks us: names as on the wikis, our own limits, and silence about who has an account."""

import time
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import pgettext, pgettext_lazy
from qrcode.image.svg import SvgPathFillImage

from space.accounts import allowances, closed, names
from space.accounts.addresses import address_of
from space.accounts.arriving.actions.coming import came_here, can_come_here
from space.accounts.erasing import is_taken
from space.accounts.models import FormerName, User, WikiAccount
from space.accounts.watched_names import refuse_watched
from space.community.look import MAIL_PREFIX, NAME, sender

# In the session of who could not come in: whose account it was.
SHUT_OUT = "shut_out"
_INCORRECT = pgettext_lazy(
    "sign in", "This name or address and this password do not belong together. Upper and lower case matter."
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Local accounts."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _INCORRECT,
        "email_password_mismatch": _INCORRECT,
        "username_taken": pgettext_lazy("name", "Somebody has this name already, or one that looks like it."),
        "incorrect_password": pgettext_lazy("sign in", "This is not your password."),
        "enter_current_password": pgettext_lazy("sign in", "This is not your current password."),
        "duplicate_email": pgettext_lazy("e-mail", "This is already the address of your account."),
        "email_taken": pgettext_lazy("e-mail", "This address cannot be used."),
        "invalid_password_reset": pgettext_lazy("sign in", "This link has been used or is too old."),
    }

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """The stored name. Look-alikes and watched words are refused; wiki names cannot be taken at all."""
        name = names.local_name(username)
        names.check_local_name(name)
        if not shallow:
            refuse_watched(name)
        alike = {"skeleton": names.skeleton_of(name)}
        # Who gives up a name of the wikis can go back to one that was theirs.
        others = FormerName.objects.filter(**alike).exclude(person=self._asker())
        if not shallow and (User.objects.filter(**alike).exists() or others.exists() or is_taken(name)):
            raise self.validation_error("username_taken")
        return name

    def _asker(self) -> int:
        return getattr(getattr(self.request, "user", None), "pk", None) or 0

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """They are in at once, or wait: with what they came decides."""
        user = super().save_user(request, user, form, commit)
        return came_here(user, sender=address_of(request), invitation=form.invitation)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return can_come_here(getattr(request, "invitation", None))

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Whichever way they come: who is locked on all wikis stays out."""
        if WikiAccount.objects.filter(person_id=user.pk, locked=True).exists():
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Whoever proved to be them may know why, on the page they are led to."""
        clear_login(request)
        if address := closed.way_back(request, user):
            return HttpResponseRedirect(address)
        request.session[SHUT_OUT] = user.pk
        return super().respond_user_inactive(request, user)  # type: ignore[no-any-return]

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only the passkey button asks for JSON; forms always answer with pages."""
        match = request.resolver_match
        return bool(match and match.url_name == "mfa_login_webauthn" and request.method == "GET")

    def get_login_stages(self) -> list[str]:
        return ["allauth.account.stages.EmailVerificationStage", "allauth.mfa.stages.AuthenticateStage"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who has just signed in need not prove it again."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The first is asked for; the others are offered beside it."""
        words = {
            "reauthenticate": pgettext("reauthenticate", "Use your password"),
            "mfa_reauthenticate:webauthn": pgettext("reauthenticate", "Use a passkey"),
            "mfa_reauthenticate": pgettext("reauthenticate", "Use a code"),
        }
        methods = {method["id"]: method for method in super().get_reauthentication_methods(user)}
        return [{**methods[way], "description": text} for way, text in words.items() if way in methods]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        typed = credentials.get("username") or credentials.get("email") or ""
        self._tries = allowances.try_to_sign_in(request, allowances.account(typed))

    def _rollback_login_failed_rl_usage(self) -> None:
        allowances.succeeded(self._tries)

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        allowances.forget_tries(allowances.account(credentials.get("email", "")))

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """The page itself shows that one is signed in or out."""
        if args and args[0] in {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}:
            return
        super().add_message(request, level, *args, **kwargs)

    def get_from_email(self) -> str:
        return sender()

    def format_email_subject(self, subject: str) -> str:
        return f"[{MAIL_PREFIX()}] {subject}"

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> Any:
        return super().render_mail(
            template_prefix, email, {**context, "place": NAME(), "home": settings.ORIGIN}, headers
        )

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """To a proved address only; tells the name, and nothing of where the change came from."""
        address = email or user.email
        if address:
            self.send_mail(template_prefix, address, {**(context or {}), "user": user})

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/preferences/"

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return (
            "/preferences/"
            if self.request.user.is_authenticated
            else super().get_login_redirect_url(self.request)
        )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys, codes of an app, recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": pgettext_lazy("sign in", "This code or key is not right, or was used before."),
    }

    def _get_site_name(self) -> str:
        return NAME()

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.name)

    def build_totp_svg(self, url: str) -> str:
        """Dark on white also on a dark page, or no camera reads it."""
        return qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")  # type: ignore[no-any-return]

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return pgettext("passkey", "Passkey %(number)d") % {"number": count + 1}
