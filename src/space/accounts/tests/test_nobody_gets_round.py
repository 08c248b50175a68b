"""What guards every way in: tokens, keys of sessions, addresses to go back to, and silence about who is here."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse

from space.accounts.arriving.actions.waiting import let_wait
from space.accounts.models import Session, User, Waiting
from space.accounts.tests.people import PASSWORD, person, sign_in, sign_up, who
from space.accounts.tests.test_pages_of_signing_in import NAMES, address
from space.accounts.tests.test_second_factor import SECRET, shown

pytestmark = pytest.mark.django_db
AWAY = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
)
# Answer to nothing but a look, or tell no secret and change nothing.
ONLY_READ = {
    "account_email_verification_sent",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "mfa_index",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ONLY_READ])
def test_no_form_is_taken_from_another_site(name: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person())
    before = Session.objects.count()
    assert strict.post(address(name), {"password": PASSWORD}).status_code == 403
    assert Session.objects.count() == before


@pytest.mark.parametrize("away", AWAY)
def test_no_way_in_leads_to_another_site(away: str) -> None:
    person("Lena@local")
    new = sign_up(Client(), "Amina", next=away)
    out = Client()
    sign_in(out, "Lena@local")
    left = out.post(reverse("account_logout"), {"next": away})
    sign_in(out, "Lena@local")
    proved = out.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": away})
    for answer in (new, left, proved):
        assert answer.status_code == 302
        assert "evil" not in answer.headers["Location"]
        assert "javascript" not in answer.headers["Location"]


def plant(client: Client) -> str:
    """A session that somebody else knows, put into this browser."""
    session = client.session
    session["planted"] = "yes"
    session.save()
    client.cookies["space_session"] = session.session_key
    return str(session.session_key)


@pytest.mark.parametrize("way", ["sign up", "password", "second factor"])
def test_a_session_that_somebody_planted_opens_nothing(client: Client, way: str) -> None:
    planted = plant(client)
    if way == "sign up":
        sign_up(client, "Amina")
    else:
        someone = person()
        if way == "second factor":
            TOTP.activate(someone, SECRET)
        sign_in(client)
        if way == "second factor":
            client.post(reverse("mfa_authenticate"), {"code": shown()})
    assert who(client) == "Amina@local"
    thief = Client()
    thief.cookies["space_session"] = planted
    assert who(thief) == ""
    assert not Session.objects.filter(session_key=planted).exists()


def somebody(kind: str) -> None:
    """An account of this kind, or none, under the name that is tried."""
    if kind == "unknown":
        return
    someone = person()
    if kind == "from a wiki alone":
        someone.set_unusable_password()
        someone.save()
    if kind == "waiting":
        let_wait(someone, Waiting.Why.EVERYBODY)
    if kind == "closed":
        User.objects.update(is_active=False)
    if kind == "guarded":
        TOTP.activate(someone, SECRET)


@pytest.mark.parametrize("kind", ["known", "unknown", "from a wiki alone", "waiting", "closed", "guarded"])
def test_a_wrong_password_costs_the_same_work_whoever_it_is_tried_on(
    client: Client, monkeypatch, kind: str
) -> None:
    somebody(kind)
    hashed, encode = [], MD5PasswordHasher.encode

    def counted(self, password: str, salt: str) -> str:
        hashed.append(password)
        return str(encode(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    answer = sign_in(client, "Amina", "a wrong password")
    assert hashed == ["a wrong password"]
    assert answer.status_code == 422
    assert "do not belong together" in answer.content.decode()


@pytest.mark.parametrize("password", ["short", "password123", "Amina@local", "amina@example.org"])
def test_a_weak_password_is_refused_when_it_is_changed_too(client: Client, password: str) -> None:
    someone = person(email="amina@example.org")
    sign_in(client)
    fields = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert client.post(reverse("account_change_password"), fields).status_code == 422
    someone.refresh_from_db()
    assert someone.check_password(PASSWORD)


def test_a_weak_password_is_refused_when_it_comes_by_mail(client: Client, mailoutbox) -> None:
    someone = person(email="amina@example.org")
    client.post(reverse("account_reset_password"), {"email": "amina@example.org"})
    link = next(word for word in mailoutbox[0].body.split() if "/accounts/password/new/" in word)
    form = client.get(link.removeprefix("http://testserver"), follow=True).request["PATH_INFO"]
    for weak in ("short", "password123", "Amina@local"):
        assert client.post(form, {"password1": weak, "password2": weak}).status_code == 422
    someone.refresh_from_db()
    assert someone.check_password(PASSWORD)


def test_who_completes_names_learns_no_address_and_nothing_of_who_waits(client: Client, lena: User) -> None:
    person("Amina@local", email="zuleika@example.org")
    let_wait(person("Mirembe@local"), Waiting.Why.EVERYBODY)
    client.force_login(lena)
    complete = reverse("messages:complete")
    for typed in ("zuleika", "zuleika@example.org", "Mirembe"):
        assert client.get(complete, {"q": typed}).json() == {"found": []}
    assert "Amina" in str(client.get(complete, {"q": "Amin"}).json())
