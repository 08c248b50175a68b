"""A story is handed in, written by two at once, and translated beside its original."""

import re

import pytest
from playwright.sync_api import expect

from space.blog.actions.steps import take_step
from space.blog.models import Edition, Story
from space.limits.models import Bucket
from space.testing.stories import WORDS
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

TEXT = "## Le matin\n\nNous avons monté la table à six heures, et la pluie est venue."


@pytest.fixture
def shared(draft, lena):
    Bucket.objects.all().delete()
    return take_step(draft, "share", by=lena)


def text_area(page):
    return page.get_by_role("textbox", name="Text", exact=True)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


@with_and_without_script
def test_a_story_is_handed_in(as_, lena, script):
    page = as_(lena, script=script, width=360)
    page.goto("/blog/submit")
    page.get_by_label("A pitch").check()
    page.get_by_label("Title").fill("Une semaine à la foire")
    page.get_by_label("Summary").fill("Cinq jours à la foire du livre.")
    text_area(page).fill(TEXT)
    countries = page.get_by_label("Countries")
    if script:
        expect(page.get_by_text("31 of 500 characters")).to_be_visible()
        expect(page.get_by_role("button", name="Le matin")).to_be_visible()
        countries.press_sequentially("camer")
        page.get_by_role("option", name="Cameroon").click()
        expect(countries).to_have_value("Cameroon, ")
        expect(page.get_by_text("Draft saved")).to_be_visible()
        page.evaluate("scrollTo(0, 0)")
        assert faults(page) == []
        page.reload()
        expect(text_area(page)).to_have_value(TEXT)
        expect(page.get_by_label("A pitch")).to_be_checked()
    else:
        countries.fill("Cameroon")
    page.get_by_label("Authors").fill("@Nobody at all")
    press(page, "Save the story")
    expect(page.get_by_text("Take the @ away")).to_be_visible()
    page.get_by_label("Authors").fill("@Lena Müller\nTante Odile")
    press(page, "Save the story")
    expect(page.get_by_role("heading", name="Une semaine à la foire")).to_be_visible()
    assert Story.objects.for_actions().get().regions == ["CM"]


@with_and_without_script
def test_two_write_one_draft_and_are_told_of_each_other(as_, shared, lena, kofi, script):
    hers, his = as_(lena, script=script, width=360), as_(kofi, script=script)
    edit = f"/blog/newsroom/{shared.pk}/edit/fr/"
    hers.goto(edit)
    his.goto(edit)
    expect(his.get_by_text("Lena Müller is writing here too.")).to_be_visible()
    text_area(hers).fill(WORDS.text.replace("six", "sept"))
    press(hers, "Save")
    expect(hers.get_by_text("à sept heures")).to_be_visible()
    text_area(his).fill(WORDS.text.replace("pluie", "chance"))
    press(his, "Save")
    expect(his.get_by_text("Lena Müller has changed other paragraphs meanwhile.")).to_be_visible()
    expect(his.get_by_text("la chance est venue")).to_be_visible()
    expect(his.get_by_text("à sept heures")).to_be_visible()

    hers.goto(edit)
    his.goto(edit)
    now = text_area(hers).input_value()
    text_area(hers).fill(now.replace("sept", "huit"))
    press(hers, "Save")
    expect(hers.get_by_text("à huit heures")).to_be_visible()
    text_area(his).fill(now.replace("sept", "neuf"))
    press(his, "Save")
    expect(his.get_by_role("alert")).to_contain_text("Lena Müller changed the same while you were writing.")
    both = text_area(his).input_value()
    assert re.search(
        "Lena Müller wrote:\nNous .* huit heures.*You wrote:\nNous .* neuf heures", both, re.DOTALL
    )
    if script:
        assert faults(his) == []
    text_area(his).fill(both.replace("Nous avons monté la table à huit heures.\n\n", ""))
    press(his, "Save")
    expect(his.get_by_text("à neuf heures")).to_be_visible()
    expect(his.get_by_text("à huit heures")).to_have_count(0)


@with_and_without_script
def test_a_story_is_translated_beside_its_original_and_approved(as_, published, kofi, anna, script):
    page = as_(kofi, script=script, width=360 if script else 1280)
    page.goto(published.original().get_absolute_url())
    page.get_by_role("link", name="Translate…").click()
    page.get_by_label("Language").fill("English")
    press(page, "Begin or go on")
    page.get_by_label("Title").fill("A week at the fair")
    page.get_by_label("Summary").fill("Five days and a question.")
    page.get_by_label("Translation of paragraph 1").fill("We set up the table at six.")
    if script:
        expect(page.get_by_text("Draft saved")).to_be_visible()
        page.reload()
        expect(page.get_by_label("Translation of paragraph 1")).to_have_value("We set up the table at six.")
        expect(page.get_by_label("Translation of paragraph 2")).to_have_value("")
        pair = page.locator(".pair", has=page.get_by_label("Translation of paragraph 2"))
        pair.locator("summary").click()
        press(pair, "Begin with it")
        expect(page.get_by_label("Translation of paragraph 2")).to_have_value("## Le premier jour")
        assert faults(page) == []
    page.get_by_label("Translation of paragraph 2").fill("## The first day")
    page.get_by_label("Translation of paragraph 4").fill("Then the rain came.")
    press(page, "Save and send to a second reader")
    expect(page.get_by_text("It waits for a second reader of the language.").first).to_be_visible()

    reader = as_(anna, script=script)
    reader.goto(published.desk_url)
    reader.get_by_role("link", name="Be its second reader").click()
    expect(reader.get_by_text("1 paragraph is not translated.")).to_be_visible()
    if script:
        assert faults(reader) == []
    press(reader, "Approve: everybody can read it")
    expect(reader.get_by_role("heading", name="A week at the fair")).to_be_visible()
    assert Edition.objects.for_actions().get(language="en").shown.parts[1] == "## The first day"
