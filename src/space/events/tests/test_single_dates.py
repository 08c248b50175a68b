"""Of what repeats one comes to all dates, or to single ones: places, turns, words, reminders and calendars follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from icalendar import Calendar

from space.accounts.readers import NOBODY, reader_of
from space.events.actions import change_event
from space.events.actions.asking import write_to_attendees
from space.events.actions.attending import answer, forget_answers, take_back_answer
from space.events.actions.reminding import remind
from space.events.ics.own import own_texts
from space.events.models import Answer, Attendance, Event, Occurrence
from space.events.places_taken import Places
from space.events.plan import plan_of
from space.kit import clock
from space.testing.events import MONDAY
from space.testing.telling import told

GOING, NOT_GOING = Answer.GOING, Answer.NOT_GOING


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def two_chairs(meetup, lena) -> Event:
    plan = replace(plan_of(meetup), capacity=2)
    return change_event(meetup, plan, by=lena, title="Der Dienstag im Netz", text="Zwei Stühle")


@pytest.fixture
def days(meetup) -> list[date]:
    rows = Occurrence.objects.visible_to(NOBODY).filter(event=meetup, ends_at__gt=MONDAY).soonest_first()
    return list(rows.values_list("of", flat=True)[:3])


def has_place(event, person, of=None) -> bool:
    return answer(event, by=person, says=GOING, of=of).has_place


def there(event, of) -> list[str]:
    rows = Attendance.objects.with_place().of_date(event.pk, of).order_by("person__name")
    return [row.person.name for row in rows]


def test_each_date_has_its_own_places_and_who_wants_all_needs_one_at_each(
    two_chairs, days, lena, amina, rosa, ada
):
    first, second, third = days
    assert has_place(two_chairs, lena)
    assert has_place(two_chairs, amina, first)
    assert not has_place(two_chairs, rosa, first)
    assert has_place(two_chairs, rosa, second)
    assert not has_place(two_chairs, ada)
    assert (there(two_chairs, first), there(two_chairs, third)) == (["Amina", "Lena Müller"], ["Lena Müller"])
    answer(two_chairs, by=lena, says=NOT_GOING, of=first)
    assert there(two_chairs, first) == ["Amina", "Rosa Quispe"]
    take_back_answer(two_chairs, by=lena, of=first)
    assert Attendance.objects.get(person=lena, of=first).waits_since
    take_back_answer(two_chairs, by=amina, of=first)
    assert there(two_chairs, first) == ["Lena Müller", "Rosa Quispe"]
    take_back_answer(two_chairs, by=lena)
    assert there(two_chairs, third) == []
    forget_answers(two_chairs, by=rosa)
    assert there(two_chairs, second) == ["Ada"]
    event = Event.objects.for_actions().get(pk=two_chairs.pk)
    assert event.going_count == 1
    assert Places(event).taken(first) == 2


def test_all_dates_are_all_of_them_and_a_date_that_is_none_is_refused(meetup, days, amina):
    answer(meetup, by=amina, says=NOT_GOING, of=days[0])
    answer(meetup, by=amina, says=GOING)
    assert there(meetup, days[0]) == ["Amina"]
    assert Attendance.objects.count() == 1
    with pytest.raises(ValidationError, match="Choose another"):
        answer(meetup, by=amina, says=GOING, of=days[0] + timedelta(days=1))


def test_words_and_reminders_reach_who_comes_on_that_date(meetup, days, lena, amina, rosa):
    answer(meetup, by=amina, says=GOING, of=days[0])
    answer(meetup, by=rosa, says=GOING, of=days[1])
    write_to_attendees(meetup, by=lena, text="Bring tea.", of=days[1])
    assert (told(amina), len(told(rosa))) == ([], 1)
    first = Occurrence.objects.for_actions().get(event=meetup, of=days[0])
    with clock.at(first.starts_at - timedelta(hours=20)):
        remind()
        assert (len(told(amina)), len(told(rosa))) == (1, 1)


def test_ones_own_calendar_holds_the_dates_to_which_one_goes(meetup, days, amina, rosa):
    answer(meetup, by=amina, says=GOING, of=days[1])
    [text] = own_texts(reader_of(amina)).values()
    [one] = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n").walk("VEVENT")
    assert ("RRULE" in one, one["DTSTART"].dt.date()) == (False, days[1])
    answer(meetup, by=rosa, says=GOING)
    answer(meetup, by=rosa, says=NOT_GOING, of=days[1])
    [text] = own_texts(reader_of(rosa)).values()
    assert "RRULE" in text
    assert f"EXDATE;TZID=Europe/Berlin:{days[1]:%Y%m%d}" in text


def test_on_the_page_one_chooses_the_date(client, two_chairs, days, amina, lena):
    client.force_login(amina)
    client.post(f"/events/{two_chairs.pk}/attend", {"says": "going", "date": str(days[1]), "public": "1"})
    page = client.get(two_chairs.get_absolute_url()).content.decode()
    assert page.count("You are going.") == 1
    assert f'value="{days[1]}"' in page
    client.force_login(lena)
    table = client.get(f"/events/{two_chairs.pk}/people.csv").content.decode()
    assert f"Amina,yes,{days[1]},going" in table
    assert f'value="{days[1]}"' in client.get(f"/events/{two_chairs.pk}/people").content.decode()
    client.post(f"/events/{two_chairs.pk}/word", {"text": "Bring tea.", "date": str(days[0])})
    assert told(amina) == []
