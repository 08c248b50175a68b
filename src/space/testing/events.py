"""Events that several tests know: a training on one evening, and a meetup on every second Tuesday."""

from datetime import UTC, date, datetime, time

import pytest

from space.accounts.models import User
from space.events.actions import add_event
from space.events.models import Event, Type
from space.events.plan import Plan
from space.kit import clock

# A Monday. Tests of events say it is this moment: `with clock.at(MONDAY)`.
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

TRAINING = Plan(
    first_day=date(2026, 3, 12),
    last_day=date(2026, 3, 12),
    first_time=time(18, 0),
    last_time=time(20, 30),
    zone="Africa/Accra",
    types=(Type.TRAINING,),
    projects=("wikidata",),
    languages=("en",),
    is_on_site=True,
    place="Accra",
    country="GH",
    latitude=5.556,
    longitude=-0.1969,
)

MEETUP = Plan(
    first_day=date(2026, 3, 10),
    last_day=date(2026, 3, 10),
    first_time=time(19, 0),
    last_time=time(21, 0),
    zone="Europe/Berlin",
    rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    types=(Type.MEETUP,),
    languages=("de", "en"),
    is_online=True,
    online_url="https://meet.example.org/tuesday",
)


@pytest.fixture
def training(kofi: User) -> Event:
    with clock.at(MONDAY):
        return add_event(
            TRAINING,
            by=kofi,
            title="Wikidata for beginners",
            text="Bring a laptop and one question about your town. We start from nothing and end with an item.",
            language="en",
        )


@pytest.fixture
def meetup(lena: User) -> Event:
    with clock.at(MONDAY):
        return add_event(
            MEETUP,
            by=lena,
            title="Der Dienstag im Netz",
            text="Jeden zweiten Dienstag reden wir zwei Stunden über das, woran wir gerade schreiben.",
            language="de",
        )
