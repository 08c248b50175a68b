"""Public holidays, as the package `holidays` knows them, without the network."""

from collections.abc import Iterator
from datetime import date, timedelta

# Longer plans begin and end on many; these are named.
_MOST = 5


def holidays_of(country: str, first: date, last: date, language: str) -> Iterator[tuple[date, str]]:
    """Those of these days, named in this language where the package can, else in one of the country.

    Nothing for a country that it does not know.
    """
    import holidays

    if country not in holidays.list_supported_countries():
        return
    last = min(last, first + timedelta(days=366))
    known = holidays.country_holidays(
        country, years=range(first.year, last.year + 1), language=language, observed=True
    )
    yield from sorted((day, str(name)) for day, name in known.items() if first <= day <= last)[:_MOST]
