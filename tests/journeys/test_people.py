"""People look for each other, at each other, follow and mute; moderators look after trust and pictures."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from space.accounts.models import Trust, User
from space.discuss.actions import follow
from space.discuss.models import Following, Level
from space.moderation.actions import penalise
from space.moderation.models import Measure
from space.testing.rooms import say
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults
from tests.journeys.test_keyboard import WIDER, tab_to

WORDS = "Ich schreibe über Moore und Mühlen, und über die Leute, die dort wohnen."


@pytest.fixture
def known(lena, kofi) -> User:
    """Lena has said something of herself."""
    User.objects.filter(pk=lena.pk).update(about=WORDS, languages=["de", "fr"])
    return lena


def card(page: Page):
    return page.locator("person-card")


def point_at(page: Page, what) -> None:
    """As a hand does: over some distance, and there it stays."""
    box = what.bounding_box()
    page.mouse.move(box["x"] - 60, box["y"] + 60)
    page.mouse.move(box["x"] + 3, box["y"] + 3, steps=4)
    page.mouse.move(box["x"] + 6, box["y"] + 5)


@with_and_without_script
@pytest.mark.parametrize("width", [360, 1280])
def test_somebody_is_found_by_a_part_of_the_name_and_their_language(as_, known, topic, rosa, script, width):
    page = as_(script=script, width=width)
    page.goto("/")
    page.locator("footer").get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    page.get_by_label("Name", exact=True).fill("mulle")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".people__name")).to_have_text(["Lena Müller"])
    page.get_by_label("Name", exact=True).fill("")
    page.get_by_label("Reads").select_option(label="français")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".people__name")).to_have_text(["Lena Müller"])
    page.get_by_role("link", name="Lena Müller").click()
    expect(page.get_by_role("main")).to_contain_text("Moore und Mühlen")
    expect(page.get_by_role("heading", name=topic.title)).to_have_count(2)
    assert page.evaluate(WIDER) <= 0


@with_and_without_script
def test_a_slip_of_the_finger_is_forgiven(as_, known, script):
    page = as_(script=script)
    page.goto("/people/?name=Mulelr")
    expect(page.locator(".people__told")).to_contain_text("Nobody is called Mulelr.")
    expect(page.locator(".people__name")).to_have_text(["Lena Müller"])


@with_and_without_script
def test_one_follows_a_person_on_their_page_and_lets_go_on_ones_own(as_, known, topic, kofi, script):
    page = as_(kofi, script=script, width=360)
    page.goto(known.get_absolute_url())
    page.get_by_text("Not following", exact=True).click()
    page.get_by_role("button", name="Where they write stands in your list").click()
    expect(page.locator(".person summary")).to_have_text("Following")
    assert Following.objects.get(person=kofi, other=known).level == Level.WATCHING

    page.goto("/preferences/")
    page.get_by_role("link", name="What you watch").click()
    page.get_by_role("main").get_by_role("link", name="People", exact=True).click()
    followed = page.locator(".levels__row")
    expect(followed.get_by_role("link")).to_have_text("Lena Müller")
    followed.locator("summary").click()
    followed.get_by_role("button", name="Not following").click()
    expect(page.get_by_role("main")).to_contain_text("Nothing chosen yet")
    assert not Following.objects.filter(person=kofi).exists()


@with_and_without_script
def test_one_keeps_questions_out_of_ones_lists(as_, topic, kofi, script):
    page = as_(kofi, script=script)
    page.goto("/discuss/")
    page.locator("summary", has_text="Kind").click()
    page.get_by_role("link", name="Keep kinds out of your lists…").click()
    page.get_by_label("Questions").check()
    page.get_by_label("A topic is new").select_option(label="Since my last visit")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your lists are as you wish.")).to_be_visible()
    expect(page.get_by_label("Questions")).to_be_checked()
    assert kofi.list_taste.new_days == 0


@with_and_without_script
def test_one_shows_a_picture_and_is_a_letter_again(as_, known, topic, kofi, script):
    out = BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(out, "JPEG")
    page = as_(known, script=script, width=360)
    page.goto("/uploads/picture")
    page.get_by_label("A picture").set_input_files(
        {"name": "ich.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    page.get_by_role("button", name="Show this picture").click()
    expect(page.get_by_text("This is how you are shown now.")).to_be_visible()
    shown = page.locator(".picture img")
    expect(shown).to_have_js_property("naturalWidth", 96)

    other = as_(kofi, script=script)
    other.goto(topic.get_absolute_url())
    expect(other.locator("article img").first).to_have_js_property("naturalWidth", 48)
    page.get_by_role("button", name="Remove the picture").click()
    expect(page.locator(".picture img")).to_have_count(0)
    expect(page.locator(".picture .avatar")).to_have_text("L")


@with_and_without_script
def test_a_moderator_gives_trust_and_says_why(as_, known, rosa, script):
    page = as_(rosa, script=script)
    page.goto(known.get_absolute_url())
    page.get_by_role("link", name="Trust: Member. Change…").click()
    page.get_by_label("Regular").check()
    page.get_by_label("Why").fill("Answers newcomers every week")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Lena Müller is now known here as: Regular.")).to_be_visible()
    assert User.objects.get(pk=known.pk).trust == Trust.REGULAR


def test_pointing_at_a_name_shows_a_card_and_asks_once(as_, known, topic, kofi):
    say(topic, (kofi, "We photograph the cards."))
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/card" in request.url else None)
    name = page.get_by_role("article", name="Post 1").get_by_role("link", name="Lena Müller")
    point_at(page, name)
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Ich schreibe über Moore und Mühlen")
    expect(card(page)).to_contain_text("Deutsch")
    assert faults(page, within="person-card") == []

    # The pointer may go into the card; away from both it closes.
    box = card(page).bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=5)
    page.wait_for_timeout(400)
    expect(card(page)).to_be_visible()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] + 90, steps=3)
    expect(card(page)).to_be_hidden()
    point_at(page, name)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert len(asked) == 1


def test_who_only_passes_or_scrolls_meets_no_card(as_, known, topic, kofi, rosa):
    thoughts = [(person, "A thought.\n\n" * 12) for person in (kofi, rosa)] * 4
    say(topic, *thoughts)
    page = as_(rosa)
    page.goto(topic.get_absolute_url())
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/card" in request.url else None)
    name = page.get_by_role("article", name="Post 1").get_by_role("link", name="Lena Müller")
    point_at(page, name)
    page.mouse.wheel(0, 300)
    for _ in range(8):
        page.wait_for_timeout(60)
        page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)
    assert asked == []
    expect(card(page)).to_be_hidden()


def test_a_finger_follows_the_link_and_meets_no_card(as_, known, topic, kofi):
    page = as_(kofi, width=360, has_touch=True)
    page.goto(topic.get_absolute_url())
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/card" in request.url else None)
    page.get_by_role("article", name="Post 1").get_by_role("link", name="Lena Müller").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lena Müller")
    assert asked == []


def test_the_keyboard_comes_to_a_card_and_through_it_and_follows_there(as_, known, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    tab_to(page, "^Lena Müller$")
    expect(card(page)).to_be_visible()
    for role, name in (
        ("link", "Lena Müller"),
        ("link", "Send a message"),
        ("link", "Block"),
        ("button", "Follow"),
    ):
        page.keyboard.press("Tab")
        expect(card(page).get_by_role(role, name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("button", name="Stop following")).to_be_focused()
    assert urlsplit(page.url).path == topic.get_absolute_url()
    wait_until(lambda: Following.objects.filter(person=kofi, other=known, level=Level.WATCHING).exists())

    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link", name="Report")).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_hidden()
    expect(page.locator(".post__when a").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".post__name a").first).to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(page.locator(".post__name a").first).to_be_focused()


def test_faces_in_rows_have_cards_too_for_everybody(as_, known, topic):
    page = as_()
    page.goto("/discuss/")
    point_at(page, page.locator(".topic__people .avatar").first)
    expect(card(page)).to_contain_text("Lena Müller")
    expect(card(page).locator("form")).to_have_count(0)


def test_a_card_stays_on_the_page_in_both_directions(as_, known, topic, kofi):
    for language in ("ar", "en"):
        User.objects.filter(pk=kofi.pk).update(language=language)
        page = as_(kofi, width=700)
        page.goto(topic.get_absolute_url())
        point_at(page, page.locator(".post__name a").first)
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 700


def test_what_cannot_be_done_on_a_card_is_told_on_a_page(as_, known, topic, kofi, rosa):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    point_at(page, page.locator(".post__name a").first)
    expect(card(page)).to_be_visible()
    penalise(kofi, Measure.SUSPENSION, by=rosa, until=timezone.now() + timedelta(days=1), reason="Shouting")
    card(page).get_by_role("button", name="Mute").click()
    expect(page.get_by_role("main")).to_contain_text("while your account is suspended")


def test_people_whom_one_mutes_are_let_go_of_without_javascript(as_, known, kofi):
    follow(known, by=kofi, level=Level.MUTED)
    page = as_(kofi, script=False, width=360)
    page.goto("/notifications/levels?show=people")
    page.locator(".levels summary").click()
    page.locator(".levels").get_by_role("button", name="Not following").click()
    expect(page.locator(".levels__row")).to_have_count(0)
    assert page.evaluate(WIDER) <= 0


def test_the_menu_on_the_page_of_a_person_stands_in_the_window_whatever_its_width(as_, known, kofi):
    page = as_(kofi)
    for width in (360, 700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(known.get_absolute_url())
        page.locator("main summary", has_text="Not following").click()
        box = page.locator("main .menu__panel").bounding_box()
        assert box
        assert box["x"] >= 0, width
        assert box["x"] + box["width"] <= width, width
