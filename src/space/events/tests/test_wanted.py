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
