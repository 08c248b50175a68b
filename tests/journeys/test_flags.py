"""Somebody flags a post, a moderator decides, its author appeals, and another moderator answers."""

from playwright.sync_api import expect

from space.discuss.actions import write_reply
from space.discuss.models import Post
from space.review.models import Appeal, Case, Flag
from tests.journeys.conftest import with_and_without_script

REASON = "Nobody asked for lamps here."


def flag(page, topic, post):
    page.goto(f"/moderation/flag/{topic.pk}/{post.number}/")
    page.get_by_label("It's Spam").check()
    page.get_by_label("In your own words").fill("He sells lamps.")
    page.get_by_role("button", name="Flag post").click()
    expect(page.get_by_role("main")).to_contain_text("Thank you")


def decide(page):
    page.goto("/moderation/")
    expect(page.get_by_role("main")).to_contain_text("He sells lamps.")
    page.goto(Case.objects.for_actions().get().get_absolute_url())
    page.get_by_label("Agree and hide it", exact=True).check()
    page.get_by_label("Guideline").select_option("spam")
    page.get_by_label("Reason, for the author").fill(REASON)
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("main")).to_contain_text("Decided.")


def appeal(page):
    page.goto("/moderation/about-me/")
    page.get_by_role("main").get_by_role("link", name="hidden").click()
    expect(page.get_by_role("main")).to_contain_text(REASON)
    page.get_by_label("What should be looked at again").fill("They were a gift.")
    page.get_by_role("button", name="Appeal").click()
    expect(page.get_by_role("main")).to_contain_text("You are answered within")
    return f"/moderation/appeals/{Appeal.objects.for_actions().get().pk}/"


def answer(page, address):
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("They were a gift.")
    page.get_by_label("The decision was wrong").check()
    page.get_by_label("Reason, for the author").fill("A gift is no advertising.")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("main")).to_contain_text("A gift is no advertising.")


@with_and_without_script
def test_from_a_flag_to_the_answer_of_an_appeal(as_, topic, lena, kofi, rosa, ada, script):
    post = write_reply(topic, by=kofi, text="Cheap lamps for everybody!")
    flag(as_(lena, script=script, width=360), topic, post)
    decide(as_(rosa, script=script))
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at
    assert Flag.objects.get().agreed

    address = appeal(as_(kofi, script=script, width=360))
    page = as_(rosa, script=script)
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("You decided this.")
    answer(as_(ada, script=script), address)
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at is None
