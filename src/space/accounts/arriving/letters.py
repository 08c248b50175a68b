"""Mails to people who are not in yet: to the address that they gave, proved or not, once and with no secret in it."""

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from space.accounts.models import User


def write(person: User, about: str, *, language: str, **told: str) -> None:
    """Nothing where they gave no address: they are told when they come again."""
    address = EmailAddress.objects.filter(user=person).order_by("-verified", "pk").first()
    if address:
        send(address.email, about, language=language, user=person, **told)


def send(address: str, about: str, *, language: str, **told: object) -> None:
    known = dict(settings.LANGUAGES)
    with translation.override(language if language in known else settings.LANGUAGE_CODE):
        sign_in = f"{settings.ORIGIN}{reverse('account_login')}"
        context = {"sign_in": sign_in, "email": address, **told}
        get_adapter().render_mail(f"account/email/{about}", address, context).send()
