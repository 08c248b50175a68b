"""With a second proof a password alone opens nothing; recovery codes are for the day when it is lost."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.tests.people import PASSWORD, person, sign_in, who

pytestmark = pytest.mark.django_db
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def shown(secret: str = SECRET) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def guarded(db: None) -> User:
    someone = person()
    TOTP.activate(someone, SECRET)
    RecoveryCodes.activate(someone)
    return someone


def type_code(client: Client, code: str):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def test_a_password_alone_no_longer_signs_in(client: Client, guarded: User) -> None:
    assert sign_in(client).headers["Location"] == reverse("mfa_authenticate")
    assert who(client) == ""


def test_the_code_of_the_app_completes_it(client: Client, guarded: User) -> None:
    sign_in(client, next="/preferences/")
    assert type_code(client, shown()).headers["Location"] == "/preferences/"
    assert who(client) == guarded.name


def test_a_code_is_good_once(client: Client, guarded: User) -> None:
    code = shown()
    sign_in(client)
    type_code(client, code)
    second = Client()
    sign_in(second)
    assert type_code(second, code).status_code == 422
    assert who(second) == ""


def test_a_recovery_code_works_once(client: Client, guarded: User) -> None:
    code = Authenticator.objects.get(type="recovery_codes").wrap().generate_codes()[0]
    for browser, expected in ((client, 302), (Client(), 422)):
        sign_in(browser)
        assert type_code(browser, code).status_code == expected


def test_codes_cannot_be_guessed(client: Client, guarded: User) -> None:
    sign_in(client)
    answers = [type_code(client, f"{n:06}") for n in range(7)]
    assert "too many tries" in answers[-1].content.decode()
    assert who(client) == ""


def test_nobody_types_a_code_without_the_password_before(client: Client, guarded: User) -> None:
    assert type_code(client, shown()).headers["Location"] == reverse("account_login")


def test_setting_up_an_app_ends_with_recovery_codes(client: Client) -> None:
    person()
    sign_in(client)
    page = client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": shown(page.context["form"].secret)})
    codes = client.get(answer.headers["Location"]).content.decode()
    assert Authenticator.objects.get(type="recovery_codes").wrap().generate_codes()[0] in codes


def test_a_wrong_code_sets_nothing_up(client: Client) -> None:
    person()
    sign_in(client)
    client.get(reverse("mfa_activate_totp"))
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 422
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["mfa_add_webauthn", "mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes"],
)
def test_an_old_session_proves_itself_before_keys_are_shown_or_changed(client: Client, name: str) -> None:
    someone = person()
    if name != "mfa_activate_totp":
        TOTP.activate(someone, SECRET)
        RecoveryCodes.activate(someone)
    client.force_login(someone)
    answer = client.get(reverse(name))
    codes = Authenticator.objects.filter(type="recovery_codes").first()
    assert answer.status_code == 302 or codes.wrap().generate_codes()[0] not in answer.content.decode()


def test_the_proof_may_be_a_code(client: Client, guarded: User) -> None:
    client.force_login(guarded)
    answer = client.post(
        reverse("mfa_reauthenticate") + "?next=/accounts/keys/app/remove/", {"code": shown()}
    )
    assert answer.headers["Location"] == "/accounts/keys/app/remove/"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_taking_the_app_away_takes_the_codes_too(client: Client, guarded: User) -> None:
    client.force_login(guarded)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()


def test_a_passkey_of_another_cannot_be_removed(client: Client) -> None:
    other = person("Lena@local")
    key = Authenticator.objects.create(user=other, type="webauthn", data={"name": "phone", "credential": {}})
    person()
    sign_in(client)
    assert client.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


@pytest.mark.parametrize(
    "credential",
    ["", "{}", "[]", "null", "1", '"x"', '{"response":{"userHandle":"MQ"}}', '{"response":1}', "{"],
)
def test_what_is_no_passkey_signs_nobody_in(client: Client, credential: str) -> None:
    person()
    client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json")
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert answer.headers["Location"] == reverse("account_login")
    assert who(client) == ""
