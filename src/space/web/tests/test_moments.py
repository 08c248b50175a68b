"""Minutes by day, time and zone, also where clocks are put forward and back."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from space.web.moments import Moment, moment_of, said, warned


def test_a_time_is_meant_as_a_clock_there_shows_it():
    assert moment_of(date(2026, 7, 1), time(9), "Asia/Kathmandu").at == datetime(
        2026, 7, 1, 3, 15, tzinfo=UTC
    )
    assert said(moment_of(date(2026, 7, 1), time(9), "Asia/Kathmandu")).endswith("(Asia/Kathmandu, UTC+5:45)")
    assert moment_of(date(2026, 7, 1), time(9), "").zone == "UTC"


@pytest.mark.parametrize(
    ("day", "zone", "before", "after"),
    [
        (date(2026, 3, 29), "Europe/Berlin", "01:30", "03:30"),
        (date(2026, 3, 8), "America/New_York", "01:30", "03:30"),
        # Half an hour only.
        (date(2026, 10, 4), "Australia/Lord_Howe", "01:45", "02:45"),
    ],
)
def test_a_time_over_which_clocks_jump_is_refused_with_the_times_beside_it(day, zone, before, after):
    at = time(2, 15) if zone == "Australia/Lord_Howe" else time(2, 30)
    with pytest.raises(ValidationError) as told:
        moment_of(day, at, zone)
    assert told.value.code == "jumped"
    assert (told.value.params["before"], told.value.params["after"]) == (before, after)


def test_of_a_time_that_comes_twice_the_first_is_meant_and_it_is_said():
    moment = moment_of(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
    assert moment.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert "The first one is meant" in warned(moment)
    assert "The second one is meant" in warned(
        Moment(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin")
    )
    assert warned(moment_of(date(2026, 10, 26), time(2, 30), "Europe/Berlin")) == ""
