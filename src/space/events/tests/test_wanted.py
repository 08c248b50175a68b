"""What addresses of the calendar, the map and feeds ask for, and what they get."""

from datetime import date

import pytest

from space.accounts.readers import NOBODY, reader_of
from space.events.lists.wanted import Wanted
from space.events.models import Attendance

PLAIN = {"country": "gh,xx,GH", "type": "training,party", "where": "nowhere", "languages": "en,fr"}


def found(address: dict[str, str], reader=NOBODY) -> set[str]:
    rows = Wanted.of(address).occurrences(reader).filter(first_day__lt=date(2026, 3, 20))
    return set(rows.values_list("event__topic__title", flat=True))


def test_an_address_has_one_spelling_and_says_what_it_dropped():
    wanted = Wanted.of(PLAIN)
    assert wanted.query() == "languages=en,fr&country=GH&type=training"
    assert set(wanted.dropped) == {"country=xx", "type=party", "where=nowhere"}
    again = Wanted.of({"type": "Training", "country": "GH", "languages": "fr,en"})
    assert again == wanted
    assert not again.dropped
    assert wanted
    assert not Wanted.of({"country": "world", "mine": "no", "tentative": "\0"})


@pytest.mark.parametrize(
    ("address", "which"),
    [
        ({}, {"training", "meetup"}),
        ({"country": "GH"}, {"training"}),
        ({"type": "meetup,contest"}, {"meetup"}),
        ({"project": "wikidata"}, {"training"}),
        ({"where": "online"}, {"meetup"}),
        ({"where": "on-site"}, {"training"}),
        ({"languages": "de"}, {"meetup"}),
        ({"category": "events", "country": "GH"}, {"training"}),
        ({"category": "elsewhere"}, set()),
        ({"tag": "nothing"}, set()),
        ({"group": "nobody"}, set()),
        ({"mine": "yes"}, set()),
    ],
)
def test_each_filter_narrows(training, meetup, address, which):
    titles = {"training": training.topic.title, "meetup": meetup.topic.title}
    assert found(address) == {titles[one] for one in which}


def test_mine_is_what_one_organises_or_goes_to(training, meetup, kofi, amina):
    assert found({"mine": "yes"}, reader_of(kofi)) == {training.topic.title}
    assert not found({"mine": "yes"}, reader_of(amina))
    Attendance.objects.create(event=meetup, person=amina, answer="interested")
    assert found({"mine": "yes"}, reader_of(amina)) == {meetup.topic.title}


def test_ones_own_languages_come_by_the_address_or_by_the_switch(training, meetup, lena):
    lena.languages = ["de"]
    lena.save()
    reader = reader_of(lena)
    assert found({"languages": "mine"}, reader) == {meetup.topic.title}
    assert Wanted().occurrences(reader, narrowed=True).filter(event=training).count() == 0
    assert found({"languages": "all"}, reader) == {training.topic.title, meetup.topic.title}


def titles_at(query: str, reader=NOBODY, *, feed: bool = False) -> set[str]:
    wanted = Wanted.of(dict(part.split("=") for part in query.split("&")))
    if feed:
        return set(wanted.events(reader).values_list("topic__title", flat=True))
    return set(wanted.occurrences(reader).values_list("event__topic__title", flat=True))


@pytest.mark.parametrize("feed", [False, True])
@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("hours=waking&zone=Europe/Berlin", True),
        # 18:00 UTC is 23:45 there, and 03:00 in Tokyo.
        ("hours=waking&zone=Asia/Kathmandu", False),
        ("hours=waking&zone=Asia/Tokyo", False),
        ("hours=20-6&zone=Asia/Kathmandu", True),
        ("hours=9-20&zone=Europe/Berlin", False),
        ("hours=19-21&zone=Europe/Berlin", True),
        ("hours=waking", True),
    ],
)
def test_online_while_one_is_awake(training, meetup, query, is_there, feed):
    """From 19:00 to 21:00 in Berlin; the training is on site. Without a zone nothing is left out."""
    there = meetup.topic.title in titles_at(query, feed=feed)
    assert there is is_there
    assert (training.topic.title in titles_at(query, feed=feed)) is ("zone" not in query)


def test_ones_own_clock_counts_until_the_address_names_another(meetup, lena):
    lena.time_zone = "Asia/Tokyo"
    lena.save()
    reader = reader_of(lena)
    assert not titles_at("hours=waking", reader)
    assert titles_at("hours=waking&zone=Europe/Berlin", reader)
    assert Wanted.of({"hours": "waking"}).on_the_clock_of(reader).query() == "hours=waking&zone=Asia%2FTokyo"


def test_hours_and_regions_that_mean_nothing_are_told(training, meetup):
    wanted = Wanted.of({"hours": "9-9", "zone": "Mars/Olympus", "region": "africa,atlantis"})
    assert set(wanted.dropped) == {"hours=9-9", "zone=Mars/Olympus", "region=atlantis"}
    assert titles_at("region=africa") == {training.topic.title}
    assert Wanted.of({"hours": "8-22"}).hours == "waking"


def test_without_a_clock_the_calendar_asks_for_one(client, meetup):
    asked = client.get("/calendar/?hours=waking&view=list&day=2026-03-01").content.decode()
    assert "In which time zone are you?" in asked
    told = client.get("/calendar/?hours=waking&zone=Europe/Berlin&view=list&day=2026-03-01").content.decode()
    assert "between 08:00 and 22:00 by the clock of Berlin" in told
    assert '/calendar.ics?hours=waking&amp;zone=Europe%2FBerlin"' in told
