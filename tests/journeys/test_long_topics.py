"""Through a long topic: by its time line, by loading on, with and without JavaScript, narrow and wide."""

import re

import pytest
from playwright.sync_api import Page, expect

from space.discuss.actions import follow_topic, hide_post, mark_read, start_topic, write_reply
from space.discuss.models import Level, ReadMark
from space.limits.models import Bucket
from space.testing.long import grow
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults

widths = pytest.mark.parametrize("width", [360, 1280])


@pytest.fixture
def long(topic, kofi):
    return grow(topic, kofi, 65)


def posts(page: Page):
    return page.locator("article")


def top(page: Page, number: int) -> float:
    """How far from the top of the window a post stands."""
    return page.locator(f"#p{number}").evaluate("post => post.getBoundingClientRect().top")


def scroll(page: Page, by: int) -> None:
    page.evaluate("by => scrollBy(0, by)", by)
    page.wait_for_timeout(60)


def scroll_until(page: Page, number: int, by: int = 600) -> None:
    """As one reads on, until the post of this number is there."""
    for _ in range(200):
        if page.locator(f"#p{number}").count():
            return
        scroll(page, by)
    raise AssertionError(f"post {number} never came")


def slider(page: Page):
    return page.get_by_role("slider", name=re.compile("^Time line"))


@widths
@with_and_without_script
def test_the_stops_of_the_time_line_are_links(as_, long, script, width):
    page = as_(script=script, width=width)
    page.goto(long.get_absolute_url())
    page.locator("time-line").get_by_role("link").last.click()
    expect(page.get_by_role("article", name="Post 65")).to_be_in_viewport()
    assert page.url.endswith("?page=4#p65")


@widths
def test_without_javascript_the_time_line_says_where_the_page_is(as_, long, width):
    page = as_(script=False, width=width)
    page.goto(f"{long.get_absolute_url()}?page=3")
    here = page.locator(".timeline [aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_be_visible()
    expect(slider(page)).to_have_count(0)


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "en"), (360, "ar")])
def test_dragging_the_handle_says_where_one_would_be_and_letting_go_leads_there(as_, long, width, language):
    page = as_(width=width, locale=language)
    page.goto(long.get_absolute_url())
    handle = page.get_by_role("slider")
    line = page.locator("time-line ol").bounding_box()
    start = handle.bounding_box()
    assert line
    assert start
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    if width == 1280:
        page.mouse.move(x, line["y"] + line["height"] * 0.6, steps=4)
    else:
        page.mouse.move(line["x"] + line["width"] * (0.4 if language == "ar" else 0.6), y, steps=4)
    number = int(handle.get_attribute("aria-valuenow"))
    assert 30 < number < 55
    expect(page.locator(".timeline__says")).to_be_visible()
    expect(page.locator(".timeline__says")).to_contain_text("65")
    page.mouse.up()
    page.wait_for_url(re.compile(r"\?page=[23]"))
    expect(page.locator(f"#p{number}")).to_be_in_viewport()


def test_the_handle_is_dragged_by_touch(as_, long):
    page = as_(width=360, has_touch=True)
    page.goto(long.get_absolute_url())
    box, line = slider(page).bounding_box(), page.locator("time-line ol").bounding_box()
    assert box
    assert line
    y, x = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2
    touch = page.context.new_cdp_session(page)

    def send(kind: str, x: float | None = None) -> None:
        points = [] if x is None else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", x)
    for part in (0.2, 0.4, 0.5):
        send("touchMove", line["x"] + line["width"] * part)
    expect(page.locator(".timeline__says")).to_be_visible()
    send("touchEnd")
    page.wait_for_url(re.compile(r"\?page=2"))
    assert page.evaluate("scrollX") == 0


def test_the_handle_is_moved_by_keys(as_, long):
    page = as_()
    page.goto(long.get_absolute_url())
    handle = slider(page)
    handle.focus()
    expect(handle).to_have_attribute("aria-valuetext", re.compile(r"^post 1 of 65 · "))
    for key, number in (("ArrowDown", 2), ("ArrowRight", 3), ("PageDown", 23), ("ArrowUp", 22), ("End", 65)):
        page.keyboard.press(key)
        expect(handle).to_have_attribute("aria-valuenow", str(number))
    page.keyboard.press("Escape")
    expect(handle).to_have_attribute("aria-valuenow", "1")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?page=3"))
    expect(page.get_by_role("article", name="Post 41")).to_be_in_viewport()
    expect(slider(page)).to_have_attribute("aria-valuenow", "41")


def test_the_handle_is_where_one_reads(as_, long):
    page = as_()
    page.goto(long.get_absolute_url())
    page.locator("#p12").evaluate("post => post.scrollIntoView()")
    expect(slider(page)).to_have_attribute("aria-valuenow", "12")
    expect(page.locator(".timeline__says")).to_contain_text("post 12 of 65")


@widths
def test_posts_come_as_one_reads_on_and_the_address_follows(as_, long, width):
    page = as_(width=width)
    page.goto(long.get_absolute_url())
    expect(posts(page)).to_have_count(20)
    scroll_until(page, 65)
    expect(posts(page)).to_have_count(65)
    numbers = page.evaluate("[...document.querySelectorAll('article')].map(post => Number(post.id.slice(1)))")
    assert numbers == list(range(1, 66))
    page.locator("#p33").evaluate("post => post.scrollIntoView()")
    page.wait_for_url(re.compile(r"\?page=2#p33$"))
    page.locator("#p41").evaluate("post => post.scrollIntoView()")
    page.wait_for_url(re.compile(r"\?page=3$"))


@widths
def test_what_one_reads_stays_where_it_is_while_earlier_posts_come(as_, long, width):
    page = as_(width=width)
    page.goto(f"{long.get_absolute_url()}?page=3#p50")
    expect(page.locator("#p50")).to_be_in_viewport()
    scroll(page, -300)
    for _ in range(60):
        before = top(page, 50)
        scroll(page, -80)
        after = top(page, 50)
        assert abs(after - before - 80) < 2, (before, after)
        if page.locator("#p21").count():
            break
    expect(page.locator("#p21")).to_have_count(1)
    expect(page.locator("#posts-earlier").get_by_role("link")).to_be_attached()


@with_and_without_script
def test_the_link_to_earlier_posts_brings_them(as_, long, script):
    page = as_(script=script, width=360)
    page.goto(f"{long.get_absolute_url()}?page=2")
    page.get_by_role("link", name="Earlier posts").click()
    expect(page.locator("#p20")).to_have_count(1)
    expect(page.locator("#p1")).to_have_count(1)
    expect(page.locator("#p21")).to_have_count(1 if script else 0)
    expect(page.get_by_role("link", name="Earlier posts")).to_have_count(0)


def test_a_lost_connection_stops_it_and_a_link_goes_on(as_, long, watch):
    page = as_(width=360)
    page.goto(long.get_absolute_url())
    page.context.set_offline(True)
    for _ in range(40):
        scroll(page, 600)
    more = page.get_by_role("link", name="Load more")
    expect(more).to_be_visible()
    expect(posts(page)).to_have_count(20)
    page.context.set_offline(False)
    more.click()
    expect(page.locator("#p40")).to_have_count(1)
    expect(page.locator("#p21")).to_be_focused()
    watch.faults = [fault for fault in watch.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_at_the_end_one_answers_as_on_the_last_page(as_, long, lena):
    page = as_(lena)
    page.goto(f"{long.get_absolute_url()}?page=3")
    scroll_until(page, 65)
    area = page.get_by_role("textbox", name="Text", exact=True)
    area.fill("So it was a loom.")
    area.focus()
    page.evaluate("scrollBy(0, -1500)")
    expect(area).to_be_in_viewport()
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("article", name="Post 66")).to_contain_text("So it was a loom.")


def test_who_reads_on_is_believed_what_they_saw_and_no_more(as_, long, amina):
    page = as_(amina)
    page.goto(long.get_absolute_url())
    wait_until(lambda: ReadMark.objects.filter(person=amina).exists())
    assert ReadMark.objects.get(person=amina).number < 10
    scroll_until(page, 45, by=300)
    page.goto("/discuss/")
    wait_until(lambda: ReadMark.objects.get(person=amina).number > 20)
    assert ReadMark.objects.get(person=amina).number < 45


def test_ten_pages_are_enough_for_one_page_and_a_link_leads_on(as_, topic, kofi):
    endless = grow(topic, kofi, 260, html="<p>Yes.</p>")
    page = as_()
    page.goto(endless.get_absolute_url())
    scroll_until(page, 200, by=900)
    for _ in range(12):
        scroll(page, 900)
    expect(posts(page)).to_have_count(200)
    page.get_by_role("link", name="Next").click()
    page.wait_for_url(re.compile(r"\?page=11"))
    expect(page.locator("#p201")).to_have_count(1)


@widths
@with_and_without_script
def test_the_number_of_a_row_leads_to_what_is_new(as_, long, lena, script, width):
    follow_topic(long, by=lena, level=Level.TRACKING)
    mark_read(long, lena, 44)
    page = as_(lena, script=script, width=width)
    page.goto("/discuss/unread")
    page.get_by_role("link", name=re.compile("unread, go to the first")).click()
    expect(page.get_by_text("New since your last visit")).to_be_in_viewport()
    expect(page.get_by_role("article", name="Post 45")).to_be_in_viewport()


@with_and_without_script
def test_a_page_before_what_is_new_leads_there(as_, long, lena, script):
    mark_read(long, lena, 44)
    page = as_(lena, script=script, width=360)
    page.goto(long.get_absolute_url())
    page.get_by_role("link", name="Jump to new posts").click()
    expect(page.get_by_text("New since your last visit")).to_be_in_viewport()
    page.get_by_role("link", name="Earlier posts").scroll_into_view_if_needed()


def test_the_line_of_the_last_visit_stays_where_it_was_while_one_reads_on(as_, long, lena):
    mark_read(long, lena, 18)
    page = as_(lena)
    page.goto(long.get_absolute_url())
    scroll_until(page, 61)
    expect(page.get_by_text("New since your last visit")).to_have_count(1)
    assert page.locator(".posts__since + article").get_attribute("id") == "p19"


@widths
@with_and_without_script
def test_the_post_that_is_answered_is_found_from_the_answer(as_, topic, kofi, lena, script, width):
    first = write_reply(topic, by=kofi, text="Photograph *both* sides.")
    write_reply(topic, by=lena, text="Both, yes.", reply_to=first)
    page = as_(script=script, width=width)
    page.goto(topic.get_absolute_url())
    answer = page.get_by_role("article", name="Post 3")
    link = answer.get_by_role("link", name="in reply to post 2")
    link.click()
    if not script:
        return expect(page.get_by_role("article", name="Post 2")).to_be_in_viewport()
    inside = answer.locator(".post__inside")
    expect(inside).to_contain_text("Photograph both sides.")
    expect(link).to_have_attribute("aria-expanded", "true")
    found = faults(page)
    link.click()
    expect(inside).to_be_hidden()
    link.click()
    expect(inside).to_be_visible()
    assert found == []
    return None


@with_and_without_script
def test_a_post_leads_to_its_answers(as_, long, topic, kofi, script):
    for _ in range(2):
        Bucket.objects.all().delete()
        write_reply(topic, by=kofi, text="It is.", reply_to=topic.posts.get(number=3))
    page = as_(script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.get_by_text("2 replies").click()
    page.get_by_role("article", name="Post 3").get_by_role("link", name="Post 67").click()
    expect(page.get_by_role("article", name="Post 67")).to_be_in_viewport()


@with_and_without_script
def test_one_says_beside_a_topic_how_much_one_wants_to_hear(as_, topic, kofi, script):
    page = as_(kofi, script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.locator(".timeline summary", has_text="Normal").click()
    page.get_by_role("button", name=re.compile("^Watching")).click()
    expect(page.locator(".timeline summary", has_text="Watching")).to_be_visible()
    assert ReadMark.objects.get(person=kofi, topic=topic).level == Level.WATCHING
    if script:
        expect(page.locator(".timeline summary")).to_be_focused()


@widths
@with_and_without_script
def test_below_the_last_post_one_finds_what_else_to_read_and_who_leads_here(
    as_, topic, questions, kofi, secret, script, width
):
    Bucket.objects.all().delete()
    near = start_topic(questions, by=kofi, title="Paper cards or a table?", text=f"As [here](/t/{topic.pk}).")
    write_reply(secret, by=kofi, text=f"As [here](/t/{topic.pk}).")
    page = as_(script=script, width=width)
    page.goto(topic.get_absolute_url())
    if not script:
        page.get_by_role("link", name="More to read, and who links here").click()
    page.get_by_role(
        "link", name=re.compile("Sign in to reply|Paper cards")
    ).first.scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="Linked from")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(secret.title)
    assert not script or faults(page) == []
    page.get_by_role("main").get_by_role("link", name=near.title).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(near.title)


@pytest.mark.parametrize(("theme", "language", "width"), [("dark", "ar", 360), ("light", "en", 1280)])
def test_a_long_topic_is_accessible_in_the_middle(as_, long, lena, rosa, theme, language, width):
    hide_post(long.posts.get(number=30), by=rosa)
    mark_read(long, lena, 41)
    lena.theme, lena.language = theme, language
    lena.save()
    page = as_(lena, width=width)
    page.goto(f"{long.get_absolute_url()}?page=2")
    scroll_until(page, 65)
    page.get_by_role("slider").focus()
    assert faults(page) == []
