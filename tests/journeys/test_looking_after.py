"""Somebody new whose first words wait, who looks after one category, and somebody who is suspended."""

import pytest
from playwright.sync_api import expect

from space.accounts.models import Trust
from space.discuss.actions import appoint, arrange_category, start_topic, write_reply
from space.discuss.models import Post
from space.limits.models import Bucket
from space.review.actions import Ruling, decide, flag
from space.review.actions.flagging import Told
from space.review.gate.actions import watch_word
from space.review.models import Case, Did, Does, Follows, WatchedWord, Why
from space.review.things import post_thing
from space.testing.cast import make
from tests.journeys.conftest import with_and_without_script


def flagged(topic, author, text, flagger):
    Bucket.objects.all().delete()
    post = write_reply(topic, by=author, text=text)
    fresh = Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)
    flag(post_thing(fresh), Told(Why.SPAM, "An advert."), by=flagger)
    return Case.objects.for_actions().get(thing_id=post.pk)


@with_and_without_script
def test_the_first_words_of_somebody_new_wait_and_are_let_appear(as_, topic, amina, rosa, script):
    watch_word(WatchedWord(word="catalogue", does=Does.APPROVAL), by=rosa)
    words = "Our library has a catalogue on cards. Would photographs of them help?"
    page = as_(amina, script=script, width=360)
    page.goto(f"{topic.get_absolute_url()}reply")
    page.locator("textarea[name=text]").fill(words)
    page.get_by_role("main").get_by_role("button", name="Reply").last.click()
    expect(page.get_by_role("main")).to_contain_text("waits for a moderator")
    stranger = as_(script=script)
    stranger.goto(topic.get_absolute_url())
    expect(stranger.get_by_role("main")).not_to_contain_text(words)

    desk = as_(rosa, script=script)
    desk.goto("/moderation/?tab=held")
    expect(desk.get_by_role("main")).to_contain_text(words)
    desk.get_by_role("button", name="Let it appear").click()
    expect(desk.get_by_role("main")).not_to_contain_text(words)
    stranger.goto(topic.get_absolute_url())
    expect(stranger.get_by_role("main")).to_contain_text(words)


@pytest.fixture
def near(questions, ada):
    """Looks after the category of questions, and nothing else."""
    person = make("Near")
    appoint(person, questions, by=ada)
    return person


def test_who_looks_after_a_category_decides_there_and_sees_nothing_of_others(
    as_, topic, near, lena, kofi, ada
):
    elsewhere = arrange_category("stories", by=ada, name="Stories")
    other = start_topic(elsewhere, by=kofi, title="A story of lamps", text="It was a dark night.")
    here = flagged(topic, kofi, "Buy my lamps!", lena)
    there = flagged(other, kofi, "Buy my candles!", lena)
    page = as_(near)
    page.goto("/moderation/")
    expect(page.get_by_role("main")).to_contain_text("Buy my lamps!")
    expect(page.get_by_role("main")).not_to_contain_text("candles")
    assert page.goto(there.get_absolute_url()).status == 404
    page.goto(here.get_absolute_url())
    assert page.get_by_label("A warning").count() == 1
    assert page.get_by_label("Suspension: as if signed out").count() == 0
    page.get_by_label("Agree and hide it", exact=True).check()
    page.get_by_label("Guideline").select_option("spam")
    page.get_by_label("Reason, for the author").fill("Nobody asked for lamps.")
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("main")).to_contain_text("Decided.")
    assert Post.objects.for_actions().get(pk=here.thing_id).hidden_at


def test_who_is_suspended_reads_appeals_takes_their_data_and_leaves(as_, topic, lena, rosa):
    vera = make("Vera@local", Trust.BASIC)
    ruling = Ruling(Did.HIDE, "spam", "Nobody asked for lamps.", Follows.SUSPENSION, 72)
    decide(flagged(topic, vera, "Buy my lamps!", lena), ruling, by=rosa)
    page = as_(vera, script=False, width=360)
    page.goto(topic.get_absolute_url())
    expect(page.get_by_role("main")).to_contain_text(topic.title)
    assert page.locator("textarea[name=text]").count() == 0
    page.goto("/moderation/about-me/")
    expect(page.get_by_role("main")).to_contain_text("Nobody asked for lamps.")
    page.get_by_role("main").get_by_role("link", name="hidden").click()
    page.get_by_label("What should be looked at again").fill("They were a gift.")
    page.get_by_role("button", name="Appeal").click()
    expect(page.get_by_role("main")).to_contain_text("You are answered within")
    for address in ("/preferences/data/", "/accounts/logout/"):
        assert page.goto(address).status == 200, address
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Join")).to_be_visible()
