"""Dates as Arabic writes them: day, month, year, with an Arabic comma before the time."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j/n/Y"
SHORT_DATETIME_FORMAT = "j/n/Y، H:i"
# Saturday, as where most people speak it (CLDR).
FIRST_DAY_OF_WEEK = 6
