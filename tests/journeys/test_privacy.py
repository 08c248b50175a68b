"""A copy of one's own, being forgotten with a way back, and ending what is signed in elsewhere."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from space.accounts.tests.people import PASSWORD, person
from space.discuss.actions import write_reply
from space.kit import clock
from space.privacy.actions import erase_some, make_copy
from space.privacy.models import Copy, Farewell
from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script

WORDS = "I sort the photographs of my grandmother."


@pytest.fixture
def selma(transactional_db, site, settings):
    """Somebody with a password. What the jobs would do is done here, in the data folder of the server."""
    settings.DATA = site.folder
    return person("Selma@local")


def main(page):
    return page.get_by_role("main")


def sign_in(page):
    page.goto("/accounts/login/")
    page.get_by_label("Name or e-mail address").fill("Selma@local")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    main(page).get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/login/" not in url)
    return page


@with_and_without_script
def test_one_asks_for_a_copy_and_fetches_it(as_, topic, selma, script):
    say(topic, (selma, WORDS))
    page = sign_in(as_(script=script, width=360))
    page.goto("/preferences/data/")
    page.get_by_role("button", name="Make a copy").click()
    expect(main(page)).to_contain_text("Your copy is being made.")
    make_copy(Copy.objects.get().pk)
    page.reload()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Fetch your copy").click()
    with ZipFile(io.BytesIO(fetched.value.path().read_bytes())) as copy:
        assert WORDS in copy.read("discuss/posts.md").decode()

    elsewhere = as_(selma)
    elsewhere.goto(f"/preferences/data/{Copy.objects.get().pk}.zip")
    expect(main(elsewhere)).to_contain_text("Is it you?")


def erase(page, way):
    page.goto("/preferences/erase/")
    page.get_by_label(way).check()
    page.get_by_label("Yes, close my account now").check()
    page.get_by_role("button", name="Close and erase my account").click()
    expect(main(page)).to_contain_text("Your account is closed")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("way", ["My name goes, my words stay", "My name and my words go"])
def test_one_is_forgotten_after_having_come_back_once(as_, topic, kofi, selma, way, script):
    post = write_reply(topic, by=selma, text=WORDS)
    say(topic, (kofi, "That is a fine thing to do."))
    page = sign_in(as_(script=script))
    erase(page, way)
    sign_in(page)
    expect(main(page)).to_contain_text("Take your account back?")
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("body")).to_contain_text("Your account is open again.")
    sign_in(page)
    erase(page, way)

    farewell = Farewell.objects.get()
    with clock.at(farewell.due_at + timedelta(minutes=1)):
        while not erase_some(farewell.pk):
            pass
    reader = as_(kofi, script=script, width=360)
    reader.goto(topic.get_absolute_url())
    expect(main(reader)).not_to_contain_text("Selma")
    if "stay" in way:
        expect(reader.locator(f"#p{post.number}")).to_contain_text(WORDS)
        expect(reader.locator(f"#p{post.number}")).to_contain_text("Former member")
    else:
        expect(main(reader)).not_to_contain_text(WORDS)


@with_and_without_script
def test_one_ends_what_is_signed_in_elsewhere(as_, selma, script):
    lost, here = sign_in(as_(script=script)), sign_in(as_(script=script, width=360))
    here.goto("/preferences/sessions/")
    expect(main(here)).to_contain_text("This browser")
    main(here).get_by_role("button", name="Sign out everywhere but here").click()
    expect(main(here)).to_contain_text("You are signed in nowhere else.")
    lost.goto("/preferences/sessions/")
    expect(main(lost)).to_contain_text("Sign in")
    assert "/login/" in lost.url
