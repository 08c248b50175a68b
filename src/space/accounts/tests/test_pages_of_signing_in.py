"""Every page that allauth lends us is written by us: calm, without inline script, and known by name."""

import re
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.test import Client
from django.urls import reverse

from space.accounts import entrance_urls
from space.accounts.tests.people import PASSWORD, person, sign_in

pytestmark = pytest.mark.django_db
OURS = str(Path(__file__).parents[2])
NAMES = [pattern.name for pattern in entrance_urls.urlpatterns]


def address(name: str) -> str:
    if name == "account_confirm_email":
        fresh = EmailAddress(pk=1, email="a@example.org")
        return reverse(name, args=[EmailConfirmationHMAC(fresh).key])
    arguments = {
        "mfa_remove_webauthn": [1],
        "account_reset_password_from_key": ["1", "no-key"],
        "account_invited": ["no-key"],
    }
    return reverse(name, args=arguments.get(name, ()))


@pytest.fixture(params=["nobody", "somebody"])
def browser(request: pytest.FixtureRequest, client: Client) -> Client:
    if request.param == "somebody":
        person()
        sign_in(client)
    return client


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_from_our_templates_and_runs_no_inline_script(browser: Client, name: str) -> None:
    answer = browser.get(address(name), follow=True)
    html = answer.content.decode()
    assert answer.status_code in {200, 404}
    assert all(
        template.origin.name.startswith(OURS)
        for template in answer.templates
        if template.name and not template.name.startswith("django/")
    )
    assert not re.search(r"<script(?![^>]*\bsrc=)|\bstyle=|\bon\w+=\"|javascript:", html)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_sends_forms_only_to_us_and_says_who_may_not_find_it(browser: Client, name: str) -> None:
    answer = browser.get(address(name), follow=True)
    if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
        html = answer.content.decode()
        assert not re.search(r'action="(?!/)', html)
        assert all(
            "csrfmiddlewaretoken" in form or 'action="/' in form
            for form in re.findall(r"<form.*?</form>", html, re.DOTALL)
        )


def test_wrong_input_is_answered_with_the_form_and_422(client: Client) -> None:
    for name in ("account_login", "account_signup", "account_reset_password"):
        answer = client.post(reverse(name), {})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["application/json", "text/html"])
def test_forms_answer_with_pages_whatever_is_asked(client: Client, asked: str) -> None:
    answer = client.post(reverse("account_login"), {"login": "a", "password": PASSWORD}, HTTP_ACCEPT=asked)
    assert answer["Content-Type"].startswith("text/html")


def test_pages_of_allauth_that_we_do_not_offer_are_not_there(client: Client) -> None:
    for path in (
        "login/code/",
        "login/code/confirm/",
        "signup/passkey/",
        "2fa/",
        "2fa/webauthn/signup/",
        "sessions/",
        "social/",
        "phone/change/",
    ):
        assert client.get(f"/accounts/{path}").status_code == 404


def test_passkeys_say_what_they_need_where_there_is_no_javascript(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert "<noscript>" in page
    assert re.search(r"<passkey-form hidden", page)
