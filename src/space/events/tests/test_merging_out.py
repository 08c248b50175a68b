"""An event of a closed group turns out to be the same as a public one."""

from dataclasses import replace
from datetime import timedelta

from space.events.actions import add_event
from space.events.actions.attending import answer
from space.events.actions.merging import merge_events
from space.events.models import Answer, Attendance, Likeness
from space.kit import clock
from space.testing.events import TRAINING


def test_who_let_a_closed_group_see_that_they_come_is_not_shown_to_everybody(hideout, kofi, lena, rosa):
    day = clock.now().date() + timedelta(days=10)
    plan = replace(TRAINING, first_day=day, last_day=day)
    hidden = add_event(plan, by=kofi, category=hideout, title="Where we meet", text="Ring twice, please.")
    seen = add_event(plan, by=lena, title="An open door", text="Everybody is welcome.")
    answer(hidden, by=kofi, says=Answer.GOING, is_public=True)

    merge_events(Likeness.objects.create(first=hidden, second=seen), seen, by=rosa, with_organisers=False)

    mine = Attendance.objects.get(person=kofi)
    assert mine.event == seen
    assert not mine.is_public
