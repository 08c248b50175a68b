"""People thank for posts, keep them, hand them on, and find what else they can do with one."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from space.discuss.actions import follow, react
from space.discuss.models import Bookmark, Level, Post, Reaction, Response
from space.limits.models import Bucket
from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

widths = pytest.mark.parametrize("width", [360, 1280])
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def post(page: Page, number: int = 1):
    return page.get_by_role("article", name=f"Post {number}")


def more(page: Page, number: int = 1):
    return post(page, number).locator(f"#more-{number}")


@widths
@with_and_without_script
def test_somebody_thanks_for_a_post_and_takes_it_back(as_, topic, kofi, rosa, script, width):
    react(topic.posts.get(), by=rosa, kind=Response.THANKS)
    page = as_(kofi, script=script, width=width)
    page.goto(topic.get_absolute_url())
    heart = page.locator("#r1-thanks")
    expect(heart).to_have_accessible_name("Thanks 1")
    heart.click()
    expect(heart).to_have_accessible_name("Thanks 2")
    expect(heart).to_have_attribute("aria-pressed", "true")
    assert Reaction.objects.filter(person=kofi).count() == 1
    if script:
        expect(heart).to_be_focused()
    heart.click()
    expect(heart).to_have_accessible_name("Thanks 1")
    expect(heart).to_have_attribute("aria-pressed", "false")


@widths
@with_and_without_script
def test_somebody_chooses_another_reaction(as_, topic, kofi, script, width):
    page = as_(kofi, script=script, width=width)
    page.goto(topic.get_absolute_url())
    page.get_by_role("link", name="More reactions").click()
    expect(page.locator(".reaction:visible")).to_have_count(4)
    if script:
        expect(page.locator("#r1-thanks")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#r1-useful")).to_be_focused()
    else:
        page.get_by_role("button", name="Useful").click()
    expect(post(page).get_by_role("button", name="Useful 1")).to_have_attribute("aria-pressed", "true")
    expect(post(page).locator(".reaction")).to_have_count(2)
    assert topic.posts.get().reactions == {"useful": 1}


@with_and_without_script
def test_pressing_the_heart_twice_gives_it_once(as_, topic, kofi, script):
    page = as_(kofi, script=script)
    page.goto(topic.get_absolute_url())
    page.locator("#r1-thanks").dblclick()
    expect(page.locator("#r1-thanks")).to_have_accessible_name("Thanks 1")
    assert Reaction.objects.count() == 1


def test_the_second_press_of_a_double_click_takes_nothing_back_that_was_answered_already(as_, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    heart = page.locator("#r1-thanks")
    box = heart.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        expect(heart).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(300)
    expect(heart).to_have_attribute("aria-pressed", "true")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "false")


@with_and_without_script
def test_who_has_given_much_today_is_told_when_to_go_on(as_, topic, kofi, script):
    tomorrow = timezone.now() + timedelta(days=1)
    Bucket.objects.create(who=f"person:{kofi.pk}", what="reactions", empty_at=tomorrow)
    page = as_(kofi, script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.locator("#r1-thanks").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("You can leave the next one in .* minutes."))
    if script:
        assert faults(page) == []
        expect(post(page)).to_be_visible()
    else:
        page.get_by_role("link", name=topic.title).click()
        expect(post(page)).to_be_visible()
    assert not Reaction.objects.exists()


@with_and_without_script
def test_nobody_sees_the_numbers_and_who_gave_them(as_, topic, kofi, script):
    react(topic.posts.get(), by=kofi, kind=Response.APPLAUSE)
    page = as_(script=script, width=360)
    page.goto(topic.get_absolute_url())
    assert post(page).get_by_role("button").count() == 0
    page.get_by_role("link", name="Who reacted to post 1").click()
    expect(page.get_by_role("main").get_by_role("link", name="Kofi Mensah")).to_be_visible()


@widths
@with_and_without_script
def test_a_post_is_kept_with_a_note_found_again_and_let_go(as_, topic, kofi, script, width):
    page = as_(kofi, script=script, width=width)
    page.goto(topic.get_absolute_url())
    more(page).click()
    page.get_by_role("link", name="Bookmark with a note").click()
    page.get_by_label("Note").fill("For the workshop")
    page.get_by_role("button", name="Save bookmark").click()
    expect(post(page)).to_be_in_viewport()

    page.goto("/discuss/bookmarks")
    page.get_by_role("main").get_by_role("searchbox").fill("workshop")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    row = page.locator(".bookmark")
    expect(row).to_contain_text("For the workshop")
    row.get_by_text("Edit note").click()
    row.get_by_label("Note").fill("For the workshop in May")
    row.get_by_role("button", name="Save note").click()
    expect(row).to_contain_text("For the workshop in May")
    row.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("main")).to_contain_text("is removed.")
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("For the workshop in May")
    row.get_by_role("link", name=topic.title).click()
    expect(post(page)).to_be_in_viewport()


@with_and_without_script
def test_the_bookmark_at_a_post_is_pressed_and_pressed_again(as_, topic, kofi, script):
    page = as_(kofi, script=script)
    page.goto(topic.get_absolute_url())
    button = page.get_by_role("button", name="Bookmark post 1")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    if script:
        expect(button).to_be_focused()
    assert Bookmark.objects.standing().count() == 1
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert Bookmark.objects.standing().count() == 0


@widths
def test_the_menu_of_a_post_opens_in_place_and_closes(as_, topic, kofi, width):
    page = as_(kofi, width=width)
    page.goto(topic.get_absolute_url())
    more(page).click()
    items = post(page).locator(".menu__item")
    expect(items.first).to_be_in_viewport()
    expect(more(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(items.first).to_be_focused()
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(items.first).to_be_hidden()
    expect(more(page)).to_be_focused()

    page.keyboard.press("Enter")
    expect(items.first).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(items.first).to_be_hidden()
    assert urlsplit(page.url).path == topic.get_absolute_url()


def test_who_reacted_stands_in_the_menu(as_, topic, kofi, rosa):
    react(topic.posts.get(), by=rosa, kind=Response.STAR)
    page = as_(kofi, width=360)
    page.goto(topic.get_absolute_url())
    more(page).click()
    page.get_by_role("link", name="Who reacted").click()
    people = post(page).locator(".who-reacted")
    expect(people.get_by_role("link", name="Rosa Quispe")).to_be_in_viewport()
    expect(people).to_be_focused()
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(people).to_be_hidden()


@with_and_without_script
def test_the_author_edits_and_a_moderator_finds_it_under_more(as_, topic, lena, rosa, script):
    page = as_(lena, script=script)
    page.goto(topic.get_absolute_url())
    expect(post(page).get_by_role("link", name="Edit", exact=True)).to_be_visible()
    for person, width in ((lena, 360), (rosa, 1280)):
        page = as_(person, script=script, width=width)
        page.goto(topic.get_absolute_url())
        expect(post(page).get_by_role("link", name="Edit", exact=True)).to_be_hidden()
        more(page).click()
        page.get_by_role("main").get_by_role("link", name="Edit", exact=True).click()
        expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value(
            re.compile("a box of cards")
        )


def test_without_javascript_more_is_a_page_with_everything(as_, topic, kofi):
    page = as_(kofi, script=False, width=360)
    page.goto(topic.get_absolute_url())
    more(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Post 1 by Lena Müller")
    for name in ("Reply", "Quote", "Share", "As it was typed"):
        expect(page.get_by_role("main").get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("button", name="Thanks").click()
    expect(page.locator("#r1-thanks")).to_have_accessible_name("Thanks 1")


@widths
def test_a_topic_and_a_post_are_handed_on(as_, topic, kofi, width):
    page = as_(kofi, width=width, permissions=CLIPBOARD)
    page.goto(topic.get_absolute_url())
    more(page).click()
    post(page).get_by_role("link", name="Share").click()
    expect(post(page).get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{topic.get_absolute_url()}1")
    page.keyboard.press("Escape")
    if width > 1000:
        page.get_by_role("complementary", name="Time line").get_by_role("link", name="Share").click()
        expect(page.get_by_text("Copied").first).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").endswith(f"/t/{topic.pk}")


def test_without_javascript_the_address_stands_in_a_field(as_, topic):
    page = as_(script=False)
    page.goto(topic.get_absolute_url())
    page.get_by_role("complementary", name="Time line").get_by_role("link", name="Share").click()
    expect(page.get_by_label("Address to copy")).to_have_value(re.compile(f"/t/{topic.pk}$"))


@with_and_without_script
def test_what_somebody_muted_says_is_folded_and_can_be_read(as_, topic, kofi, lena, rosa, script):
    say(topic, (kofi, "I shout."), (lena, "Please do not."))
    follow(kofi, by=rosa, level=Level.MUTED)
    page = as_(rosa, script=script, width=360)
    page.goto(topic.get_absolute_url())
    expect(page.get_by_text("I shout.")).to_be_hidden()
    expect(post(page, 3)).to_be_visible()
    page.get_by_text("Post by Kofi Mensah, whom you mute").click()
    expect(page.get_by_text("I shout.")).to_be_visible()
    page.locator("#r2-thanks").click()
    expect(page.locator("#r2-thanks")).to_have_attribute("aria-pressed", "true")
    assert Post.objects.for_actions().get(topic=topic, number=2).reactions == {"thanks": 1}


def test_a_press_that_does_not_arrive_is_told_until_the_next_one(as_, watch, topic, kofi):
    watch.expected += ["htmx:", "ERR_INTERNET_DISCONNECTED"]
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    heart, told = page.locator("#r1-thanks"), page.locator("failed-press")
    page.context.set_offline(True)
    heart.click()
    expect(told).to_contain_text("did not reach us")
    page.context.set_offline(False)
    heart.click()
    expect(heart).to_have_accessible_name("Thanks 1")
    expect(told).to_be_empty()


def test_a_press_on_a_page_that_is_too_old_says_what_to_do(as_, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    page.context.clear_cookies(name="csrftoken")
    page.locator("#r1-thanks").click()
    expect(page.locator("failed-press")).to_contain_text("Load it again")
    expect(post(page)).to_be_visible()
