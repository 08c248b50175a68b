"""Members write one post together: they see what changed, meet in one paragraph, bring back what was better."""

import re

import pytest
from playwright.sync_api import Page, expect

from space.discuss.actions import edit_post, make_wiki
from space.discuss.models import Post, Revision
from space.limits.models import Bucket
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

PLAN = "We meet on Saturday.\n\nBring a camera.\n\nThe mill is open until six."


@pytest.fixture
def plan(topic, lena):
    post = make_wiki(Post.objects.for_actions().select_related("topic").get(topic=topic), by=lena)
    edit_post(post, by=lena, text=PLAN, language="en", summary="A plan")
    Bucket.objects.all().delete()
    return post


def text_area(page: Page):
    return page.get_by_role("textbox", name="Text", exact=True)


def begin(page: Page, topic) -> None:
    page.goto(topic.get_absolute_url())
    page.get_by_role("article", name="Post 1").get_by_role("link", name="Edit", exact=True).click()
    expect(text_area(page)).to_have_value(PLAN)


def save(page: Page, text: str) -> None:
    text_area(page).fill(text)
    page.get_by_role("button", name="Save").click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


@with_and_without_script
def test_two_people_change_different_paragraphs(as_, topic, plan, kofi, rosa, script):
    his, hers = as_(kofi, script=script, width=360), as_(rosa, script=script)
    begin(his, topic)
    begin(hers, topic)
    save(his, PLAN.replace("Saturday", "Sunday"))
    expect(his.get_by_role("article", name="Post 1")).to_contain_text("Sunday")
    save(hers, PLAN.replace("six", "seven"))

    expect(hers.get_by_text("Kofi Mensah has changed other paragraphs meanwhile.")).to_be_visible()
    post = hers.get_by_role("article", name="Post 1")
    expect(post.locator(".text")).to_contain_text("We meet on Sunday.")
    expect(post.locator(".text")).to_contain_text("The mill is open until seven.")
    expect(post).to_contain_text("edited 3 times by 3 people")


@with_and_without_script
def test_two_people_change_the_same_paragraph(as_, topic, plan, kofi, rosa, script):
    his, hers = as_(kofi, script=script), as_(rosa, script=script, width=360)
    begin(his, topic)
    begin(hers, topic)
    save(his, PLAN.replace("Saturday", "Sunday"))
    expect(his.get_by_role("article", name="Post 1")).to_contain_text("Sunday")
    save(hers, PLAN.replace("Saturday", "Monday").replace("six", "seven"))

    alert = hers.get_by_role("alert")
    expect(alert).to_contain_text("Kofi Mensah changed the same while you were writing. Nothing is lost.")
    both = "Kofi Mensah wrote:\nWe meet on Sunday.\n\n.*You wrote:\nWe meet on Monday."
    expect(text_area(hers)).to_have_value(re.compile(both))
    alert.get_by_text("What Kofi Mensah changed").click()
    expect(alert.locator("ins")).to_contain_text("Sunday")
    if script:
        assert faults(hers) == []
    save(hers, text_area(hers).input_value().replace("We meet on Sunday.\n\n", ""))

    read = hers.get_by_role("article", name="Post 1").locator(".text")
    expect(read).to_have_text(
        "We meet on Monday. Bring a camera. The mill is open until seven.", use_inner_text=True
    )


@with_and_without_script
def test_an_editor_sees_what_changes_before_saving(as_, topic, plan, kofi, script):
    page = as_(kofi, script=script, width=360)
    begin(page, topic)
    text_area(page).fill(PLAN.replace("camera", "map"))
    page.get_by_label("What you changed").fill("Nobody has a camera")
    press(page, "Show changes")

    expect(page.locator("#preview ins")).to_contain_text("map")
    expect(page.locator("#preview del")).to_contain_text("camera")
    expect(text_area(page)).to_have_value(PLAN.replace("camera", "map"))
    if script:
        assert faults(page) == []
    press(page, "Save")
    page.get_by_role("link", name=re.compile("edited 2 times")).click()
    expect(page.get_by_role("listitem").filter(has_text="Version 3")).to_contain_text("Nobody has a camera")


def test_showing_changes_of_the_same_paragraph_brings_both_versions(as_, topic, plan, kofi, rosa):
    hers = as_(rosa)
    begin(hers, topic)
    edit_post(plan, by=kofi, text=PLAN.replace("Saturday", "Sunday"))
    text_area(hers).fill(PLAN.replace("Saturday", "Monday"))
    press(hers, "Show changes")

    expect(hers.get_by_role("alert")).to_contain_text("Kofi Mensah changed the same while you were writing.")
    expect(text_area(hers)).to_have_value(re.compile("You wrote:\nWe meet on Monday."))
    expect(hers.get_by_role("banner")).to_have_count(1)
    press(hers, "Save")
    expect(hers.get_by_role("article", name="Post 1")).to_contain_text("Monday")


@with_and_without_script
def test_an_author_hands_a_post_over_and_takes_it_back(as_, topic, lena, kofi, script):
    page = as_(lena, script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.locator("#more-1").click()
    page.get_by_role("main").get_by_role("link", name="Edit", exact=True).click()
    page.get_by_role("link", name="Let members edit this post together…").click()
    press(page, "Let members edit it")
    expect(page.get_by_text("Wiki: members edit this together")).to_be_visible()

    other = as_(kofi, script=script)
    other.goto(topic.get_absolute_url())
    expect(other.get_by_role("link", name="Edit", exact=True)).to_have_count(1)
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_role("link", name=re.compile("End that")).click()
    press(page, "End editing together")
    expect(page.get_by_text("Wiki: members edit this together")).to_have_count(0)


@with_and_without_script
def test_an_older_version_is_compared_in_both_ways_and_brought_back(as_, topic, plan, kofi, rosa, script):
    edit_post(plan, by=kofi, text=PLAN.replace("camera", "tractor"), summary="A joke")
    page = as_(rosa, script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.get_by_role("link", name=re.compile("edited 2 times")).click()
    page.get_by_role("listitem").filter(has_text="A joke").get_by_role("link", name="Changes").click()
    expect(page.locator("ins")).to_contain_text("tractor")

    page.get_by_role("link", name="As it is written").click()
    expect(page.locator(".diff ins")).to_have_text("tractor")
    page.get_by_role("link", name="Without marks").click()
    expect(page.locator("ins")).to_have_count(0)
    page.get_by_role("link", name="As it is read").click()
    press(page, "Restore version 2")

    expect(page.get_by_role("article", name="Post 1")).to_contain_text("Bring a camera.")
    assert Revision.objects.in_order().last().restores == 2


@with_and_without_script
def test_a_moderator_hides_what_nobody_should_read(as_, topic, plan, kofi, rosa, script):
    edit_post(plan, by=kofi, text=PLAN.replace("mill", "house of Anna, 12 Mill Lane,"))
    edit_post(plan, by=rosa, text=PLAN)
    history = f"{topic.get_absolute_url()}1/history"
    page = as_(rosa, script=script, width=360)
    page.goto(history)
    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Version 3", exact=True))
    row.get_by_text("Hide…").click()
    row.get_by_label("Why it is hidden").fill("An address")
    press(page, "Hide version 3")
    expect(row).to_contain_text("Hidden by a moderator")
    if script:
        page.evaluate("scrollTo(0, 0)")
        assert faults(page) == []

    other = as_(kofi, script=script)
    other.goto(history)
    hidden = other.get_by_role("listitem").filter(has_text="Hidden by a moderator")
    expect(hidden.get_by_role("link", name="Read")).to_have_count(0)
    other.goto(f"{history}?from=2&to=3")
    expect(other.get_by_role("main")).to_contain_text("A moderator has hidden one of these versions.")
    expect(other.get_by_role("main")).not_to_contain_text("Mill Lane")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_history_in_arabic_reads_from_the_right(as_, topic, plan, lena, kofi, width):
    edit_post(plan, by=kofi, text="نلتقي يوم السبت في المكتبة القديمة.\n\nأحضروا كاميرا.", language="ar")
    edit_post(plan, by=lena, text="نلتقي يوم الأحد في المكتبة القديمة.\n\nأحضروا كاميرا.", language="ar")
    lena.language = "ar"
    lena.save()
    page = as_(lena, width=width)
    history = f"{topic.get_absolute_url()}1/history"
    for path in (history, f"{history}?from=3&to=4", f"{history}?from=3&to=4&by=source"):
        assert faults(page, path) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".diff__text").first).to_have_css("direction", "rtl")
    expect(page.locator(".diff ins")).to_have_text("الأحد")
