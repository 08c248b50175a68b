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


def begin(page):
    """Fills in a pitch; its countries are offered by the script, which also keeps it."""
    page.goto("/blog/submit")
    page.get_by_label("A pitch").check()
    page.get_by_label("Title").fill("Une semaine à la foire")
    page.get_by_label("Summary").fill("Cinq jours à la foire du livre.")
    text_area(page).fill(TEXT)


def is_helped(page):
    expect(page.get_by_text("31 of 500 characters")).to_be_visible()
    expect(page.get_by_role("button", name="Le matin")).to_be_visible()
    page.get_by_label("Countries").press_sequentially("camer")
    page.get_by_role("option", name="Cameroon").click()
    expect(page.get_by_label("Countries")).to_have_value("Cameroon, ")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert faults(page) == []
    page.reload()
    expect(text_area(page)).to_have_value(TEXT)
    expect(page.get_by_label("A pitch")).to_be_checked()


@with_and_without_script
def test_a_story_is_handed_in(as_, lena, script):
    page = as_(lena, script=script, width=360)
    begin(page)
    if script:
        is_helped(page)
    page.get_by_label("Countries").fill("Cameroon")
    page.get_by_label("Authors").fill("@Nobody at all")
    press(page, "Save the story")
    expect(page.get_by_text("Take the @ away")).to_be_visible()
    page.get_by_label("Authors").fill("@Lena Müller\nTante Odile")
    press(page, "Save the story")
    expect(page.get_by_role("heading", name="Une semaine à la foire")).to_be_visible()
    assert Story.objects.for_actions().get().regions == ["CM"]


def save(page, text, shows):
    text_area(page).fill(text)
    press(page, "Save")
    for words in shows:
        expect(page.get_by_text(words)).to_be_visible()


@with_and_without_script
def test_two_write_one_draft_and_are_told_of_each_other(as_, shared, lena, kofi, script):
    hers, his = as_(lena, script=script, width=360), as_(kofi, script=script)
    edit = f"/blog/newsroom/{shared.pk}/edit/fr/"
    hers.goto(edit)
    his.goto(edit)
    expect(his.get_by_text("Lena Müller is writing here too.")).to_be_visible()
    save(hers, WORDS.text.replace("six", "sept"), ["à sept heures"])
    told = "Lena Müller has changed other paragraphs meanwhile."
    save(his, WORDS.text.replace("pluie", "chance"), [told, "la chance est venue", "à sept heures"])


@with_and_without_script
def test_two_who_write_the_same_paragraph_are_shown_both(as_, shared, lena, kofi, script):
    hers, his = as_(lena, script=script, width=360), as_(kofi, script=script)
    edit = f"/blog/newsroom/{shared.pk}/edit/fr/"
    hers.goto(edit)
    his.goto(edit)
    save(hers, WORDS.text.replace("six", "huit"), ["à huit heures"])
    save(his, WORDS.text.replace("six", "neuf"), ["Lena Müller changed the same while you were writing."])
    both = text_area(his).input_value()
    assert re.search(
        "Lena Müller wrote:\nNous .* huit heures.*You wrote:\nNous .* neuf heures", both, re.DOTALL
    )
    if script:
        his.evaluate("scrollTo(0, 0)")
        assert faults(his) == []
    save(his, both.replace("Nous avons monté la table à huit heures.\n\n", ""), ["à neuf heures"])
    expect(his.get_by_text("à huit heures")).to_have_count(0)


def part(page, number):
    return page.get_by_label(f"Translation of paragraph {number}")


def is_kept(page):
    """What stands in the parts comes back, and one can begin with the original."""
    expect(page.get_by_text("Draft saved")).to_be_visible()
    page.reload()
    expect(part(page, 1)).to_have_value("We set up the table at six.")
    expect(part(page, 2)).to_have_value("")
    pair = page.locator(".pair", has=part(page, 2))
    pair.locator("summary").click()
    press(pair, "Begin with it")
    expect(part(page, 2)).to_have_value("## Le premier jour")
    page.evaluate("scrollTo(0, 0)")
    assert faults(page) == []


def is_previewed(page):
    """With room for it, below the parts."""
    press(page, "Preview")
    preview = page.get_by_role("region", name="Preview")
    expect(preview.get_by_text("We set up the table at six.")).to_be_visible()
    assert preview.bounding_box()["height"] > 60


@with_and_without_script
def test_a_story_is_translated_beside_its_original_and_approved(as_, published, kofi, anna, script):
    page = as_(kofi, script=script, width=360 if script else 1280)
    page.goto(published.original().get_absolute_url())
    page.get_by_role("link", name="Translate…").click()
    page.get_by_label("Language").fill("English")
    press(page, "Begin or go on")
    page.get_by_label("Title").fill("A week at the fair")
    page.get_by_label("Summary").fill("Five days and a question.")
    part(page, 1).fill("We set up the table at six.")
    if script:
        is_kept(page)
    else:
        is_previewed(page)
    part(page, 2).fill("## The first day")
    part(page, 4).fill("Then the rain came.")
    press(page, "Save and send to a second reader")
    expect(page.get_by_text("It waits for a second reader of the language.").first).to_be_visible()
    is_approved(as_(anna, script=script), published, script)
    assert Edition.objects.for_actions().get(language="en").shown.parts[1] == "## The first day"


def is_approved(page, published, script):
    page.goto(published.desk_url)
    page.get_by_role("link", name="Be its second reader").click()
    expect(page.get_by_text("1 paragraph is not translated.")).to_be_visible()
    if script:
        assert faults(page) == []
    press(page, "Approve: everybody can read it")
    expect(page.get_by_role("heading", name="A week at the fair")).to_be_visible()
