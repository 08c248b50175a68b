"""Adding and changing events with the form: three things are enough, and nothing that was typed is lost."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from space.discuss.models import Draft
from space.events.forms.fields import point_in
from space.events.models import Event
from space.kit import clock
from space.places.actions import load_places
from space.places.tests.few import FEW
from space.testing.events import MONDAY

LEAST = {
    "title": "Meeting at the library",
    "first_day": "2026-03-12",
    "first_time": "18:00",
    "zone": "Africa/Accra",
    "how": "on-site",
    "place": "Accra",
    "country": "GH",
}


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def add(client, **more):
    return client.post(reverse("events:add"), {**LEAST, **more})


def test_three_things_are_enough(client, lena):
    client.force_login(lena)
    response = add(client)
    event = Event.objects.for_actions().select_related("topic").get()
    assert response.url == event.get_absolute_url()
    assert (event.first_time, event.last_time, event.last_day) == (time(18), time(19), date(2026, 3, 12))
    page = client.get(event.get_absolute_url()).content.decode()
    assert "Thursday 12 March 2026, 18:00–19:00" in page
    assert "Accra" in page


def test_all_that_unfolds_is_kept(client, lena, kofi):
    client.force_login(lena)
    more = {
        "last_time": "01:30", "repeats": "week", "every": "2", "weekdays": ["1", "3"], "ends": "times", "times": "5",
        "more_days": "2026-03-20, 2026-03-21", "how": "both", "online_url": "https://meet.example.org/x",
        "online_for_going": "on", "types": ["meetup", "training"], "projects": ["wikidata"], "spoken": "Deutsch, fr",
        "organisers": f"@{kofi.name}", "capacity": "20", "tentative": "on", "tags": "", "text": "Hi", "language": "en",
        "point": "geo:5.556,-0.197", "address": "Ring Road 3", "wiki_url": "https://meta.wikimedia.org/wiki/X",
    }  # fmt: skip
    assert add(client, **more).status_code == 302
    event = Event.objects.for_actions().get()
    assert event.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5"
    assert (event.last_day, event.last_time) == (date(2026, 3, 13), time(1, 30))
    assert (event.languages, event.types, event.status) == (["de", "fr"], ["meetup", "training"], "tentative")
    assert (event.latitude, event.longitude, event.capacity) == (5.556, -0.197, 20)
    assert [one.person.name for one in event.organisers.all()] == [lena.name, kofi.name]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"first_time": ""}, "Say at what time it begins"),
        ({"last_day": "2026-03-11", "last_time": "19:00"}, "It would end before it begins"),
        ({"zone": "Europe/Berlin", "first_day": "2026-03-29", "first_time": "02:30"}, "jump over this time"),
        ({"country": ""}, "Choose the country"),
        ({"place": ""}, "Say where, or that the place will be told later"),
        ({"types": ["meetup", "training", "contest"]}, "Choose at most 2"),
        ({"repeats": "week", "weekdays": ["2"]}, "The first day is a Thursday"),
        ({"repeats": "month-last"}, "not the last such weekday"),
        ({"repeats": "day", "ends": "until", "until": "2026-03-01"}, "before its first day"),
        ({"point": "here"}, "We find no point in this"),
        ({"organisers": "@Nobody Here"}, "Nobody here has the name"),
        ({"spoken": "Klingonisch der Berge"}, "We do not know the language"),
        ({"more_days": "soon"}, "is no day that we understand"),
        ({"more_days": "9999-12-31"}, "Give a day between"),
        (
            {"repeats": "day", "ends": "until", "until": "9999-12-31", "zone": "America/Lima"},
            "Give a day between",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, lena, wrong, says):
    client.force_login(lena)
    response = add(client, text="My long text", **wrong)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert "My long text" in page
    assert not Event.objects.for_actions().exists()


@pytest.mark.parametrize(
    "typed",
    [
        "5.556, -0.197", "5.556;−0.197", "geo:5.556,-0.197;u=35", "https://www.openstreetmap.org/#map=15/5.556/-0.197",
        "https://www.openstreetmap.org/?mlat=5.556&mlon=-0.197#map=3/1/1",
    ],
)  # fmt: skip
def test_a_point_is_understood_as_maps_hand_it_out(typed):
    assert point_in(typed) == (5.556, -0.197)


def test_in_a_protected_country_no_place_is_even_kept(client, lena, settings):
    settings.PROTECTED_COUNTRIES = ("GH",)
    client.force_login(lena)
    response = add(client, address="Ring Road 3", point="5.5, -0.1")
    event = Event.objects.for_actions().get()
    assert (event.country, event.place, event.address, event.latitude) == ("GH", "", "", None)
    assert "nothing but the country is kept" in client.get(response.url).content.decode()


def test_a_change_begins_from_what_is_and_says_why(client, training, kofi):
    client.force_login(kofi)
    address = reverse("events:change", args=[training.pk])
    form = client.get(address).context["form"]
    filled = {name: form[name].value() for name in form.fields}
    assert (filled["place"], filled["point"], filled["how"]) == ("Accra", "5.556, -0.1969", "on-site")
    sent = {name: value for name, value in filled.items() if value not in (None, False)}
    sent |= {"first_day": "2026-03-19", "summary": "The room was taken"}
    assert client.post(address, sent).status_code == 302
    page = client.get(reverse("events:history", args=[training.pk])).content.decode()
    assert "The room was taken" in page
    assert "Thursday 12 March 2026, 18:00–20:30 (Accra)" in page
    again = client.post(address, {**sent, "place": "Tema"})
    assert again.status_code == 422
    assert "Somebody changed this event while you wrote" in again.content.decode()
    assert "Tema" in again.content.decode()


def test_another_like_it_begins_without_its_days(client, meetup, lena):
    client.force_login(lena)
    form = client.get(f"{reverse('events:add')}?from={meetup.pk}").context["form"]
    assert (form["title"].value(), form["repeats"].value()) == ("Der Dienstag im Netz", "week")
    assert form["first_day"].value() is None
    assert form["organisers"].value() == ""


def test_a_draft_keeps_what_was_typed(client, lena):
    client.force_login(lena)
    client.post(
        reverse("discuss:draft", args=["event"]), {**LEAST, "types": ["meetup", "contest"], "all_day": "on"}
    )
    assert Draft.objects.for_actions().get().data["place"] == "Accra"
    form = client.get(reverse("events:add")).context["form"]
    assert (form["place"].value(), form["types"].value()) == ("Accra", ["meetup", "contest"])
    assert form.open_parts["about"]
    add(client, draft=form["draft"].value(), key=str(form["key"].value()))
    assert not Draft.objects.for_actions().kept().exists()


@pytest.fixture
def towns(db):
    load_places(FEW)


def test_a_town_that_we_know_brings_its_country_its_point_and_its_zone(client, lena, towns):
    client.force_login(lena)
    assert add(client, place="Savusavu", country="", zone="").status_code == 302
    event = Event.objects.for_actions().get()
    assert (event.place, event.country, event.zone, event.geoname) == ("Savusavu", "FJ", "Pacific/Fiji", 12)
    assert (event.latitude, event.longitude) == (-16.78, 179.33)


def test_of_several_towns_of_a_name_the_form_asks_which(client, lena, towns):
    client.force_login(lena)
    asked = add(client, place="Springfield", country="US", zone="")
    assert asked.status_code == 422
    assert [one.pk for one in asked.context["form"].candidates] == [5, 4]
    assert add(client, place="Springfield", country="US", zone="", geoname="4").status_code == 302
    assert Event.objects.for_actions().get().geoname == 4


def test_a_house_stays_what_was_typed_and_has_the_zone_of_its_country(client, lena, towns):
    client.force_login(lena)
    assert add(client, place="Library of N'Djamena", country="TD", zone="").status_code == 302
    event = Event.objects.for_actions().get()
    assert (event.place, event.zone, event.latitude) == ("Library of N'Djamena", "Africa/Ndjamena", None)
    refused = add(client, place="Some house", country="US", zone="")
    assert "We do not know which time zone is meant" in refused.content.decode()


def test_a_pin_alone_says_the_country(client, lena, db):
    load_places(FEW)
    client.force_login(lena)
    assert add(client, place="", country="", zone="", point="39.9, 116.4").status_code == 302
    event = Event.objects.for_actions().get()
    assert (event.country, event.zone) == ("CN", "Asia/Shanghai")


def test_another_house_does_not_keep_the_point_of_the_one_before(client, lena, training):
    client.force_login(lena)
    address = f"{reverse('events:add')}?from={training.pk}"
    begun = client.get(address).context["form"].initial
    typed = {name: begun[name] for name in ("place", "point", "place_before", "point_before")}
    with clock.at(MONDAY + timedelta(minutes=5)):
        assert add(client, **{**typed, "place": "The old mill"}).status_code == 302
    assert Event.objects.for_actions().get(topic__title=LEAST["title"]).latitude is None
    with clock.at(MONDAY + timedelta(minutes=10)):
        assert add(client, **typed, title="Once more in the same house").status_code == 302
    assert Event.objects.for_actions().get(topic__title="Once more in the same house").latitude == 5.556
