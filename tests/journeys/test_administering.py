"""An administrator changes what holds for everybody; the served pages follow, in a process that is not this one."""

import time

from playwright.sync_api import expect

from space.administration.actions import change_setting
from space.administration.texts import said
from space.community.look import BANNER
from space.community.notices import Notice
from space.discuss.actions import start_topic
from space.discuss.numbers import TOPICS_PER_PAGE
from space.groups.actions import admit, office
from space.groups.models import Office
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.uploads.tests.makers import svg
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

PAGE = "/administration/settings/"


@with_and_without_script
def test_a_number_is_found_changed_and_given_back(as_, ada, script):
    page = as_(ada, script=script, width=360)
    page.goto("/discuss/")
    page.locator(".top summary", has_text="Your menu").click()
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="Settings of the community").click()
    page.get_by_label("Search the settings").fill("rows list")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".setting")).to_have_count(1)
    page.get_by_role("link", name="Topics in a list").click()

    page.get_by_label("New value").fill("2000")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field__error")).to_contain_text("from 5 topics to 100 topics")
    expect(page.get_by_label("New value")).to_have_value("2000")
    page.get_by_label("New value").fill("12")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_role("listitem").filter(has_text="30 topics")).to_contain_text("12 topics")

    page.get_by_role("button", name="Back to the default").click()
    expect(page.get_by_role("status")).to_contain_text("The default holds again")
    expect(page.locator(".setting__now")).to_contain_text("30 topics")
    assert LogEntry.objects.filter(what__startswith="setting-").count() == 2


@with_and_without_script
def test_a_word_of_the_community_is_previewed_saved_and_read_on_the_first_page(as_, ada, script):
    page = as_(ada, script=script)
    page.goto(f"{PAGE}home_note/")
    page.get_by_label("English").fill("## How we talk\n\nWith **care**.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("With care.")
    expect(page.locator("#preview")).to_contain_text("not saved")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")

    reader = as_(script=script)
    reader.goto("/")
    expect(reader.get_by_role("heading", name="How we talk")).to_be_visible()


@with_and_without_script
def test_a_mark_is_sent_and_stands_in_the_bar(as_, ada, script, tmp_path):
    drawing = tmp_path / "mark.svg"
    drawing.write_bytes(svg("<rect width='40' height='20' fill='#339966'/>"))
    page = as_(ada, script=script)
    page.goto(f"{PAGE}mark/")
    page.get_by_label("New picture").set_input_files(drawing)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".brand img")).to_be_visible()
    assert page.locator(".brand img").evaluate("image => image.naturalWidth") > 0


@with_and_without_script
def test_a_banner_stands_on_every_page_and_goes_only_by_script(as_, ada, topic, script):
    banner = Notice({"en": said("en", "We move on **Sunday**.", rich=True)}, "warning")
    change_setting(BANNER, banner, by=ada)
    page = as_(script=script, width=360)
    shown, close = (
        page.get_by_text("We move on Sunday."),
        page.get_by_role("button", name="Put this notice away"),
    )
    page.goto("/")
    expect(shown).to_be_visible()
    assert faults(page) == [] if script else close.count() == 0
    if script:
        close.click()
        expect(shown).to_be_hidden()
    for path in ("/", topic.get_absolute_url(), "/nowhere"):
        page.goto(path)
        expect(shown).to_be_hidden() if script else expect(shown).to_be_visible()

    change_setting(BANNER, Notice({"en": said("en", "We have moved.", rich=True)}), by=ada)
    wait_until(lambda: page.goto("/") and "We have moved" in page.content())
    expect(page.get_by_text("We have moved.")).to_be_visible()


def test_a_banner_that_was_put_away_is_gone_before_anything_is_drawn(as_, ada):
    change_setting(BANNER, Notice({"en": said("en", "We move.", rich=True)}), by=ada)
    page = as_()
    page.goto("/")
    page.get_by_role("button", name="Put this notice away").click()
    page.add_init_script(
        "window.jumps = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.jumps += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.route("**/banner*.js", lambda route: (time.sleep(0.5), route.continue_()))
    page.goto("/")
    expect(page.get_by_text("We move.")).to_be_hidden()
    assert page.evaluate("window.jumps") == 0


def test_another_process_uses_the_new_number_for_pages_it_had_kept(as_, ada, questions, topic):
    for number in range(7):
        with_another_minute(questions, ada, number)
    page = as_()
    page.goto("/discuss/")
    page.goto("/discuss/")
    expect(page.locator("li.topic")).to_have_count(8)

    change_setting(TOPICS_PER_PAGE, 5, by=ada)
    wait_until(lambda: page.goto("/discuss/") and page.locator("li.topic").count() == 5)
    page.get_by_role("link", name="Older").click()
    expect(page.locator("li.topic")).to_have_count(3)


def test_two_administrators_in_two_windows_do_not_undo_each_other(as_, ada, rosa):
    admit(office(Office.ADMINISTRATORS), rosa)
    first, second = as_(ada), as_(rosa)
    for page in (first, second):
        page.goto(f"{PAGE}topics_per_page/")
    first.get_by_label("New value").fill("40")
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("status")).to_contain_text("Saved")

    second.get_by_label("New value").fill("50")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("alert")).to_contain_text("Ada")
    expect(second.get_by_label("New value")).to_have_value("50")
    assert faults(second) == []
    second.get_by_role("button", name="Save").click()
    expect(second.locator(".setting__now")).to_contain_text("50 topics")


def with_another_minute(category, person, number):
    """A topic of somebody who does not wait between two."""
    Bucket.objects.all().delete()
    return start_topic(category, by=person, title=f"A topic with number {number}", text="Words.")
