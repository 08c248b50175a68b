"""People ask, vote, change their minds and read how it was counted: with a script and without, phone and desk."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from space.discuss.actions import close_poll, start_topic
from space.discuss.models import Poll, Results, Way
from space.discuss.polls.plan import PollPlan
from space.testing.cast import make
from space.testing.polls import ask, standing, votes
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

both_widths = pytest.mark.parametrize("width", [360, 1280])
ARABIC = PollPlan(
    "أي يوم يناسبكم للقاء القادم؟",
    ("مساء الخميس", "صباح السبت", "مساء الأحد"),
    way=Way.RANKED,
    closes_at=None,
)


def the_poll(page: Page):
    return page.locator("section.poll")


def share_of(page: Page, text: str):
    return the_poll(page).get_by_role("row", name=re.compile(re.escape(text)))


def unfold(page: Page, words: str) -> None:
    the_poll(page).get_by_text(words).click()


def unfold_all(page: Page) -> None:
    for fold in the_poll(page).locator("details > summary").all():
        fold.click()
    # What is scrolled under the bar on top is no small target.
    page.evaluate("scrollTo(0, 0)")


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the screen"


@both_widths
@with_and_without_script
def test_somebody_asks_a_poll_and_a_no_keeps_all_that_was_typed(as_, lena, questions, script, width):
    page = as_(lena, script=script, width=width)
    page.goto("/discuss/start")
    page.get_by_label("Title").fill("What shall we bring?")
    page.get_by_label("Category").select_option(label="Questions")
    page.get_by_role("textbox", name="Text", exact=True).fill("I have a big table.")
    page.get_by_text("Add a poll").click()
    expect(page.get_by_label("How many one may choose")).to_be_hidden()
    page.get_by_label("Question").fill("Bread or salt?")
    page.get_by_label("Options").fill("Bread")
    page.get_by_label("Several choices").check()
    page.get_by_label("How many one may choose").fill("2")
    page.get_by_label("Open: the names").check()
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("I have a big table.")
    expect(page.get_by_label("Question")).to_have_value("Bread or salt?")
    page.get_by_role("button", name="Post topic").click()
    expect(page.get_by_role("main")).to_contain_text("Give two options at least")
    expect(page.get_by_label("Several choices")).to_be_checked()
    expect(page.get_by_label("Open: the names")).to_be_checked()
    fits(page)

    page.get_by_label("Options").fill("Bread\nSalt\nTea")
    page.get_by_role("button", name="Post topic").click()
    expect(the_poll(page).get_by_role("heading", name="Bread or salt?")).to_be_visible()
    expect(the_poll(page)).to_contain_text("Choose up to 2. Your name will stand beside what you chose.")


@both_widths
@with_and_without_script
def test_one_votes_sees_how_it_stands_and_changes_ones_mind(as_, kofi, topic, script, width):
    poll = votes(ask(topic, results=Results.AFTER_VOTING), (make("Oulu"), "Salt"))
    page = as_(kofi, script=script, width=width)
    page.goto(topic.get_absolute_url())
    expect(the_poll(page)).to_contain_text("Results are shown to who has voted")
    expect(the_poll(page).get_by_role("table")).to_have_count(0)
    the_poll(page).get_by_label("Tea").check()
    the_poll(page).get_by_role("button", name="Vote").dblclick()
    expect(share_of(page, "Tea")).to_have_text(re.compile(r"Tea\s*your choice\s*1\s*50%"))
    expect(page.get_by_text("Your vote is counted.")).to_be_visible()
    assert standing(poll) == (2, {"Bread": 0, "Salt": 1, "Tea": 1})

    unfold(page, "Change or take back my vote")
    the_poll(page).get_by_label("Salt").check()
    the_poll(page).get_by_role("button", name="Change my vote").click()
    expect(share_of(page, "Salt")).to_have_text(re.compile(r"Salt\s*your choice\s*2\s*100%"))
    fits(page)

    unfold(page, "Change or take back my vote")
    the_poll(page).get_by_role("button", name="Take my vote back").click()
    expect(the_poll(page).get_by_role("button", name="Vote", exact=True)).to_be_visible()
    expect(the_poll(page).get_by_role("table")).to_have_count(0)


@with_and_without_script
def test_a_wrong_vote_is_told_and_nothing_is_lost(as_, kofi, topic, script):
    ask(topic, way=Way.SEVERAL, at_most=2)
    page = as_(kofi, script=script, width=360)
    page.goto(topic.get_absolute_url())
    for text in ("Bread", "Salt", "Tea"):
        the_poll(page).get_by_label(text).check()
    the_poll(page).get_by_role("button", name="Vote").click()
    expect(page.get_by_role("alert")).to_have_text("You can choose 2 options at most.")
    expect(the_poll(page).get_by_label("Tea")).to_be_checked()
    the_poll(page).get_by_label("Tea").uncheck()
    the_poll(page).get_by_role("button", name="Vote").click()
    expect(share_of(page, "Salt")).to_contain_text("your choice")


@both_widths
def test_without_a_script_places_are_chosen_in_fields(as_, kofi, topic, width):
    poll = ask(topic, way=Way.RANKED)
    page = as_(kofi, script=False, width=width)
    page.goto(topic.get_absolute_url())
    expect(the_poll(page).get_by_role("button", name="up")).to_have_count(0)
    the_poll(page).get_by_label("Tea", exact=True).select_option("1")
    the_poll(page).get_by_label("Bread", exact=True).select_option("1")
    the_poll(page).get_by_role("button", name="Vote").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Two options stand at place 1. Give each a place of its own."
    )
    the_poll(page).get_by_label("Bread", exact=True).select_option("2")
    the_poll(page).get_by_role("button", name="Vote").click()
    expect(share_of(page, "Tea")).to_contain_text("your choice no. 1")
    assert standing(poll)[1]["Tea"] == 1


@both_widths
def test_with_the_keyboard_alone_one_puts_options_in_order(as_, kofi, topic, width):
    ask(topic, way=Way.RANKED)
    page = as_(kofi, width=width)
    page.goto(topic.get_absolute_url())
    for name, times in (("Tea: up", 1), ("Salt: up", 2)):
        button = the_poll(page).get_by_role("button", name=name)
        button.focus()
        for _ in range(times):
            page.keyboard.press("Enter")
            expect(button).to_be_focused()
    expect(page.locator("rank-options [role=status]")).to_have_text("Salt: place 1")
    expect(page.locator(".poll__rank label")).to_have_text(["Salt", "Tea", "Bread"])
    the_poll(page).get_by_role("button", name="Vote").focus()
    page.keyboard.press("Enter")
    expect(share_of(page, "Salt")).to_contain_text("your choice no. 1")
    expect(share_of(page, "Tea")).to_contain_text("your choice no. 2")
    expect(page.get_by_text("Your vote is counted.")).to_be_focused()
    fits(page)


@with_and_without_script
def test_the_author_changes_the_poll_and_closes_it_and_a_moderator_opens_it_again(
    as_, lena, rosa, topic, script
):
    ask(topic, results=Results.AFTER_CLOSING)
    page = as_(lena, script=script, width=360)
    page.goto(topic.get_absolute_url())
    the_poll(page).get_by_role("link", name="Change the poll").click()
    expect(page.get_by_label("Options")).to_have_value("Bread\nSalt\nTea")
    page.get_by_label("Question").fill("And who brings it?")
    page.get_by_role("button", name="Save").click()
    expect(the_poll(page).get_by_role("heading", name="And who brings it?")).to_be_visible()

    votes(Poll.objects.for_actions().get(), (make("Oulu"), "Salt"))
    page.reload()
    expect(the_poll(page).get_by_role("link", name="Change the poll")).to_have_count(0)
    unfold(page, "Close the poll…")
    the_poll(page).get_by_role("button", name="Close the poll").click()
    expect(share_of(page, "Salt")).to_contain_text("100%")
    expect(the_poll(page).get_by_role("button")).to_have_count(0)

    page = as_(rosa, script=script, width=360)
    page.goto(topic.get_absolute_url())
    the_poll(page).get_by_role("button", name="Reopen the poll").click()
    expect(the_poll(page).get_by_role("button", name="Vote")).to_be_visible()


@with_and_without_script
def test_nobody_reads_a_poll_signs_in_and_votes(as_, topic, script):
    ask(topic, secret=False, closes_at=timezone.now() + timedelta(days=2))
    page = as_(script=script, width=360)
    page.goto(topic.get_absolute_url())
    expect(the_poll(page)).to_contain_text("Open until")
    the_poll(page).get_by_role("link", name="Sign in to vote").click()
    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Name", exact=True).fill("Nneka")
    page.get_by_label("Password", exact=True).fill("a long walk by the river")
    page.get_by_role("button", name="Make an account").click()
    the_poll(page).get_by_label("Bread").check()
    the_poll(page).get_by_role("button", name="Vote").click()
    unfold(page, "Who chose what")
    expect(the_poll(page).get_by_role("definition")).to_have_text("Nneka@local")
    the_poll(page).get_by_role("link", name="All votes").click()
    expect(page.get_by_role("row", name=re.compile("Nneka"))).to_contain_text("Bread")


@pytest.mark.parametrize(("theme", "width"), [("dark", 360), ("light", 1280)])
def test_an_arabic_poll_stands_right_in_an_arabic_page_and_is_accessible(
    as_, lena, kofi, questions, theme, width
):
    said = {"title": "اللقاء القادم في المكتبة", "text": "متى نلتقي؟", "language": "ar"}
    topic = start_topic(questions, by=lena, poll=ARABIC, **said)
    poll = Poll.objects.for_actions().get()
    first, second, third = ARABIC.options
    ballots = [first, first, second, f"{third}, {second}"]
    votes(poll, *((make(f"Voter {number}"), ballot) for number, ballot in enumerate(ballots)))
    kofi.theme, kofi.language = theme, "ar"
    kofi.save()
    page = as_(kofi, width=width)
    found = faults(page, topic.get_absolute_url())
    words = the_poll(page).locator(".poll__rank label").first
    edge, inside = the_poll(page).bounding_box(), words.bounding_box()
    assert words.get_attribute("dir") == "rtl"
    assert inside["x"] + inside["width"] < edge["x"] + edge["width"] - 60, (
        "the field stands where the line begins"
    )

    the_poll(page).locator("select").nth(1).select_option("1")
    the_poll(page).locator(".poll__form button[type=submit]").click()
    expect(the_poll(page).get_by_role("table").first).to_be_visible()
    unfold_all(page)
    found += faults(page)
    bar = the_poll(page).locator(".poll__bar").first
    assert bar.evaluate("bar => getComputedStyle(bar).transform") == "matrix(-1, 0, 0, 1, 0, 0)"
    fits(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("way", Way)
def test_every_state_of_a_poll_is_accessible(as_, lena, rosa, kofi, topic, way):
    poll = votes(ask(topic, way=way, secret=False), (kofi, "Salt"), (make("Oulu"), "Tea"))
    found = []
    for person in (None, lena, kofi, rosa):
        page = as_(person, width=360)
        page.goto(topic.get_absolute_url())
        unfold_all(page)
        found += faults(page)
    the_poll(page).locator(".poll__form button[type=submit]").first.click()
    page.get_by_role("alert").wait_for()
    found += faults(page)
    close_poll(poll, by=lena)
    found += faults(page, topic.get_absolute_url())
    page.goto("/discuss/start")
    page.get_by_text("Add a poll").click()
    page.get_by_label("Options").fill("Bread")
    page.get_by_role("button", name="Post topic").click()
    found += faults(page)
    assert not found, "\n".join(found)


def test_the_longest_words_and_a_tie_fit_on_a_phone(as_, kofi, topic):
    options = tuple(f"{number}{'Donaudampfschifffahrt' * 12}" for number in range(4))
    poll = ask(topic, question="W" * 255, options=options, way=Way.RANKED, secret=False)
    votes(poll, *((make(f"Voter {number}"), text) for number, text in enumerate(options)))
    for person in (None, kofi):
        page = as_(person, width=360)
        page.goto(topic.get_absolute_url())
        unfold_all(page)
        expect(page.get_by_text("Equally few votes").first).to_be_visible()
        fits(page)
