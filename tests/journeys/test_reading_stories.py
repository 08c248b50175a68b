"""A story is found in the Blog, read, and answered where it stands."""

import pytest
from playwright.sync_api import expect

from space.testing.rooms import say


@pytest.mark.parametrize("script", [True, False])
def test_a_story_is_found_read_and_answered_where_it_stands(as_, published, translated, kofi, amina, script):
    say(published.topic, (kofi, "Bravo, quelle patience !"))
    page = as_(amina, script=script, width=360)
    page.goto("/blog/")
    page.locator("summary.pill", has_text="Language").click()
    page.locator(".menu__panel").get_by_role("link", name="français").click()
    page.get_by_role("link", name="Une semaine à la foire de Yaoundé").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Une semaine à la foire de Yaoundé")

    page.get_by_role("navigation", name="Languages of this story").get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A week at the fair of Yaoundé")
    expect(page.get_by_text("Bravo, quelle patience !")).to_be_visible()

    page.get_by_label("Share").click()
    expect(page.get_by_role("link", name="Telegram")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("textarea[name=text]").fill("We had rain at our table as well.")
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A week at the fair of Yaoundé")
    expect(page.get_by_text("We had rain at our table as well.")).to_be_visible()

    page.get_by_role("link", name="All 2 replies in Discuss").click()
    expect(page.get_by_role("link", name="Read the story")).to_be_visible()
    expect(page.get_by_text("We had rain at our table as well.")).to_be_visible()
