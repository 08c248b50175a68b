"""What stands in the calendar goes through the gate as any text does: title, text, place and links, and each change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.models import Trust, User
from space.accounts.readers import NOBODY
from space.discuss.models import Audience
from space.events.actions import add_event, change_event
from space.events.actions.importing import import_calendar
from space.events.feeds import SHAPES
from space.events.models import Event
from space.events.plan import Plan, plan_of
from space.kit import clock
from space.review.actions import Ruling, decide
from space.review.gate.actions import watch_word
from space.review.models import Case, Did, Does, Flag, WatchedWord
from space.testing.cast import make
from space.testing.events import MONDAY, TRAINING
from space.testing.telling import told

pytestmark = pytest.mark.django_db
TITLE = "Quokka evening"
ELSEWHERE = replace(TRAINING, is_online=True, online_url="https://rooms.example/quokka")
PLACES = [
    "/",
    "/calendar/",
    "/calendar/?view=agenda",
    "/map/",
    "/map/list",
    "/map/points",
    "/map.wikitext",
    "/embed/calendar",
    "/embed/list",
    "/embed/map",
    "/discuss/",
    "/discuss.atom",
    "/discuss/c/events/",
    "/search?q=lamp",
    "/sitemap-events.xml",
    "/sitemap-topics.xml",
    *(f"/calendar.{shape}" for shape in SHAPES),
]


@pytest.fixture(autouse=True)
def on_that_monday() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


@pytest.fixture
def bingo(rosa: User) -> WatchedWord:
    return watch_word(WatchedWord(word="bingo", does=Does.APPROVAL), by=rosa)


def add(by: User, plan: Plan = TRAINING, text: str = "Bring a lamp, and stay as long as you like.") -> Event:
    return add_event(plan, by=by, title=TITLE, text=text, language="en")


def shown_in(event: Event, *clients: Client) -> list[str]:
    """Where anybody of these finds it."""
    own = [
        event.get_absolute_url(),
        reverse("events:event_ics", args=[event.topic.slug, event.pk]),
        f"/map/card/{event.pk}",
        event.topic.get_absolute_url(),
        event.by.get_absolute_url(),
    ]
    return [
        path
        for path in [*PLACES, *own]
        for client in clients
        if "Quokka evening" in client.get(path, follow=True).content.decode()
    ]


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_held_event_is_nowhere_until_a_moderator_keeps_it(
    lena: User, kofi: User, rosa: User, bingo: WatchedWord
) -> None:
    event = add(lena, replace(ELSEWHERE, place="The old bingo hall"))
    assert shown_in(event, Client(), signed_in(lena), signed_in(kofi)) == []
    assert not Event.objects.visible_to(NOBODY).exists()
    case = Case.objects.for_actions().get(is_held=True)
    page = signed_in(rosa).get(case.get_absolute_url()).content.decode()
    assert "The old bingo hall" in page
    assert "https://rooms.example/quokka" in page
    decide(case, Ruling(Did.KEEP), by=rosa)
    found = shown_in(event, Client())
    assert {"/calendar/?view=agenda", "/map/list", "/embed/list", "/calendar.ics", "/search?q=lamp"} <= {
        *found
    }
    assert "/sitemap-events.xml" not in found
    assert event.get_absolute_url() in Client().get("/sitemap-events.xml").content.decode()


def test_its_author_is_led_to_what_waits_and_told_why(lena: User, rosa: User, bingo: WatchedWord) -> None:
    client = signed_in(lena)
    form = {
        "title": TITLE,
        "text": "An evening of bingo for everybody.",
        "language": "en",
        "first_day": "2026-03-12",
        "all_day": "on",
        "place": "Accra",
        "country": "GH",
        "zone": "UTC",
        "how": "on-site",
        "key": "0b0e9a3e-6f0c-4b65-a9a5-2f1f1f6c9b12",
    }
    page = client.post(reverse("events:add"), form, follow=True).content.decode()
    assert "It waits for a moderator" in page
    case = Case.objects.for_actions().get(author=lena)
    why = client.get(reverse("review:about_me_case", args=[case.pk])).content.decode()
    assert "It has a word that moderators of this place look at first." in why
    decide(case, Ruling(Did.KEEP), by=rosa)
    assert any("others can see it now" in line for line in told(lena))


def test_what_is_changed_into_it_is_held_as_well(
    lena: User, kofi: User, rosa: User, bingo: WatchedWord
) -> None:
    event = add(lena)
    plan = replace(plan_of(event), wiki_url="https://bingo.example/tonight")
    changed = change_event(event, plan, by=lena, title=TITLE, text="Bring a lamp, and two friends.")
    assert changed.topic.audience == Audience.NOBODY
    assert shown_in(event, Client(), signed_in(kofi)) == []
    assert told(kofi) == []
    case = Case.objects.for_actions().get(author=lena)
    assert "two friends" in signed_in(rosa).get(case.get_absolute_url()).context["changes"]["html"]


def test_words_are_refused_replaced_and_flagged_in_title_and_place(lena: User, rosa: User) -> None:
    watch_word(WatchedWord(word="blasted", does=Does.REFUSE), by=rosa)
    watch_word(WatchedWord(word="gosh", does=Does.REPLACE, replacement="oh"), by=rosa)
    watch_word(WatchedWord(word="lamp", does=Does.FLAG), by=rosa)
    with pytest.raises(ValidationError, match="blasted"):
        add(lena, replace(TRAINING, address="Blasted Street 1"))
    assert not Event.objects.for_actions().exists()
    event = add(lena, replace(TRAINING, place="Gosh Hall"))
    assert (event.place, event.topic.audience) == ("oh Hall", Audience.PUBLIC)
    assert Flag.objects.get().words == "lamp, gosh"


def test_somebody_new_leads_nowhere_new_again_and_again(amina: User) -> None:
    plan = replace(TRAINING, online_url="https://rooms.example/1", wiki_url="https://rooms.example/2")
    assert add(amina, plan).topic.audience == Audience.NOBODY
    assert Flag.objects.get().rule == "new-host"


def test_a_calendar_that_is_brought_goes_through_it_item_by_item(rosa: User, bingo: WatchedWord) -> None:
    person = make("Iris", trust=Trust.BASIC, days=30)
    watch_word(WatchedWord(word="blasted", does=Does.REFUSE), by=rosa)
    titles = ["Quiet evening", "Bingo evening", "Blasted evening"]
    items = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@else\r\nDTSTAMP:20260301T000000Z\r\nDTSTART;VALUE=DATE:2026040{number + 1}\r\n"
        f"SUMMARY:{title}\r\nEND:VEVENT\r\n"
        for number, title in enumerate(titles)
    )
    items += (
        "BEGIN:VEVENT\r\nUID:8@else\r\nDTSTAMP:20260301T000000Z\r\nDTSTART;VALUE=DATE:20260401\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Weekly evening\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:8@else\r\nDTSTAMP:20260301T000000Z\r\nRECURRENCE-ID;VALUE=DATE:20260408\r\n"
        "DTSTART;VALUE=DATE:20260409\r\nSUMMARY:Weekly evening\r\nLOCATION:The bingo hall\r\nEND:VEVENT\r\n"
    )
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{items}END:VCALENDAR\r\n"
    outcome = import_calendar(data.encode(), by=person, name="evenings.ics")
    seen = Event.objects.visible_to(NOBODY).with_topic()
    assert [event.topic.title for event in seen] == ["Quiet evening"]
    assert [problem.name for problem in outcome.problems] == ["Blasted evening"]
    held = list(Case.objects.for_actions().order_by("pk"))
    assert [case.is_held for case in held] == [True, True]
    assert "The bingo hall" in signed_in(rosa).get(held[1].get_absolute_url()).content.decode()
