"""Somebody new asks to be let in, and is; somebody else comes with an invitation. With a script and without."""

import re

import pytest
from playwright.sync_api import expect

from space.accounts.models import User
from space.accounts.numbers import NEW_ACCOUNTS, NewAccounts
from space.administration.actions import change_setting
from tests.journeys.conftest import with_and_without_script

PASSWORD = "four donkeys sing tonight"


@pytest.fixture
def only(ada):
    return lambda way: change_setting(NEW_ACCOUNTS, way, by=ada)


def make_account(page, name):
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()


def sign_in(page, name):
    page.goto("/accounts/login/")
    page.get_by_label("Name or e-mail address").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


@with_and_without_script
def test_who_asks_to_be_let_in_says_who_they_are_and_a_moderator_opens_the_door(as_, rosa, only, script):
    only(NewAccounts.APPROVAL)
    page = as_(script=script, width=360)
    page.goto("/accounts/signup/")
    expect(page.get_by_role("main")).to_contain_text("a moderator looks at each new account")
    make_account(page, "Mirembe")
    expect(page.get_by_role("heading", name="Your account waits")).to_be_visible()
    page.get_by_label("Who you are, and what brings you here").fill("I photograph birds in Kampala.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("reads this")

    staff = as_(rosa, script=script)
    staff.goto("/administration/waiting/")
    row = staff.get_by_role("listitem").filter(has_text="Mirembe@local")
    expect(row).to_contain_text("birds in Kampala")
    row.get_by_role("button", name="Let in").click()
    expect(staff.get_by_role("status")).to_contain_text("can come in now")

    sign_in(page, "Mirembe")
    expect(page.locator(".top summary", has_text="Your menu")).to_be_visible()


@with_and_without_script
def test_a_member_makes_an_invitation_with_which_somebody_comes_in(as_, lena, only, script):
    only(NewAccounts.INVITATION)
    host = as_(lena, script=script)
    host.goto("/invitations/")
    host.get_by_label("For how many people").fill("1")
    host.get_by_role("button", name="Make a link").click()
    link = host.get_by_role("textbox", name="Link").input_value()

    guest = as_(script=script, width=360)
    guest.goto("/accounts/signup/")
    expect(guest.get_by_role("heading", name="New people come by invitation")).to_be_visible()
    guest.goto(re.sub(r"^https?://[^/]+", "", link))
    expect(guest.get_by_role("main")).to_contain_text("You are invited")
    make_account(guest, "Nakato")
    expect(guest.locator(".top summary", has_text="Your menu")).to_be_visible()
    assert User.objects.get(name="Nakato@local").arrival.invitation.by == lena

    host.reload()
    expect(host.get_by_role("textbox", name="Link")).to_have_count(0)
