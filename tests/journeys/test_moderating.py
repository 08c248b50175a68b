"""A moderator ends a conversation and opens it again; a person in trouble is told why."""

from playwright.sync_api import expect

from space.discuss.actions import close_topic
from space.discuss.models import Topic
from space.moderation.models import LogEntry
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script


@with_and_without_script
def test_a_moderator_closes_and_reopens_a_topic(as_, rosa, topic, script):
    page = as_(rosa, script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.get_by_text("Close this topic…").click()
    page.get_by_label("Why it ends here").fill("Solved: the archive has scans now.")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#closing")).to_contain_text(
        "Closed by Rosa Quispe. Solved: the archive has scans now."
    )
    assert Topic.objects.for_actions().get(pk=topic.pk).is_closed

    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_text("Close this topic…")).to_be_visible()
    wait_until(lambda: not Topic.objects.for_actions().get(pk=topic.pk).is_closed)
    assert LogEntry.objects.filter(what__in=["topic-closed", "topic-reopened"]).count() == 2


def test_the_focus_stays_at_the_button_when_a_piece_is_swapped(as_, rosa, topic):
    page = as_(rosa)
    page.goto(topic.get_absolute_url())
    page.get_by_text("Close this topic…").press("Enter")
    page.get_by_role("button", name="Close", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Reopen")).to_be_focused()


@with_and_without_script
def test_who_was_writing_when_a_topic_was_closed_keeps_the_text(as_, lena, rosa, topic, script):
    page = as_(lena, script=script)
    page.goto(topic.get_absolute_url())
    page.get_by_role("textbox", name="Text", exact=True).fill("One more thing.")
    close_topic(topic, by=rosa, reason="Solved")
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("alert")).to_contain_text("closed")
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value("One more thing.")


@with_and_without_script
def test_a_suspended_person_reads_and_is_told_why_they_cannot_write(as_, viktor, topic, script):
    page = as_(viktor, script=script)
    page.goto(topic.get_absolute_url())
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("button", name="Post reply")).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text("You cannot write for now.")


def test_a_member_has_no_button_to_close(as_, lena, topic):
    page = as_(lena)
    page.goto(topic.get_absolute_url())
    expect(page.get_by_text("Close this topic…")).to_have_count(0)
