"""An administrator puts categories in order, moderators put tags in order, and people meet what was decided."""

import pytest
from playwright.sync_api import expect

from space.accounts.models import Theme
from space.discuss.actions import arrange_category, change_category, make_tag, make_tag_group, start_topic
from space.groups.actions import admit, office
from space.groups.models import Office
from space.limits.models import Bucket
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

ROOMS, TAGS = "/administration/categories/", "/administration/tags/"


@with_and_without_script
def test_a_category_is_made_described_put_first_and_asks_for_trust(as_, ada, amina, questions, script):
    page = as_(ada, script=script, width=360)
    page.goto("/administration/")
    page.get_by_role("main").get_by_role("link", name="Categories").click()
    page.get_by_role("link", name="New category").click()
    page.get_by_label("Name").fill("Nos régions")
    page.get_by_role("textbox", name="Description").fill("D'où nous venons.")
    page.get_by_label("Green").check()
    page.get_by_label("Map", exact=True).check()
    page.get_by_label("Trust needed to start topics").select_option(label="2: Member")
    page.get_by_role("button", name="Make the category").click()
    expect(page.get_by_role("status")).to_contain_text("The category is there")
    expect(page.locator("main")).to_contain_text("Trust to start: Member")

    page.get_by_role("link", name="Categories").first.click()
    page.get_by_role("button", name="Move up: Nos régions").click()
    expect(page.locator(".arranged__row").first).to_contain_text("Nos régions")
    if script:
        expect(page.get_by_role("button", name="Move up: Questions")).to_be_visible()
        assert page.evaluate("document.activeElement.tagName") != "HTML"

    reader = as_(amina, script=script, width=360)
    reader.goto("/discuss/c/nos-régions/")
    expect(reader.locator("main")).to_contain_text("takes the trust “Member”. It comes by itself")
    reader.goto("/discuss/start?category=nos-régions")
    assert reader.get_by_label("Category").locator("option", has_text="Nos régions").is_disabled()


@with_and_without_script
def test_what_a_category_is_for_stands_on_top_and_follows_its_description(as_, ada, lena, questions, script):
    change_category(questions, by=ada, description="Ask what you like.")
    page = as_(ada, script=script)
    page.goto(f"{ROOMS}{questions.pk}/")
    page.get_by_role("button", name="Make it of the description").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What “Questions” is for")

    reader = as_(lena, script=script)
    reader.goto("/discuss/c/questions/")
    reader.locator(".page-head__actions").get_by_role("link", name="About").click()
    expect(reader.locator("#p1")).to_contain_text("Ask what you like.")

    page.goto(f"{ROOMS}{questions.pk}/")
    page.get_by_role("textbox", name="Description").fill("Ask in any language.")
    page.get_by_label("Let the About topic say the new description too").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    reader.reload()
    expect(reader.locator("#p1")).to_contain_text("Ask in any language.")


@with_and_without_script
def test_moderators_are_appointed_and_dismissed_by_name(as_, ada, lena, questions, script):
    page = as_(ada, script=script, width=360)
    page.goto(f"{ROOMS}{questions.pk}/")
    page.get_by_role("textbox", name="Name").last.fill("Lena Muller")
    page.get_by_role("button", name="Appoint").click()
    expect(page.locator(".field__error")).to_contain_text("Nobody and no group here has this name")
    assert faults(page) == [] if script else True
    page.get_by_role("textbox", name="Name").last.fill("Lena Müller")
    page.get_by_role("button", name="Appoint").click()
    expect(page.locator(".arranged__people")).to_contain_text("Lena Müller")
    page.get_by_role("button", name="Dismiss: Lena Müller").click()
    expect(page.locator("aside")).to_contain_text("Nobody of its own")
    expect(page.locator(".list")).to_contain_text("Moderates no longer")


def test_two_administrators_in_two_windows_do_not_undo_each_other(as_, ada, rosa, questions):
    admit(office(Office.ADMINISTRATORS), rosa)
    first, second = as_(ada), as_(rosa)
    for page in (first, second):
        page.goto(f"{ROOMS}{questions.pk}/")
    first.get_by_label("Orange").check()
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("status")).to_contain_text("Saved")

    second.get_by_label("Heart").check()
    second.get_by_label("Violet").check()
    second.get_by_role("button", name="Save").click()
    told = second.locator(".field__error")
    expect(told).to_contain_text("changed this after you opened the page")
    expect(told).to_contain_text("It says “\u2068Orange\u2069” now")
    expect(second.get_by_label("Violet")).to_be_checked()
    assert faults(second) == []
    second.get_by_label("Orange").check()
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("status")).to_contain_text("Saved")
    expect(second.get_by_label("Heart")).to_be_checked()
    expect(second.get_by_label("Orange")).to_be_checked()


@with_and_without_script
def test_an_unknown_tag_is_told_with_what_may_have_been_meant(as_, lena, ada, questions, script):
    asks = make_tag_group("What it asks for", by=ada, one_a_topic=True)
    make_tag("maps", by=ada)
    make_tag("bug", by=ada, group=asks), make_tag("proposal", by=ada, group=asks)
    page = as_(lena, script=script, width=360)
    page.goto("/discuss/start")
    page.get_by_label("Title").fill("Where is the old bridge?")
    page.get_by_label("Category").select_option(label="Questions")
    page.get_by_role("textbox", name="Text", exact=True).fill("I looked for it on every map.")
    page.get_by_label("Tags").fill("map, bug, proposal")
    page.get_by_role("button", name="Post topic").click()
    errors = page.locator(".field__error")
    expect(errors.first).to_contain_text("Did you mean \u2068maps\u2069?")
    expect(errors.last).to_contain_text("Choose between \u2068bug\u2069, \u2068proposal\u2069")
    expect(page.get_by_label("Tags")).to_have_value("map, bug, proposal")
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value(
        "I looked for it on every map."
    )
    if script:
        assert faults(page) == []
    page.get_by_label("Tags").fill("maps, bug")
    page.get_by_role("button", name="Post topic").click()
    expect(page.locator(".topic-head")).to_contain_text("bug")


@with_and_without_script
def test_a_tag_is_renamed_and_merged_and_old_addresses_lead_on(as_, rosa, questions, script):
    for word in ("editathon", "edit-marathon"):
        Bucket.objects.all().delete()
        start_topic(questions, by=rosa, title=f"A day of {word}", text="Bring a cable.", tags=[word])
    page = as_(rosa, script=script, width=360)
    page.goto("/discuss/tags")
    page.get_by_role("link", name="Change tags").click()
    page.get_by_label("Search the tags").fill("editathon")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="#editathon", exact=True).click()
    page.get_by_label("New name").fill("edit-a-thon")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("#edit-a-thon")
    expect(page.locator(".list")).to_contain_text("+ edit-a-thon")

    page.goto(TAGS)
    page.get_by_role("link", name="#edit-marathon", exact=True).click()
    page.get_by_text("Merge into another tag…").click()
    page.get_by_label("Merge into").fill("editathon")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("#edit-a-thon")
    expect(page.get_by_role("status")).to_contain_text("The two are one now")

    reader = as_(script=script, width=360)
    reader.goto("/discuss/tag/edit-marathon/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("#edit-a-thon")
    expect(reader.locator("li.topic")).to_have_count(2)
    expect(reader.locator("main")).to_contain_text("also: edit-marathon, editathon")


@with_and_without_script
def test_a_category_is_closed_and_an_empty_one_goes_after_a_question(as_, ada, questions, script):
    empty = arrange_category("empty", by=ada, name="Empty", position=5)
    page = as_(ada, script=script)
    page.goto(f"{ROOMS}{questions.pk}/")
    page.get_by_label("Who starts topics").select_option(label="Nobody")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".page-head")).to_contain_text("No new topics")
    page.goto(f"{ROOMS}{empty.pk}/")
    page.get_by_role("link", name="Delete this category…").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status")).to_contain_text("The category is gone")

    reader = as_(script=script)
    reader.goto("/discuss/categories")
    expect(reader.locator(".category-row")).to_have_count(1)
    expect(reader.locator(".category-row")).to_contain_text("No new topics")


@pytest.mark.parametrize(("theme", "language", "width"), [("dark", "ar", 360), ("dark", "en", 1280)])
def test_these_pages_are_accessible_in(as_, ada, questions, theme, language, width):
    ada.theme, ada.language = Theme(theme), language
    ada.save()
    tag = make_tag("maps", by=ada, description="Old and new")
    group = make_tag_group("Projects", by=ada)
    page = as_(ada, width=width)
    paths = [
        ROOMS, f"{ROOMS}new", f"{ROOMS}{questions.pk}/", f"{ROOMS}{questions.pk}/delete", TAGS, f"{TAGS}new",
        f"{TAGS}{tag.pk}/", f"{TAGS}groups/{group.pk}/", "/discuss/tags", "/discuss/tag/maps/",
    ]  # fmt: skip
    found = [fault for path in paths for fault in faults(page, path)]
    assert not found, "\n".join(found)
    for path in paths:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
