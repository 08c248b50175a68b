"""Topics and posts are changed, moved, pinned, deleted and brought back by people, on a phone and on a desk."""

import re

import pytest
from playwright.sync_api import expect

from space.discuss.actions import appoint, arrange_category, delete_post, start_topic
from space.discuss.models import Answer, Kind, Post, Topic
from space.testing.rooms import say
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

on_a_phone_and_on_a_desk = pytest.mark.parametrize("width", [360, 1280])


def fresh(topic):
    return Topic.objects.for_actions().get(pk=topic.pk)


def manage(page, item):
    page.locator("summary", has_text="Manage").click()
    page.locator(".topic-top .menu__item", has_text=item).click()


def more(page, number, item):
    """What one may do with a post: its menu, or without a script the page that lists it."""
    page.locator(f"#more-{number}").click()
    page.locator(".menu__item", has_text=item).click()


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_a_moderator_changes_title_and_category_and_the_page_tells_it(as_, rosa, topic, ada, script, width):
    arrange_category("sources", by=ada, name="Sources")
    page = as_(rosa, script=script, width=width)
    page.goto(topic.get_absolute_url())
    manage(page, "Change title, category, tags")
    page.get_by_label("Title").fill("Paper")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field__error")).to_contain_text("A title needs at least")
    page.get_by_label("Title").fill("How to check what is only on paper")
    page.get_by_label("Category").select_option(label="Sources")
    page.get_by_label("Tags").fill("paper, archives")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("How to check what is only on paper")
    deeds = page.locator(".deed")
    expect(deeds).to_have_count(3)
    expect(deeds.nth(2)).to_contain_text("Rosa Quispe moved this from Questions to Sources.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_an_author_deletes_a_reply_and_undoes_it(as_, kofi, topic, script, width):
    say(topic, (kofi, "I should not have said that."))
    page = as_(kofi, script=script, width=width)
    page.goto(topic.get_absolute_url())
    more(page, 2, "Delete…")
    expect(page.get_by_role("main")).to_contain_text("you can undo it there")
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("#p2")).to_contain_text("Post 2 was deleted by its author.")
    expect(page.get_by_text("I should not have said that.")).to_have_count(0)

    page.locator("#p2").get_by_role("button", name="Undo").click()
    expect(page.locator("#p2")).to_contain_text("I should not have said that.")


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_a_moderator_deletes_a_topic_and_finds_it_among_what_was_deleted(as_, rosa, topic, script, width):
    page = as_(rosa, script=script, width=width)
    page.goto(topic.get_absolute_url())
    manage(page, "Delete this topic…")
    expect(page.get_by_role("main")).to_contain_text("gone for everybody at once")
    page.get_by_label("Why").fill("An advertisement.")
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("main")).to_contain_text("The topic is deleted.")
    assert page.goto(topic.get_absolute_url()).status == 404

    page.goto("/discuss/deleted")
    expect(page.get_by_role("main")).to_contain_text("An advertisement.")
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(topic.title)


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_who_asked_accepts_an_answer(as_, lena, kofi, questions, script, width):
    asked = start_topic(questions, by=lena, title="Which scanner is it?", text="Words.", kind=Kind.QUESTION)
    say(asked, (kofi, "The one with the lamp."))
    page = as_(lena, script=script, width=width)
    page.goto(asked.get_absolute_url())
    page.get_by_role("button", name="Accept post 2 as the answer").click()
    expect(page.locator(".topic-head")).to_contain_text("Answered in post 2")
    expect(page.locator(".answer")).to_contain_text("The one with the lamp.")
    expect(page.locator("#p2.post--answer")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    more(page, 2, "Not the answer after all")
    expect(page.locator(".answer")).to_have_count(0)
    wait_until(lambda: not Answer.objects.exists())


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_a_moderator_pins_until_a_day_and_takes_out_of_lists(as_, rosa, topic, script, width):
    page = as_(rosa, script=script, width=width)
    page.goto(topic.get_absolute_url())
    manage(page, "Pin…")
    page.get_by_label("In every list of all conversations").check()
    page.get_by_label("Last day").fill("2099-12-31")
    page.get_by_role("button", name="Pin", exact=True).click()
    expect(page.locator(".deed")).to_contain_text("pinned this everywhere.")
    manage(page, "Unpin")
    expect(page.locator(".deed")).to_have_count(2)
    manage(page, "Take out of lists")
    expect(page.locator(".topic-head")).to_contain_text("Not in lists")
    page.goto("/discuss/")
    expect(page.get_by_role("link", name=topic.title)).to_have_count(0)


@on_a_phone_and_on_a_desk
@with_and_without_script
def test_a_moderator_moves_and_tags_many_at_once(as_, rosa, lena, topic, questions, ada, script, width):
    arrange_category("sources", by=ada, name="Sources")
    other = start_topic(questions, by=ada, title="Another of the same kind", text="Words.")
    page = as_(rosa, script=script, width=width)
    page.goto("/discuss/?choose=yes")
    boxes = page.get_by_label("Choose this topic")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.locator("summary", has_text="Move…").click()
    page.locator("details[open]").get_by_role("button", name="Move").click()
    expect(page.locator(".field__error")).to_contain_text("Choose a category.")
    expect(page.get_by_label("Choose this topic").nth(1)).to_be_checked()
    page.get_by_label("Where to").select_option(label="Sources")
    page.locator("details[open]").get_by_role("button", name="Move").click()
    expect(page.get_by_role("main")).to_contain_text("2 topics are moved.")
    assert {fresh(one).category.slug for one in (topic, other)} == {"sources"}


def test_the_enter_key_in_a_field_does_not_press_another_button(as_, rosa, topic):
    page = as_(rosa)
    page.goto("/discuss/?choose=yes")
    page.get_by_label("Choose this topic").check()
    page.locator("summary", has_text="Tag…").click()
    page.get_by_label("Tags to add").fill("paper")
    page.get_by_label("Tags to add").press("Enter")
    page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile("choose=yes"))
    expect(page.get_by_label("Tags to add")).to_have_value("paper")


def test_a_moderator_is_asked_before_more_people_can_read(as_, kofi, secret, hideout, questions, ada):
    appoint(kofi, hideout, by=ada)
    page = as_(kofi, width=360)
    page.goto(secret.get_absolute_url())
    manage(page, "Change title, category, tags")
    page.get_by_label("Category").select_option(label="Questions")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field__error")).to_contain_text("Say here that you want this.")
    expect(page.get_by_label("Category")).to_have_value(str(questions.pk))
    page.get_by_label("Yes, let more people read all of this").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(secret.title)
    assert fresh(secret).audience == "public"


def test_all_its_pages_and_states_are_accessible(as_, rosa, kofi, lena, questions, topic):
    asked = start_topic(questions, by=rosa, title="Which scanner is it?", text="Words.", kind=Kind.QUESTION)
    say(asked, (kofi, "The one with the lamp."), (lena, "Spam."))
    delete_post(
        Post.objects.for_actions().select_related("topic").get(topic=asked, number=3), by=rosa, reason="Spam"
    )
    here = asked.get_absolute_url()
    found = []
    for width in (360, 1280):
        page = as_(rosa, width=width)
        page.goto(here)
        if page.get_by_role("button", name="Accept post 2").count():
            page.get_by_role("button", name="Accept post 2").click()
        page.locator("#more-2").click()
        page.locator("#p2 .menu__item", has_text="Delete…").wait_for()
        found += faults(page)
        page.locator("summary", has_text="Manage").click()
        found += faults(page, within=".topic-top")
        for path in ("change", "pin", "delete", "2/delete", "3/deleted"):
            found += faults(page, f"{here}{path}")
        found += faults(page, "/discuss/deleted")
        page.goto("/discuss/?choose=yes")
        for words in ("Tag…", "Move…", "Close…"):
            page.locator("summary", has_text=words).click()
            found += faults(page, within=".choosing__bar")
    assert not found, "\n".join(found)
