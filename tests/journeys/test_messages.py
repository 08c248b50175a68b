"""People talk in private: they ask, accept, bring in somebody, part, and are left in peace."""

import pytest
from playwright.sync_api import expect

from space.discuss.models import Topic
from space.groups.actions import admit
from tests.journeys.conftest import with_and_without_script

LAMP = "The harbour lamp is broken, and nobody repairs it."


def write(page, to, text, title="About the harbour"):
    page.goto("/messages/new")
    page.get_by_label("To", exact=True).fill(to)
    page.get_by_label("What it is about").fill(title)
    page.get_by_role("textbox", name="Text").fill(text)
    page.get_by_role("button", name="Send message").click()


def main(page):
    return page.get_by_role("main")


def press(page, name, role="button"):
    main(page).get_by_role(role, name=name, exact=True).first.click()


def accept(page):
    """A stranger's message waits quietly under Requests."""
    page.goto("/messages/")
    expect(main(page)).not_to_contain_text("About the harbour")
    main(page).get_by_role("link", name="Requests").click()
    main(page).get_by_role("link", name="About the harbour").click()
    expect(main(page)).to_contain_text("has not spoken with you before")
    press(page, "Accept")
    expect(main(page)).to_contain_text(LAMP)
    expect(main(page)).not_to_contain_text("has not spoken with you before")
    page.goto("/messages/")
    expect(main(page)).to_contain_text("About the harbour")


def bring_in(page, talk, name):
    page.goto(talk.get_absolute_url())
    press(page, "People", "link")
    page.get_by_label("To", exact=True).fill(name)
    page.get_by_label("What they read first").fill("You know the people at the port.")
    press(page, "Add them")
    expect(main(page)).to_contain_text("You know the people at the port.")


def agree(page, talk):
    page.goto(f"/messages/{talk.pk}/people")
    press(page, "Show them what was said before")
    expect(page.get_by_role("button", name="Show them what was said before")).to_have_count(0)


def leave(page, talk):
    page.goto(talk.get_absolute_url())
    press(page, "Leave", "link")
    press(page, "Leave")
    expect(main(page)).to_contain_text("You have left this conversation.")
    assert page.goto(talk.get_absolute_url()).status == 404


@with_and_without_script
def test_from_a_request_to_parting(as_, lena, kofi, rosa, script):
    writer, reader = as_(lena, script=script), as_(kofi, script=script, width=360)
    write(writer, "@Kofi Mensah", LAMP)
    expect(main(writer)).to_contain_text("Only these people can read")
    talk = Topic.objects.for_actions().get(kind="message")
    accept(reader)

    bring_in(writer, talk, "@Rosa Quispe")
    added = as_(rosa, script=script)
    added.goto(talk.get_absolute_url())
    expect(main(added)).to_contain_text("You know the people at the port.")
    expect(main(added)).not_to_contain_text(LAMP)
    agree(writer, talk)
    added.reload()
    expect(main(added)).not_to_contain_text(LAMP)
    agree(reader, talk)
    added.reload()
    expect(main(added)).to_contain_text(LAMP)
    leave(writer, talk)


@with_and_without_script
def test_who_is_blocked_writes_no_more_and_keeps_what_they_typed(as_, lena, kofi, script):
    page = as_(kofi, script=script, width=360)
    page.goto("/people/Lena_Müller/")
    press(page, "Block", "link")
    press(page, "Block")
    expect(main(page)).to_contain_text("Lena Müller")

    writer = as_(lena, script=script)
    write(writer, "@Kofi Mensah", LAMP)
    expect(main(writer)).to_contain_text("Kofi Mensah takes no messages at the moment.")
    expect(writer.get_by_role("textbox", name="Text")).to_have_value(LAMP)

    page.goto("/messages/blocked")
    press(page, "Change this", "link")
    press(page, "Take messages again")
    writer.get_by_role("button", name="Send message").click()
    expect(main(writer)).to_contain_text("Only these people can read")


@pytest.mark.parametrize("script", [True, False])
def test_a_message_to_a_group_is_found_by_group_and_by_words_and_put_away(as_, kofi, lena, circle, script):
    admit(circle, lena)
    write(as_(kofi, script=script), "Safety circle", LAMP)
    page = as_(lena, script=script, width=360)
    page.goto("/messages/")
    press(page, "Safety circle", "link")
    page.get_by_role("searchbox", name="Search in these messages").fill("lamp")
    press(page, "Search")
    expect(page.get_by_role("link", name="About the harbour")).to_be_visible()
    page.get_by_role("searchbox", name="Search in these messages").fill("lighthouse")
    press(page, "Search")
    expect(main(page)).to_contain_text("Nothing found")
    press(page, "Show all", "link")
    main(page).get_by_role("link", name="About the harbour").click()
    press(page, "Archive")
    expect(main(page)).to_contain_text("It is in your archive")
    page.goto("/messages/?box=archive")
    expect(main(page)).to_contain_text("About the harbour")
