"""Somebody says which languages they read, narrows a list to them, sees what is hidden, and sets a post right."""

import pytest
from playwright.sync_api import Page, expect

from space.accounts.models import User
from space.discuss.actions import start_topic
from space.discuss.models import Post
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

# Croatian, Bosnian or Serbian: nobody can tell without asking.
ANY_OF_THREE = "Aktivno upravljanje vrši korekcije automatski i kontrolira sve na površinama."


@pytest.fixture
def topics(topic, questions, rosa, kofi):
    start_topic(questions, by=rosa, title="La pluie sur le toit", text="2026.", language="fr")
    start_topic(questions, by=kofi, title="مطر على السطح", text="2026.", language="ar")


def fields(page: Page) -> list[str]:
    return [
        field.input_value() for field in page.locator("input[name=languages]").all() if field.input_value()
    ]


@with_and_without_script
def test_one_puts_the_languages_that_one_reads_in_order(as_, lena, script):
    User.objects.filter(pk=lena.pk).update(language="en")
    page = as_(lena, script=script, width=360, locale="ar")
    page.goto("/preferences/")
    page.locator("input[name=languages]").nth(0).fill("french")
    page.get_by_role("button", name="Save").click()
    page.locator(".sorted__more").get_by_role("button", name="العربية").click()
    expect(page.locator("input[name=languages]").nth(1)).to_have_value("العربية (ar)")
    page.get_by_role("button", name="Move up: العربية (ar)").click()
    expect(page.locator("input[name=languages]").nth(0)).to_have_value("العربية (ar)")
    assert fields(page) == ["العربية (ar)", "français (fr)"]
    if script:
        expect(page.locator("sort-rows [role=status]")).to_have_text("1. العربية (ar)")
        assert faults(page) == []
    page.locator("input[name=languages]").nth(1).press("Enter")
    expect(page.get_by_text("Your preferences are saved.")).to_be_visible()
    assert User.objects.get(pk=lena.pk).languages == ["ar", "fr"]


@with_and_without_script
def test_a_list_shows_what_one_reads_and_says_what_it_hides(as_, topics, lena, script):
    User.objects.filter(pk=lena.pk).update(languages=["ar", "fr"])
    page = as_(lena, script=script, width=360)
    page.goto("/discuss/")
    expect(page.locator(".topic")).to_have_count(3)
    page.get_by_role("button", name="My languages").click()
    expect(page.locator(".topic")).to_have_count(2)
    expect(page.locator(".narrowing__hidden")).to_contain_text("English")
    if script:
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Show all languages").click()
    expect(page.locator(".topic")).to_have_count(3)
    page.goto("/discuss/")
    expect(page.locator(".topic")).to_have_count(2)


def test_who_writes_is_asked_and_the_answer_holds(as_, questions, lena):
    page = as_(lena, width=360)
    page.goto("/discuss/start")
    page.get_by_label("Title").fill("What steers all of this")
    page.get_by_label("Category").select_option("Questions")
    page.locator("#id_text").fill(ANY_OF_THREE)
    page.get_by_role("status").get_by_role("button", name="hrvatski").click()
    expect(page.locator("select[name=language]")).to_have_value("hr")
    expect(page.get_by_text("In which language is this?")).to_be_hidden()
    page.get_by_role("button", name="Post topic").click()
    expect(page.locator("article .text[lang=hr]")).to_be_visible()


@with_and_without_script
def test_a_regular_sets_a_post_right(as_, topic, rosa, script):
    page = as_(rosa, script=script, width=360)
    page.goto(f"{topic.get_absolute_url()}1/more")
    page.get_by_role("link", name="Language of this post").click()
    if script:
        assert faults(page) == []
    page.get_by_label("Language of the text").fill("Deutsch (de)")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The language of the post is set.")).to_be_visible()
    assert Post.objects.for_actions().get(topic=topic, number=1).language == "de"
