"""What is told of where an event takes place, and to whom."""

from dataclasses import replace

import pytest
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.events.actions import add_event
from space.events.models import Answer, Attendance, Occurrence
from space.events.shown.where import where_of
from space.testing.events import MEETUP


def test_place_and_country_are_told(training):
    where = where_of(training, NOBODY)
    assert (where.line, where.latitude, where.is_on_site) == ("Accra, Ghana", 5.556, True)


def test_of_an_event_in_a_protected_country_nothing_but_the_country_is_told(training, kofi, settings):
    settings.PROTECTED_COUNTRIES = ("GH",)
    elsewhere = Occurrence(event=training, place="Kumasi")
    for reader, date in ((NOBODY, None), (reader_of(kofi), elsewhere)):
        where = where_of(training, reader, date)
        assert where.line == "Ghana"
        assert not where.has_point
        assert where.is_protected


def test_a_date_at_another_place_is_not_where_the_others_are(training):
    where = where_of(training, NOBODY, Occurrence(event=training, place="Kumasi"))
    assert (where.line, where.has_point, where.address) == ("Kumasi, Ghana", False, "")


@pytest.mark.parametrize(
    ("answer", "waits", "sees"),
    [("going", False, True), ("going", True, False), ("interested", False, False)],
)
def test_a_link_for_who_is_going_is_shown_to_them_and_to_organisers(lena, kofi, answer, waits, sees):
    plan = replace(MEETUP, online_for_going=True)
    event = add_event(plan, by=lena, title="For who comes", text="We meet")
    assert where_of(event, NOBODY).online_url == ""
    assert where_of(event, reader_of(lena)).online_url
    Attendance.objects.create(
        event=event, person=kofi, answer=Answer(answer), waits_since=timezone.now() if waits else None
    )
    assert bool(where_of(event, reader_of(kofi)).online_url) is sees
