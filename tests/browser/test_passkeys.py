"""Passkeys in a real browser, with an authenticator that Chromium pretends to have."""

import os
import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, CDPSession, Page
from tests.chromium import chromium, needs_chromium

from space.accounts.models import Session, User
from space.accounts.sessions import SessionStore

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in this thread
pytestmark = [
    pytest.mark.django_db(transaction=True),
    needs_chromium,
]
PASSWORD = "four donkeys sing tonight"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


class Device:
    """Somebody's phone: it has passkeys until it is lost."""

    def __init__(self, page: Page) -> None:
        self.wire: CDPSession = page.context.new_cdp_session(page)
        self.wire.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        self.id = self.wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def passkeys(self) -> list[dict[str, object]]:
        return self.wire.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]

    def lose(self) -> None:
        self.wire.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.id})


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()


@pytest.fixture
def device(page: Page) -> Device:
    return Device(page)


@pytest.fixture
def amina_here(db: None) -> User:
    person = User(name="Amina@local")
    person.set_password(PASSWORD)
    person.save()
    return person


def type_password(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Name or e-mail address").fill("Amina")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def register(page: Page) -> list[str]:
    """Sign in by password and add a passkey; the recovery codes that were shown."""
    type_password(page)
    page.wait_for_url("**/")
    page.goto("/accounts/keys/passkeys/add/")
    page.get_by_label("Name of this passkey").fill("phone")
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url("**/recovery/")
    return re.findall(r"\d{8}", page.locator("pre").inner_text())


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")


def use_passkey(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()


def signed_in(page: Page) -> bool:
    page.goto("/preferences/")
    return "/login/" not in page.url


def test_a_passkey_is_registered_and_kept_by_the_device(page: Page, device: Device, amina_here: User) -> None:
    codes = register(page)
    assert len(codes) == 10
    assert [(key["rpId"], key["isResidentCredential"]) for key in device.passkeys()] == [("localhost", True)]
    page.goto("/accounts/keys/")
    assert "phone" in page.locator("main").inner_text()


def test_a_passkey_signs_in_without_name_and_password(page: Page, device: Device, amina_here: User) -> None:
    register(page)
    sign_out(page)
    assert not signed_in(page)
    use_passkey(page)
    page.wait_for_url(lambda url: "login" not in url)
    assert signed_in(page)


def test_one_is_led_back_to_where_one_was(page: Page, device: Device, amina_here: User) -> None:
    register(page)
    sign_out(page)
    page.goto("/preferences/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/preferences/")


def test_a_password_alone_is_then_not_enough_but_with_the_passkey_it_is(
    page: Page, device: Device, amina_here: User
) -> None:
    register(page)
    sign_out(page)
    type_password(page)
    page.wait_for_url("**/keys/code/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(lambda url: "code" not in url)
    assert signed_in(page)


def test_who_lost_the_device_recovers_by_a_code_and_removes_the_key(
    page: Page, device: Device, amina_here: User
) -> None:
    code = register(page)[0]
    sign_out(page)
    device.lose()
    type_password(page)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "code" not in url)
    page.goto("/accounts/keys/")
    page.get_by_role("link", name="Remove").click()
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_url("**/accounts/keys/")
    assert not Authenticator.objects.exists()


def test_a_passkey_that_was_removed_no_longer_signs_in(page: Page, device: Device, amina_here: User) -> None:
    register(page)
    sign_out(page)
    Authenticator.objects.all().delete()
    use_passkey(page)
    page.get_by_text("not right").wait_for()
    assert not signed_in(page)


def test_a_device_that_gives_nothing_is_told_kindly(page: Page, device: Device, amina_here: User) -> None:
    device.wire.send("WebAuthn.setUserVerified", {"authenticatorId": device.id, "isUserVerified": False})
    use_passkey(page)
    page.get_by_text("gave no passkey").wait_for()


def _aged(session: Session) -> str:
    """The same session, signed in for an hour."""
    store = SessionStore()
    data = store.decode(session.session_data)
    for record in data["account_authentication_methods"]:
        record["at"] -= 3600
    return store.encode(data)


def test_the_passkey_of_an_old_session_is_the_proof_for_a_change(
    page: Page, device: Device, amina_here: User
) -> None:
    register(page)
    sign_out(page)
    amina_here.set_unusable_password()
    amina_here.save()
    use_passkey(page)
    page.wait_for_url(lambda url: "login" not in url)
    Session.objects.all().update(session_data=_aged(Session.objects.get()))
    page.goto("/accounts/keys/app/")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Use an app that shows codes").wait_for()


def test_without_javascript_there_is_no_button_that_does_nothing(browser: Browser, live_server) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/accounts/login/")
    assert not plain.get_by_role("button", name="Sign in with a passkey").is_visible()
    assert plain.get_by_role("button", name="Sign in", exact=True).is_visible()
    context.close()
