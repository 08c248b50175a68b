"""What comes in twice is put before somebody, who says whether it is one event."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from space.accounts.readers import NOBODY, reader_of
from space.events.actions.alike import tell_apart
from space.events.actions.attending import answer
from space.events.actions.importing import import_calendar
from space.events.actions.merging import merge_events
from space.events.lists.alike import Seen, are_alike
from space.events.lists.wanted import Wanted
from space.events.models import Answer, Attendance, Guest, Likeness
from space.events.permissions import can_attend
from space.events.permissions_outside import can_leave_out
from space.events.shown.same import open_for
from space.kit import clock
from space.notifications.models import Letter
from space.testing.events import MONDAY
from space.testing.feeds import vevent

# The training of Kofi, as a calendar elsewhere has it, in another language.
TWIN = vevent(
    "twin@x",
    "Wikidata pour les débutants",
    "20260312T180000Z",
    "GEO:5.5561;-0.1970",
    "LOCATION:Accra\\, Ghana",
)


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def twin(training, lena):
    """The same event, brought by Lena."""
    data = f"BEGIN:VCALENDAR\nVERSION:2.0\n{TWIN}\nEND:VCALENDAR\n".encode()
    outcome = import_calendar(data, by=lena, name="tea.ics")
    assert len(outcome.alike) == 1
    return outcome.added[0]


def seen(**other: object) -> Seen:
    first = {"starts_at": datetime(2026, 3, 12, 18, tzinfo=MONDAY.tzinfo), "is_all_day": False}
    first |= {"first_day": date(2026, 3, 12), "latitude": None, "longitude": None, "place": "", "country": ""}
    return Seen(**{**first, "is_on_site": False, "online_url": "", **other})


@pytest.mark.parametrize(
    ("one", "other", "titles", "alike"),
    [
        ({}, {}, 0.5, True),
        ({}, {}, 0.3, False),
        ({"online_url": "https://a.org/x"}, {"online_url": "http://A.org/x/"}, 0.0, True),
        ({}, {"starts_at": datetime(2026, 3, 12, 20, tzinfo=MONDAY.tzinfo)}, 1.0, False),
        ({}, {"is_all_day": True}, 0.5, True),
        (
            {"is_on_site": True, "place": "Café Zoë"},
            {"is_on_site": True, "place": "Cafe Zoe, Bern"},
            0.0,
            True,
        ),
        ({"is_on_site": True, "country": "GH"}, {"is_on_site": True, "country": "FR"}, 1.0, False),
        (
            {"is_on_site": True, "latitude": 5.0, "longitude": 0.0},
            {"is_on_site": True, "latitude": 7.0, "longitude": 0.0},
            1.0,
            False,
        ),
    ],
)
def test_time_and_place_or_link_or_title_say_what_may_be_the_same(one, other, titles, alike):
    assert are_alike(seen(**one), seen(**other), titles) is alike


def test_both_stand_in_the_calendar_and_who_organises_or_moderates_is_asked(
    twin, training, kofi, lena, rosa, amina, client
):
    assert Wanted().events(NOBODY).count() == 2
    for person, asked in ((kofi, 1), (lena, 1), (rosa, 1), (amina, 0)):
        assert open_for(reader_of(person)).count() == asked, person
    assert not can_leave_out(reader_of(lena), training)
    likeness = Likeness.objects.get()
    client.force_login(amina)
    assert client.get(f"/calendar/same/{likeness.pk}").status_code == 403
    client.force_login(lena)
    assert "may be the same" in client.get(twin.get_absolute_url()).content.decode()
    page = client.get(f"/calendar/same/{likeness.pk}").content.decode()
    # She may leave out her own for his, not his for her own.
    assert page.count("keep this one") == 1
    assert client.post(f"/calendar/same/{likeness.pk}", {"keep": twin.pk}).status_code == 403


def test_merged_who_goes_goes_along_and_the_other_one_leads_there(twin, training, kofi, lena, ada, client):
    training.capacity = 1
    training.save(update_fields=["capacity"])
    answer(training, by=kofi, says=Answer.INTERESTED)
    answer(twin, by=kofi, says=Answer.GOING)
    answer(twin, by=ada, says=Answer.GOING)
    answer(twin, by=lena, says=Answer.GOING)
    guest = Guest.objects.create(event=twin, address="ama@example.org", language="en", confirmed_at=MONDAY)
    Attendance.objects.create(
        event=twin, guest=guest, answer=Answer.GOING, at=clock.now() + timedelta(hours=1)
    )
    client.force_login(lena)
    page = client.post(f"/calendar/same/{Likeness.objects.get().pk}", {"keep": training.pk})
    assert page.url == training.get_absolute_url()
    training.refresh_from_db()
    said = Attendance.objects.filter(event=training)
    assert training.going_count == 1
    assert {one.person_id: (one.answer, one.has_place) for one in said} == {
        kofi.pk: ("interested", False),
        ada.pk: ("going", True),
        lena.pk: ("going", False),
        None: ("going", False),
    }
    assert Letter.objects.get().recipients == ["ama@example.org"]
    # She had no say in his event, so she does not organise it now.
    assert [one.person for one in training.organisers.all()] == [kofi]
    assert list(Wanted().events(NOBODY)) == [training]
    client.logout()
    assert training.get_absolute_url() in client.get(twin.get_absolute_url()).content.decode()
    twin.refresh_from_db()
    assert not can_attend(reader_of(kofi), twin)


def test_what_somebody_answered_is_not_asked_again(twin, training, lena, kofi, rosa):
    likeness = Likeness.objects.get()
    tell_apart(likeness, by=lena)
    data = f"BEGIN:VCALENDAR\nVERSION:2.0\n{TWIN.replace('180000', '183000')}\nEND:VCALENDAR\n".encode()
    assert import_calendar(data, by=lena, name="tea.ics").alike == []
    assert not open_for(reader_of(rosa)).exists()
    with pytest.raises(ValidationError, match="just answered"):
        merge_events(likeness, twin, by=kofi, with_organisers=True)
