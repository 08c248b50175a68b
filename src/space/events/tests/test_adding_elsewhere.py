"""Links that put an event into somebody's calendar elsewhere."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from space.events.actions import add_event
from space.kit import clock
from space.testing.events import MEETUP, MONDAY


def test_the_last_day_of_a_rule_is_told_in_universal_time(client, lena):
    with clock.at(MONDAY):
        plan = replace(MEETUP, rule=f"{MEETUP.rule};UNTIL=20260505")
        event = add_event(plan, by=lena, title="Der Dienstag im Netz", text="Bis zum Mai.", language="de")
        page = client.get(event.get_absolute_url()).content.decode()
    start = page.index("https://calendar.google.com/")
    address = page[start : page.index('"', start)].replace("&amp;", "&")
    asked = parse_qs(urlsplit(address).query)
    assert asked["recur"] == ["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260505T215959Z"]
    assert asked["dates"] == ["20260310T180000Z/20260310T200000Z"]
    assert unquote(asked["text"][0]) == "Der Dienstag im Netz"
