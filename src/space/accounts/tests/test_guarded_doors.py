"""What else guards the ways in: the flags of cookies, and a second proof that no mail takes away."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from space.accounts.tests.people import person, sign_in, who
from space.accounts.tests.test_second_factor import SECRET

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("secure", [True, False])
def test_no_script_and_no_other_site_has_the_session(client: Client, settings, secure: bool) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = secure
    person()
    client.get(reverse("account_login"))
    sign_in(client)
    session, token = client.cookies["space_session"], client.cookies["csrftoken"]
    assert (session["httponly"], session["samesite"], bool(session["secure"])) == (True, "Lax", secure)
    assert (token["samesite"], bool(token["secure"])) == ("Lax", secure)
    assert session["domain"] == token["domain"] == ""


def test_a_new_password_by_mail_does_not_take_the_second_proof_away(client: Client, mailoutbox) -> None:
    TOTP.activate(person(email="amina@example.org"), SECRET)
    client.post(reverse("account_reset_password"), {"email": "amina@example.org"})
    link = re.search(r"http://\S+?(/accounts/\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    words = "entirely different words"
    answer = client.post(page.request["PATH_INFO"], {"password1": words, "password2": words}, follow=True)
    assert answer.status_code == 200
    assert who(client) == ""
    assert sign_in(client, password=words).headers["Location"] == reverse("mfa_authenticate")
    assert who(client) == ""
