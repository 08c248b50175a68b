"""Calendars from elsewhere become events here: all that can, and the rest is told."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from space.events.actions.importing import import_calendar
from space.events.ics.calendars import calendar_of
from space.events.importing.files import groups_in
from space.events.importing.items import Item, items_of
from space.events.importing.reasons import Problem
from space.events.importing.repeating import Outside
from space.events.models import Change, Event, Imported, Occurrence
from space.kit import clock
from space.testing.events import MEETUP, MONDAY

FOLDER = Path(os.environ.get("SPACE_TEST_DATA") or "/nonexistent") / "ics"
MEETING = """BEGIN:VEVENT
UID:tea@example.org
DTSTART;TZID=Europe/Paris:20260310T180000
DTEND;TZID=Europe/Paris:20260310T200000
RRULE:FREQ=WEEKLY;UNTIL=20260331T160000Z
EXDATE;TZID=Europe/Paris:20260317T180000
SUMMARY;LANGUAGE=fr:Le thé\\, et le reste
DESCRIPTION:Venez *toutes* et tous\\, @Lena aussi: https://example.org/a_b_c
LOCATION:Bibliothèque\\, Lyon\\, France
GEO:45.76;4.83
CATEGORIES:Meetup,wikipedia,else
END:VEVENT
BEGIN:VEVENT
UID:tea@example.org
RECURRENCE-ID;TZID=Europe/Paris:20260324T180000
DTSTART;TZID=Europe/Paris:20260325T190000
DTEND;TZID=Europe/Paris:20260325T210000
SUMMARY:Le thé\\, et le reste
LOCATION:Le parc
END:VEVENT
"""
OTHERS = """BEGIN:VEVENT
UID:day@example.org
DTSTART;VALUE=DATE:20260501
SUMMARY:A whole day
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:broken@example.org
DTSTART:NEVER
SUMMARY:Never
END:VEVENT
BEGIN:VEVENT
UID:often@example.org
DTSTART:20260501T090000Z
RRULE:FREQ=HOURLY
SUMMARY:Each hour
END:VEVENT
"""


def calendar(*parts: str) -> bytes:
    return "".join(["BEGIN:VCALENDAR\nVERSION:2.0\n", *parts, "END:VCALENDAR\n"]).encode()


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def test_each_item_becomes_an_event_or_is_told(lena):
    outcome = import_calendar(calendar(MEETING, OTHERS), by=lena, name="tea.ics")
    assert [one.topic.title for one in outcome.added] == ["Le thé, et le reste", "A whole day"]
    assert [one.name for one in outcome.problems] == ["Never", "Each hour"]
    tea, day = outcome.added
    assert (tea.place, tea.country, tea.latitude, tea.zone) == (
        "Bibliothèque, Lyon",
        "FR",
        45.76,
        "Europe/Paris",
    )
    assert (tea.types, tea.projects, tea.topic.language) == (["meetup"], ["wikipedia"], "fr")
    assert (day.is_all_day, day.last_day, day.status) == (True, date(2026, 5, 1), "tentative")
    # The last Tuesday begins at four universal time, which is six there in summer: it is still meant.
    days = Occurrence.objects.for_actions().filter(event=tea).soonest_first()
    assert [one.first_day.isoformat() for one in days] == ["2026-03-10", "2026-03-25", "2026-03-31"]
    assert days[1].place == "Le parc"


def test_words_of_elsewhere_are_plain_words_here(lena):
    (tea,) = import_calendar(calendar(MEETING), by=lena, name="tea.ics").added
    html = tea.topic.posts.get(number=1).html
    assert "Venez *toutes* et tous, @Lena aussi" in html
    assert 'href="https://example.org/a_b_c"' in html
    assert "people/" not in html


def test_the_same_file_again_changes_nothing_and_a_new_one_changes_what_it_says(lena, kofi):
    (tea,) = import_calendar(calendar(MEETING), by=lena, name="tea.ics").added
    again = import_calendar(calendar(MEETING), by=lena, name="tea.ics")
    assert (again.added, again.changed, again.same) == ([], [], 1)
    moved = MEETING.replace("20260325T", "20260326T").replace("Le parc", "La gare")
    changed = import_calendar(calendar(moved), by=lena, name="other.ics").changed
    assert [one.pk for one in changed] == [tea.pk]
    assert Change.objects.get(event=tea, is_gone=False).place == "La gare"
    assert (changed[0].sequence, Imported.objects.get().source.name) == (1, "other.ics")
    assert len(import_calendar(calendar(MEETING), by=kofi, name="tea.ics").added) == 1


def test_what_is_cancelled_there_is_cancelled_here(lena):
    import_calendar(calendar(MEETING), by=lena, name="tea.ics")
    gone = MEETING.replace("GEO:", "STATUS:CANCELLED\nGEO:")
    (tea,) = import_calendar(calendar(gone), by=lena, name="tea.ics").changed
    assert tea.is_cancelled


def test_what_comes_from_here_is_not_brought_twice(lena, meetup):
    text = calendar_of([meetup.vevent], [meetup.zone], name="Mine", address="https://space.example.org/")
    outcome = import_calendar(text.encode(), by=lena, name="own.ics")
    assert [one.name for one in outcome.problems] == ["Der Dienstag im Netz"]
    assert Event.objects.for_actions().count() == 1


def test_our_own_export_reads_back_as_the_same_event(meetup):
    text = calendar_of([meetup.vevent], [meetup.zone], name="Mine", address="https://space.example.org/")
    (item,) = [item for group in groups_in(text.encode())[0] for item in items_of(group, "UTC")]
    plan = item.plan
    assert (item.title, item.language, plan.span, plan.zone) == (
        "Der Dienstag im Netz",
        "de",
        MEETUP.span,
        MEETUP.zone,
    )
    assert (plan.rule, plan.types, plan.is_online, plan.online_url) == (
        MEETUP.rule,
        MEETUP.types,
        True,
        MEETUP.online_url,
    )


def test_who_began_today_waits_until_tomorrow_and_a_huge_file_is_refused(amina, lena):
    with pytest.raises(ValidationError, match="second day"):
        import_calendar(calendar(MEETING), by=amina, name="tea.ics")
    with pytest.raises(ValidationError, match="megabyte"):
        import_calendar(b"x" * 1_000_001, by=lena, name="tea.ics")


def test_on_the_page_one_reads_what_became_of_each(client, lena):
    assert client.get("/calendar/import").status_code == 302
    client.force_login(lena)
    assert client.post("/calendar/import", {"file": SimpleUploadedFile("a.ics", b"Hello")}).status_code == 422
    page = client.post("/calendar/import", {"file": SimpleUploadedFile("tea.ics", calendar(MEETING, OTHERS))})
    text = page.content.decode()
    assert "2 events are new." in text
    assert "It does not say when it begins." in text or "It cannot be read." in text
    (tea,) = Event.objects.for_actions().filter(topic__title__startswith="Le thé")
    assert "tea.ics" in client.get(tea.get_absolute_url()).content.decode()


@pytest.mark.skipif(not FOLDER.is_dir(), reason="SPACE_TEST_DATA names no folder with ics in it")
def test_no_calendar_of_others_is_too_strange_and_dates_are_those_that_others_find():
    """All files are read; of one in eight the dates of ten years are compared."""
    differ, compared = [], 0
    for number, file in enumerate(sorted(FOLDER.rglob("*.ics"))):
        groups, _ = groups_in(file.read_bytes())
        for group in groups if number % 8 == 0 else groups[:5]:
            for item in items_of(group, "UTC"):
                assert isinstance(item, Item | Problem)
                if number % 8 == 0 and isinstance(item, Item) and item.plan.rule:
                    compared += 1
                    differ += [file.name] if _differs(item, group) else []
    assert compared > 50
    assert set(differ) <= {"YearlyInterval1.ics"}


def _differs(item, group) -> bool:
    since = item.plan.first_day
    until = since + timedelta(days=3652)
    from space.events.importing.repeating import Repetition

    made = Repetition(item.plan.span, item.plan.rule, item.plan.more_days, item.departures)
    theirs = {(one.begins, one.ends) for one in Outside(group, item.plan.zone).spans(since, until)}
    ours = made.within(since, until)
    last = sorted(theirs)[:690][-1]
    return {one for one in ours if one <= last} != {one for one in theirs if one <= last}
