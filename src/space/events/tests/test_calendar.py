"""The calendar: what lies on which day, for whom, and what its addresses give."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions.changing import change_topic
from space.discuss.embedding import with_cards
from space.events.actions import add_event, cancel_event
from space.events.lists.found import placed
from space.events.lists.wanted import Wanted
from space.events.models import Event, Occurrence, Status
from space.events.shown.grid import laid_out
from space.kit import clock
from space.testing.events import MONDAY, TRAINING
from space.testing.rooms import say

MARCH = [date(2026, 3, 2) + timedelta(days=n) for n in range(7)]


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def page(client, query: str = "", **more) -> str:
    answer = client.get(f"/calendar/{query}", **more)
    assert answer.status_code == 200
    return answer.content.decode()


_hours = count(1)


def add(by, title: str, plan=TRAINING, **changes) -> Event:
    """Each a few hours after the other: nobody adds many at once."""
    with clock.at(MONDAY + timedelta(hours=6 * next(_hours))):
        return add_event(
            replace(plan, **changes), by=by, title=title, text="We meet and write.", language="en"
        )


def more_dates(event: Event, days: list[date]) -> None:
    """Of an event that took place as often as this."""
    Occurrence.objects.bulk_create(
        Occurrence(
            event=event, of=date(2030, 1, 1) + timedelta(days=n), note=f"Number {n:03}.",
            starts_at=at, ends_at=at + timedelta(hours=1), first_day=day, last_day=day,
        )
        for n, day in enumerate(days)
        for at in [datetime(day.year, day.month, day.day, 9, tzinfo=UTC)]
    )  # fmt: skip


def on(html: str, day: str) -> str:
    """What the cell of a day holds."""
    return html.split(f'datetime="{day}"', 1)[1].split("</td>", 1)[0]


def test_a_month_is_a_table_with_its_events_on_their_days(client, training, meetup):
    html = page(client)
    assert '<caption class="visually-hidden">March 2026</caption>' in html
    assert html.count('<th scope="col">') == 7
    assert "Wikidata for beginners" in on(html, "2026-03-12")
    assert '<time class="bar__at" datetime="2026-03-12T18:00:00Z">18:00 </time>' in on(html, "2026-03-12")
    assert "Der Dienstag im Netz" in on(html, "2026-03-24")
    assert 'lang="de" dir="ltr">Der Dienstag' in html
    assert html.count('aria-current="date"') == 1


def test_many_days_run_on_one_track_and_the_rest_is_counted(client, kofi):
    whole = {"first_time": None, "last_time": None}
    add(kofi, "A long camp", first_day=date(2026, 3, 5), last_day=date(2026, 3, 10), **whole)
    for number in range(6):
        add(kofi, f"Evening {number}", first_day=date(2026, 3, 6), last_day=date(2026, 3, 6))
    html = page(client)
    assert "bar--3 bar--long bar--on" in on(html, "2026-03-05")
    assert "bar--3 bar--long bar--later" in on(html, "2026-03-08")
    friday = on(html, "2026-03-06")
    assert "Goes on:" in friday
    assert friday.count("bar__at") == 3
    assert "+3 more" in friday
    assert "view=list&amp;day=2026-03-06" in friday


def test_two_that_overlap_have_tracks_of_their_own(kofi):
    whole = {"first_time": None, "last_time": None}
    add(kofi, "One", first_day=date(2026, 3, 2), last_day=date(2026, 3, 4), **whole)
    add(kofi, "Two", first_day=date(2026, 3, 3), last_day=date(2026, 3, 6), **whole)
    add(kofi, "Three", first_day=date(2026, 3, 5), last_day=date(2026, 3, 6), **whole)
    week = laid_out(placed(Wanted(), NOBODY, MARCH[0], MARCH[-1]), MARCH, 4)
    tracks = [[line.kind if line else "" for line in day.lines[:2]] for day in week]
    assert tracks[:5] == [["bar", ""], ["rest", "bar"], ["rest", "rest"], ["bar", "rest"], ["rest", "rest"]]


def test_whole_days_never_shift_and_times_are_in_the_readers_zone(client, kofi, lena):
    whole = {"first_day": date(2026, 3, 20), "last_day": date(2026, 3, 20)}
    add(kofi, "A whole day", **whole, first_time=None, last_time=None)
    late = {"first_day": date(2026, 3, 21), "last_day": date(2026, 3, 21)}
    add(kofi, "Late at night", **late, first_time=time(22), last_time=time(23))
    lena.time_zone = "Asia/Tokyo"
    lena.save()
    client.force_login(lena)
    html = page(client)
    assert "in your time: Asia/Tokyo" in html
    assert "A whole day" in on(html, "2026-03-20")
    assert "Late at night" in on(html, "2026-03-22")
    assert ">07:00 <" in on(html, "2026-03-22")
    client.logout()
    assert "Late at night" in on(page(client), "2026-03-21")
    assert "the clock where each event takes place" in page(client)


def test_a_night_that_ends_in_the_morning_belongs_to_its_evening(kofi):
    add(
        kofi,
        "A night",
        first_day=date(2026, 3, 6),
        last_day=date(2026, 3, 7),
        first_time=time(20),
        last_time=time(6),
    )
    (found,) = placed(Wanted(), NOBODY, MARCH[0], MARCH[-1])
    assert (found.first, found.last) == (date(2026, 3, 6), date(2026, 3, 6))


def test_what_is_cancelled_or_tentative_says_so_in_words(client, training, kofi):
    cancel_event(training, by=kofi, reason="The power is out.")
    add(kofi, "Perhaps", status=Status.TENTATIVE)
    html = on(page(client), "2026-03-12")
    assert '<span class="bar__word">Cancelled </span>' in html
    assert re.search(r"tentative: </span>.*Perhaps", html, re.DOTALL)
    assert "Perhaps" not in page(client, "?tentative=no")
    rows = page(client, "?view=list")
    assert "meet--cancelled" in rows
    assert "meet--tentative" in rows


def test_each_view_keeps_filters_and_day(client, training):
    for view in ("month", "week", "list", "year"):
        html = page(client, f"?view={view}&country=GH&day=2026-03-12")
        assert "country=GH&amp;view=week&amp;day=2026-03-12" in html
        assert 'href="/calendar/?view=' in html or "filters__clear" in html
    assert "Wikidata for beginners" in page(client, "?view=week&day=2026-03-12")
    assert "1 event<" in page(client, "?view=year&country=GH")
    assert "No event fits all of this" in page(client, "?country=BR&type=party")
    assert "type=party" in page(client, "?country=BR&type=party")


def test_a_list_goes_on_both_ways(client, training):
    before, since = date(2026, 1, 5), date(2026, 2, 20)
    more_dates(training, [before, *(date(2026, 3, 2) + timedelta(days=n // 2) for n in range(50))])
    running = {"first_day": since, "last_day": date(2026, 3, 20), "is_all_day": True}
    Occurrence.objects.for_actions().filter(first_day=date(2026, 3, 12), note="").update(
        **running,
        note="Number 999.",
        starts_at=datetime(2026, 2, 20, tzinfo=UTC),
        ends_at=datetime(2026, 3, 21, tzinfo=UTC),
    )

    def seen(query: str) -> tuple[list[int], dict[str, str]]:
        html = page(client, query)
        ways = re.findall(r'rel="(prev|next)" href="/calendar/([^"]+)', html)
        return [int(n) for n in re.findall(r"Number (\d+)\.<", html)], {
            k: v.replace("&amp;", "&") for k, v in ways
        }

    first, ways = seen("?view=list")
    assert first == [999, *range(1, 40)]
    assert ways["prev"] == "?view=list&day=2026-01-05"
    second, further = seen(ways["next"])
    assert second == list(range(40, 51))
    assert "next" not in further
    assert seen(further["prev"])[0] == first
    assert seen(ways["prev"])[0] == [0, 999, *range(1, 39)]
    assert seen("?view=list&after=123456")[0] == first


def test_months_far_away_are_not_for_robots_and_some_are_no_page(client, training):
    assert "noindex" not in page(client)
    assert "noindex" not in page(client, "?day=2027-03-01")
    assert "noindex, nofollow" in page(client, "?day=2027-06-01")
    assert "noindex, nofollow" in page(client, "?country=GH")
    assert client.get("/calendar/?day=1899-12-31").status_code == 404
    assert client.get("/calendar/?day=2201-01-01").status_code == 404
    assert page(client, "?day=1900-01-01").count('rel="prev"') == 0
    assert page(client, "?view=week&day=2200-12-31").count('rel="next"') == 0
    assert "March 2026" in page(client, "?day=2026-02-31&view=nonsense&after=x")


def test_weeks_begin_and_numbers_look_as_in_the_language_of_the_page(client, training):
    arabic = page(client, headers={"Accept-Language": "ar"})
    assert arabic.index("السبت") < arabic.index("الأحد") < arabic.index("الجمعة")
    assert ">١٨:٠٠ <" in arabic
    french = page(client, headers={"Accept-Language": "fr"})
    assert french.index("lundi") < french.index("dimanche")


def test_an_empty_calendar_says_how_to_begin(client, db):
    assert "Nothing is planned here yet" in page(client)
    assert 'href="/events/add"' in page(client)
    assert "Nothing is known to have taken place then" in page(client, "?day=2020-05-01")


def test_a_closed_group_keeps_its_events_to_itself(client, hideout, kofi, lena):
    add_event(TRAINING, by=kofi, title="Who keeps us safe", text="For us alone", category=hideout)
    for view in ("month", "week", "list"):
        query = f"?view={view}&day=2026-03-12"
        assert "Who keeps us safe" not in page(client, query)
        client.force_login(lena)
        assert "Who keeps us safe" not in page(client, query)
        client.force_login(kofi)
        assert "Who keeps us safe" in page(client, query)
        client.logout()


@pytest.mark.parametrize("view", ["month", "week", "list", "year"])
def test_as_many_questions_for_three_as_for_three_hundred(client, training, meetup, view):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(client, f"?view={view}&day=2026-03-12")
        return len(asked)

    questions()
    few = questions()
    more_dates(training, [date(2026, 3, 12 + n % 3) for n in range(300)])
    assert questions() == few


def test_what_comes_next_stands_with_its_category_its_tag_its_organiser_and_on_the_first_page(
    client, training, meetup, ada, kofi, lena
):
    change_topic(training.topic, by=ada, tags=["wikidata"])
    room = training.topic.category
    everywhere = ("/", room.get_absolute_url(), "/discuss/tag/wikidata/", kofi.get_absolute_url())
    for address in everywhere:
        html = client.get(address).content.decode()
        assert "meet__title" in html, address
        assert "Wikidata for beginners" in html.split("meet__title", 1)[1], address
    html = client.get(lena.get_absolute_url()).content.decode()
    assert html.count("meet__title") == 1, "of what repeats the next date stands for all"
    cancel_event(training, by=kofi, reason="The power is out.")
    for address in everywhere[2:]:
        assert "meet__title" not in client.get(address).content.decode(), address


def test_events_of_a_closed_group_come_next_for_its_members_alone(client, hideout, kofi, lena):
    add_event(TRAINING, by=kofi, title="Who keeps us safe", text="For us alone", category=hideout)
    client.force_login(kofi)
    assert "meet__title" in client.get(hideout.get_absolute_url()).content.decode()
    assert "Who keeps us safe" in client.get(hideout.group.get_absolute_url()).content.decode()
    assert "Who keeps us safe" in page(client, f"?view=list&day=2026-03-12&group={hideout.group.slug}")
    client.force_login(lena)
    for address in (
        "/",
        f"/calendar/?view=list&day=2026-03-12&group={hideout.group.slug}",
        kofi.get_absolute_url(),
    ):
        assert "Who keeps us safe" not in client.get(address).content.decode()


def test_a_feed_of_the_calendar_has_its_filters(client, training):
    assert 'href="/calendar.ics?country=GH"' in page(client, "?view=week&country=GH&mine=yes")


def test_an_event_alone_in_a_paragraph_of_a_story_is_a_card_for_who_sees_it(training, hideout, kofi, lena):
    closed = add_event(TRAINING, by=lena, title="Who keeps us safe", text="For us alone", category=hideout)
    links = [training.get_absolute_url(), f"/e/{closed.pk}/"]
    text = mark_safe("".join(f'<p><a href="{settings.ORIGIN}{one}">{one}</a></p>' for one in links))
    shown = with_cards(text, NOBODY)
    assert shown.tags == (f"topic:{training.topic_id}", f"event:{training.pk}")
    assert "Thu, 12 Mar" in shown.html
    assert "Who keeps us safe" not in shown.html
    assert "Who keeps us safe" in with_cards(text, reader_of(kofi)).html


def test_in_a_post_too_for_who_sees_it_and_nowhere_else(client, training, hideout, topic, kofi, lena, rosa):
    with clock.at(MONDAY + timedelta(hours=1)):
        closed = add_event(
            TRAINING, by=lena, title="Who keeps us safe", text="For us alone", category=hideout
        )
    lines = [
        f"{settings.ORIGIN}/e/{training.pk}/",
        f"{settings.ORIGIN}/e/{closed.pk}/",
        "https://space.example/e/1/",
    ]
    [post] = say(topic, (rosa, "\n\n".join(lines)))
    shown = client.get(topic.get_absolute_url())
    assert shown.content.decode().count("told-event") == 1
    assert "Who keeps us safe" not in shown.content.decode()
    client.force_login(kofi)
    assert "Who keeps us safe" in client.get(topic.get_absolute_url()).content.decode()
    assert "told-event" not in post.html
