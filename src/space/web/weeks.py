from datetime import date, timedelta

from django.utils import formats


def first_of_week(day: date) -> date:
    """The day on which the week of this one begins, as the language of the page begins weeks."""
    first = int(formats.get_format("FIRST_DAY_OF_WEEK"))
    return day - timedelta(days=(day.isoweekday() - first) % 7)
