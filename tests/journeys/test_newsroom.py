"""A story on its way: noted, changed, reviewed and scheduled, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from space.blog.models import Note, Stage, Story
from space.testing.stories import WORDS
from tests.journeys.test_accessible import faults

PASSAGE = "la table à six heures"
SELECT = """text => {
  const walk = document.createTreeWalker(document.querySelector('.desk__text .text'), NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(text)
    if (at >= 0) return getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + text.length)
  }
}"""


def point_at(page, script):
    """With JavaScript one selects the words; without it one types them."""
    if script:
        page.evaluate(SELECT, PASSAGE)
        page.get_by_role("button", name="Note", exact=True).click()
    else:
        page.get_by_label("Passage").fill(PASSAGE)
    expect(page.get_by_label("Passage")).to_have_value(PASSAGE)


def schedule(board):
    """For a time that comes twice that night."""
    board.locator("summary", has_text="Schedule").click()
    board.get_by_label("Day").fill("2031-10-26")
    board.get_by_label("Time", exact=True).fill("02:30")
    board.get_by_label("Time zone").select_option("Europe/Berlin")
    board.locator("form").get_by_role("button", name="Schedule").click()
    expect(board.get_by_text("The first one is meant").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_story_is_noted_resolved_checked_and_scheduled(as_, in_review, noor, lena, elena, script):
    reviewer = as_(noor, script=script)
    reviewer.goto("/blog/newsroom/to-review")
    reviewer.get_by_role("link", name=WORDS.title).click()
    reviewer.get_by_role("button", name="Review it").click()
    expect(reviewer.get_by_role("button", name="Give the review back")).to_be_visible()
    point_at(reviewer, script)
    reviewer.get_by_label("What do you think?").fill("À quelle heure exactement ?")
    reviewer.get_by_role("button", name="Post", exact=True).click()
    expect(reviewer.locator("mark.noted")).to_have_text(PASSAGE)

    author = as_(lena, script=script, width=360)
    author.goto("/blog/newsroom/mine")
    expect(author.get_by_text("1 note")).to_be_visible()
    author.goto(in_review.desk_url)
    author.get_by_role("button", name="Mark as resolved").click()
    expect(author.get_by_text("Resolved by")).to_be_visible()
    assert Note.objects.get().resolved_by == lena

    for point in ("Scope", "Sources", "Credits", "Tone", "Summary", "Languages"):
        reviewer.get_by_role("button", name=point).click()
        expect(reviewer.get_by_role("button", name=point)).to_have_attribute("aria-pressed", "true")
    board = as_(elena, script=script, width=360)
    board.goto(in_review.desk_url)
    schedule(board)
    assert Story.objects.for_actions().get().stage == Stage.SCHEDULED
    if script:
        assert faults(board) == []
