from datetime import UTC, datetime

from django.utils import translation
from django.utils.formats import date_format


def test_arabic_dates_have_the_day_first_and_an_arabic_comma():
    with translation.override("ar"):
        assert date_format(datetime(2026, 3, 5, 14, 3, tzinfo=UTC), "DATETIME_FORMAT") == "5 مارس 2026، 14:03"


def test_english_dates_have_the_day_first_and_end_with_no_dot_of_their_own():
    with translation.override("en"):
        assert (
            date_format(datetime(2026, 3, 5, 14, 3, tzinfo=UTC), "DATETIME_FORMAT") == "5 March 2026, 14:03"
        )
