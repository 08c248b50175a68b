"""Calendars elsewhere are read by themselves: what they say is followed, and what they cannot do harms nobody."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from space.accounts.models import Trust
from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import write_reply
from space.discuss.actions.following import follow
from space.discuss.models import Level, Topic
from space.events.actions import in_turn, reading_sources, sources
from space.events.actions.attending import answer
from space.events.actions.reading_sources import due, read_source
from space.events.ics.own import own_events
from space.events.lists.wanted import Wanted
from space.events.models import Answer, Event, Occurrence, Source, Status
from space.events.permissions import takes_guests
from space.events.permissions_outside import can_subscribe
from space.kit import clock
from space.kit.outgoing import NoAnswer, Why
from space.moderation.actions import penalise
from space.moderation.models import LogEntry, Measure
from space.notifications.models import Telling
from space.testing.events import MONDAY
from space.testing.feeds import FEED, vevent
from space.testing.telling import told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEA, WALK = vevent("tea@x", "Tea"), vevent("walk@x", "A walk", "20260322T100000Z")


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def source(lena, feeds):
    """Lena subscribed to tea and a walk, and it was read."""
    feeds.has(TEA, WALK, etag='"1"')
    made = sources.subscribe(FEED, by=lena, name="calendar.example.org")
    read_source(made.pk)
    made.refresh_from_db()
    return made


def titles() -> list[str]:
    return sorted(Wanted().events(NOBODY).values_list("topic__title", flat=True))


def event(title: str) -> Event:
    return Event.objects.for_actions().select_related("topic__category").get(topic__title=title)


def later(source: Source, hours: float = 1) -> None:
    """An hour passes, and it is read if it is due."""
    with clock.at(clock.now() + HOUR * hours):
        for pk in due():
            read_source(pk)
    source.refresh_from_db()


def test_it_is_asked_each_hour_for_what_is_new_since_the_state_that_we_know(source, feeds):
    assert titles() == ["A walk", "Tea"]
    assert not takes_guests(event("Tea"))
    assert (source.name, due()) == ("Tea", [])
    later(source)
    assert feeds.asked == [(FEED, {}), (FEED, {"If-None-Match": '"1"'})]
    assert (source.read_at, Source.objects.get().failures) == (MONDAY + HOUR, 0)


def test_what_moves_there_moves_here_and_what_was_added_here_stays(source, feeds):
    Event.objects.for_actions().update(capacity=7)
    feeds.has(vevent("tea@x", "Tea with cake", "20260321T180000Z"), WALK)
    later(source)
    tea = event("Tea with cake")
    assert (tea.first_day.day, tea.capacity, tea.sequence) == (21, 7, 1)
    assert Event.objects.for_actions().count() == 2


def test_what_is_gone_there_is_cancelled_where_others_take_part_and_taken_back_where_nobody_does(
    source, feeds, kofi
):
    answer(event("Tea"), by=kofi, says=Answer.GOING)
    feeds.has(vevent("cake@x", "Cake"))
    later(source)
    assert titles() == ["Cake", "Tea"]
    assert (event("Tea").status, event("Tea").reason[:12]) == (Status.CANCELLED, "The calendar")
    feeds.has(TEA, WALK)
    later(source, 2)
    assert titles() == ["A walk", "Tea"]
    assert event("Tea").status == Status.CONFIRMED


def test_what_is_over_stays_and_of_what_repeats_the_dates_that_took_place(source, feeds):
    feeds.has(TEA, vevent("walk@x", "A walk", "20260304T100000Z", "RRULE:FREQ=WEEKLY"))
    later(source)
    with clock.at(MONDAY + 19 * DAY):
        feeds.has(vevent("cake@x", "Cake", "20260401T100000Z"))
        later(source)
        assert titles() == ["A walk", "Cake", "Tea"]
        days = Occurrence.objects.for_actions().filter(event=event("A walk")).soonest_first()
        assert [one.first_day.day for one in days] == [4, 11, 18]


def test_a_calendar_that_is_all_at_once_empty_is_believed_the_second_time(source, feeds):
    feeds.has(TEA, WALK, *(vevent(f"{n}@x", f"Number {n}") for n in range(3)))
    later(source)
    feeds.has(etag='"empty"')
    later(source, 2)
    assert len(titles()) == 5
    assert "missing all at once" in source.problems[0][1]
    later(source, 3)
    assert titles() == []


def test_an_item_that_is_broken_is_told_and_keeps_what_is_here_of_it(source, feeds):
    feeds.has(vevent("tea@x", "Tea", "NEVER"), WALK, vevent("cake@x", "Cake"))
    later(source)
    assert titles() == ["A walk", "Cake", "Tea"]
    assert [name for name, _ in source.problems] == ["Tea"]


def test_one_that_fails_is_asked_less_and_less_and_given_up_after_a_week(source, feeds):
    feeds.fails(NoAnswer(Why.TOO_SLOW))
    waits = []
    for _ in range(7):
        source.refresh_from_db()
        with clock.at(source.due_at):
            read_source(source.pk)
            waits.append(int((Source.objects.get().due_at - clock.now()) / HOUR))
    assert waits == [2, 4, 8, 16, 24, 24, 24]
    assert titles() == ["A walk", "Tea"]
    with clock.at(MONDAY + 9 * DAY):
        read_source(source.pk)
    source.refresh_from_db()
    assert (source.stopped_at is not None, source.due_at) == (True, None)
    assert Telling.objects.filter(cause__startswith=f"source-stopped {source.pk} ").exists()
    assert titles() == ["A walk", "Tea"]


def test_what_is_no_calendar_or_leads_into_our_own_network_changes_nothing(lena):
    made = sources.subscribe("http://127.0.0.1/a.ics", by=lena, name="127.0.0.1")
    read_source(made.pk)
    made.refresh_from_db()
    assert (made.failure, made.failures) == ("This address is not one of the public internet.", 1)


def test_a_muted_one_is_not_read_and_its_events_are_in_no_list(source, feeds, lena, kofi, rosa, client):
    answer(event("Tea"), by=kofi, says=Answer.GOING)
    sources.mute_source(source, by=rosa)
    assert (titles(), due()) == ([], [])
    assert not Occurrence.objects.visible_to(NOBODY).in_lists().exists()
    assert not Topic.objects.visible_to(NOBODY).in_lists().exists()
    assert not own_events(reader_of(lena)).exists()
    assert own_events(reader_of(kofi)).count() == 1
    assert "Tea" not in client.get("/calendar.ics").content.decode()
    with clock.at(MONDAY + DAY):
        assert read_source(source.pk) is None
    assert len(feeds.asked) == 1
    assert LogEntry.objects.filter(what="source-muted", by=rosa).count() == 1
    sources.unmute_source(source, by=rosa)
    assert (titles(), due()) == (["A walk", "Tea"], [source.pk])


def test_removed_with_its_events_those_stay_in_which_others_take_part(source, lena, kofi):
    write_reply(event("A walk").topic, by=kofi, text="Which way shall we walk this time?")
    sources.remove_source(source, by=lena, with_events=True)
    assert titles() == ["A walk"]
    assert event("A walk").is_cancelled
    assert not Source.objects.exists()


def test_what_is_removed_by_a_moderator_goes_with_all_its_events(source, kofi, rosa):
    write_reply(event("A walk").topic, by=kofi, text="Which way shall we walk this time?")
    sources.mute_source(source, by=rosa)
    sources.remove_source(source, by=rosa, with_events=True, thoroughly=True)
    assert not Event.objects.visible_to(NOBODY).exists()
    assert LogEntry.objects.get(what="source-removed").codes == {"events": 2}


def test_one_that_is_longer_than_we_keep_comes_in_bit_by_bit(source, feeds, monkeypatch):
    monkeypatch.setattr(reading_sources, "AT_MOST", 2)
    feeds.has(
        TEA, WALK, vevent("old@x", "Old", "20200101T100000Z"), vevent("cake@x", "Cake", "20260401T100000Z")
    )
    later(source)
    assert titles() == ["A walk", "Tea"]
    with clock.at(MONDAY + 20 * DAY):
        later(source)
    assert titles() == ["A walk", "Cake", "Tea"]


def test_it_takes_trust_and_one_calendar_is_read_once_for_everybody(source, amina, lena, kofi, rosa):
    assert not can_subscribe(reader_of(amina))
    assert can_subscribe(reader_of(kofi))
    assert sources.subscribe(FEED, by=lena, name="again").pk == source.pk
    with pytest.raises(ValidationError, match="read already"):
        sources.subscribe(FEED, by=kofi, name="mine")
    for number in range(4):
        sources.subscribe(f"{FEED}?{number}", by=lena, name="more")
    with pytest.raises(ValidationError, match="5 calendars"):
        sources.subscribe(f"{FEED}?5", by=lena, name="more")


def test_nobody_reads_for_who_is_suspended_or_gone_and_never_two_at_once(source, feeds, lena, rosa):
    with clock.at(MONDAY + 2 * HOUR):
        Source.objects.update(reading_since=clock.now())
        assert read_source(source.pk) is None
        Source.objects.update(reading_since=None)
        penalise(
            lena, Measure.SUSPENSION, by=rosa, until=clock.now() + DAY * 9999, reason="Because of a test."
        )
        assert read_source(source.pk) is None
        assert due() == []
    type(lena).objects.filter(pk=lena.pk).update(is_active=False, trust=Trust.NEW)
    with clock.at(MONDAY + 9 * DAY):
        assert due() == []
    assert len(feeds.asked) == 1


def test_one_subscribes_on_the_page_and_sees_what_became_of_it(client, lena, kofi, feeds):
    client.force_login(lena)
    feeds.has(TEA, vevent("bad@x", "Bad", "NEVER"), name="Tea & more")
    sent = {"address": "webcal://calendar.example.org/tea.ics", "shows_address": "on"}
    page = client.post("/calendar/sources", sent, follow=True).content.decode()
    assert "Tea &amp; more" in page
    assert "Bad" in page
    assert FEED in client.get(event("Tea").get_absolute_url()).content.decode()
    assert client.post("/calendar/sources", {"address": "ftp://x/"}).status_code == 422
    pk = Source.objects.get().pk
    client.post(f"/calendar/sources/{pk}", {"do": "mute"})
    assert titles() == []
    client.force_login(kofi)
    assert client.post(f"/calendar/sources/{pk}", {"do": "unmute"}).status_code == 404


def test_many_events_come_in_turn_and_the_page_says_so(source, lena, client, monkeypatch):
    monkeypatch.setattr(in_turn, "AT_ONCE", 1)
    client.force_login(lena)
    address = f"/calendar/sources/{source.pk}"
    page = client.post(address, {"do": "mute"}, follow=True).content.decode()
    assert "Being muted" in page
    assert 'name="do"' not in page
    assert len(titles()) == 1
    sources.unmute_source(source, by=lena)
    assert in_turn.unfinished() == [source.pk]
    assert not in_turn.go_on(source.pk)
    assert titles() == []
    page = client.post(address, {"do": "remove", "events": "go"}, follow=True).content.decode()
    assert "Being removed" in page
    assert read_source(source.pk) is None
    assert not in_turn.go_on(source.pk)
    assert (Source.objects.count(), LogEntry.objects.get(what="source-removed").codes) == (0, {"events": 2})


def test_of_many_that_come_at_once_who_watches_hears_in_one_line_and_of_a_few_of_each(source, feeds, kofi):
    assert told(kofi) == []
    follow(event("Tea").topic.category, by=kofi, level=Level.FIRST_POSTS)
    many = [TEA, WALK, *(vevent(f"{n}@x", f"Number {n}") for n in range(5))]
    feeds.has(*many)
    later(source)
    assert told(kofi) == ["5 events came from Tea"]
    feeds.has(*many, vevent("cake@x", "Cake"))
    later(source, 2)
    assert len(told(kofi)) == 2
    assert told(kofi)[1] == "5 events came from Tea"
