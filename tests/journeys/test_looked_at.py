"""What is looked at and not read is flagged by itself, decided, given back; and words of a person wait for somebody."""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Locator, Page, expect

from space.accounts.models import Trust, User
from space.discuss.actions import write_reply
from space.review.gate.actions import watch_word
from space.review.models import Appeal, Case, Does, WatchedWord
from space.testing.cast import make
from space.testing.pictures import photo
from space.testing.telling import tell_what_waits
from space.uploads.actions import keep_file, show_picture
from tests.journeys.test_accessible import faults
from tests.journeys.test_keyboard import WIDER

WORDS = "I play bingo all night."


@pytest.fixture
def media(site, settings):
    """Where the served site keeps its files."""
    settings.MEDIA_ROOT = site.folder / "media"


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def press_flag(page: Page) -> None:
    page.get_by_label("It's Inappropriate").check()
    page.get_by_role("button", name="Flag picture").click()
    expect(main(page)).to_contain_text("Thank you")


def hide(desk: Page, kind: str, reason: str) -> list[str]:
    """From the queue to the decision; gives what axe says of the case, with its picture shown."""
    desk.goto("/moderation/")
    expect(main(desk)).to_contain_text(kind)
    desk.locator("article.case").get_by_role("link", name="Agree…").click()
    expect(desk.get_by_label("Agree and hide it", exact=True)).to_be_checked()
    desk.get_by_text("Show the picture").click()
    expect(desk.locator(".case__picture img")).not_to_have_js_property("naturalWidth", 0)
    found = faults(desk)
    desk.get_by_label("Guideline").select_option("respect")
    desk.get_by_label("Reason, for the author").fill(reason)
    desk.get_by_role("button", name="Decide").click()
    expect(main(desk)).to_contain_text("Decided.")
    return found


def appeal(page: Page, reason: str, words: str) -> list[str]:
    page.goto("/moderation/about-me/")
    main(page).get_by_role("link", name="hidden a picture").click()
    expect(main(page)).to_contain_text(reason)
    page.get_by_label("What should be looked at again").fill(words)
    page.get_by_role("button", name="Appeal").click()
    expect(main(page)).to_contain_text("You are answered within")
    return faults(page)


def give_back(desk: Page, reason: str) -> list[str]:
    desk.goto(f"/moderation/appeals/{Appeal.objects.for_actions().get().pk}/")
    desk.get_by_text("Show the picture").click()
    found = faults(desk)
    desk.get_by_label("The decision was wrong").check()
    desk.get_by_label("Reason, for the author").fill(reason)
    desk.get_by_role("button", name="Answer").click()
    expect(main(desk)).to_contain_text(reason)
    return found


@pytest.mark.usefixtures("media")
def test_a_picture_is_flagged_on_its_page_and_who_sent_it_hears_of_the_decision(as_, topic, lena, kofi, rosa):
    lamp = keep_file(ContentFile(photo()), by=kofi, name="lamp.jpg", alt="A lamp")
    write_reply(topic, by=kofi, text=f"Seventeen ![A lamp](upload:{lamp.pk}) lamps")
    page = as_(lena, width=360)
    page.goto(topic.get_absolute_url())
    main(page).get_by_role("link", name="A lamp").click()
    found = faults(page)
    main(page).get_by_role("link", name="Flag…").click()
    found += faults(page)
    assert page.evaluate(WIDER) <= 0
    press_flag(page)

    found += hide(as_(rosa), "A picture", "The neighbour did not want to be seen.")
    expect(page.get_by_role("article", name="Post 2")).to_contain_text("Seventeen")
    assert page.request.get(lamp.get_absolute_url()).status == 404
    tell_what_waits()
    author = as_(kofi)
    author.goto("/notifications/")
    main(author).get_by_role("button", name="A moderator has hidden a picture that you sent").click()
    expect(main(author)).to_contain_text("The neighbour did not want to be seen.")
    found += faults(author)
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("media")
def test_the_picture_of_a_person_is_flagged_hidden_and_given_back(as_, kofi, rosa, ada):
    vera = make("Vera@local", Trust.BASIC)
    show_picture(ContentFile(photo((300, 200))), by=vera)
    page = as_(kofi, script=False, width=360)
    page.goto(vera.get_absolute_url())
    main(page).get_by_role("link", name="Report").click()
    main(page).get_by_role("link", name="Flag this picture").click()
    press_flag(page)
    found = hide(as_(rosa), "The picture of a person", "It mocks somebody.")

    own = as_(vera, width=360)
    found += appeal(own, "It mocks somebody.", "It is my cat.")
    found += give_back(as_(ada), "A cat mocks nobody.")
    own.goto(vera.get_absolute_url())
    expect(main(own).locator(".avatar--huge img")).to_have_js_property("naturalWidth", 96)
    assert not found, "\n".join(found)


def test_words_about_oneself_wait_until_somebody_lets_them_stand_by_a_key(as_, lena, rosa):
    watch_word(WatchedWord(word="bingo", does=Does.APPROVAL), by=rosa)
    page = as_(lena, width=360)
    page.goto("/preferences/")
    page.get_by_label("About me").fill(WORDS)
    page.get_by_role("button", name="Save").click()
    expect(main(page)).to_contain_text("Some of your words wait for a moderator")
    main(page).get_by_role("link", name="waits until a moderator has looked").click()
    expect(main(page)).to_contain_text(WORDS)
    found = faults(page)

    desk = as_(rosa)
    desk.goto("/moderation/?tab=held")
    expect(main(desk)).to_contain_text(WORDS)
    found += faults(desk)
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    expect(main(desk)).to_contain_text("Nothing waits")
    assert User.objects.get(pk=lena.pk).about == WORDS
    assert Case.objects.for_actions().get().decisions.get().did == "keep"
    page.goto(lena.get_absolute_url())
    expect(main(page)).to_contain_text(WORDS)
    assert not found, "\n".join(found)
