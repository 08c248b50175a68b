"""The tables are what the list says, however often it is loaded."""

from dataclasses import replace
from io import StringIO

from django.core.management import call_command

from space.places import actions, tasks
from space.places.finding import find
from space.places.models import Loading, Name, Place
from space.places.tests.few import FEW
from space.places.towns import town


def test_a_newer_list_changes_what_is_new_and_takes_away_what_is_gone(few):
    grown = replace(FEW[2], population=900_000, names=("Valencia de Don Juan", "Coyanza"))
    told = []

    actions.load_places([grown, *FEW[3:]], tell=lambda *step: told.append(step))

    assert Place.objects.count() == len(FEW) - 2
    assert [one.place.population for one in find("Coyanza")] == [900_000]
    assert Name.objects.filter(words="valencia").count() == 0
    assert told[0] == ("places", len(FEW) - 2, len(FEW) - 2)
    assert Loading.objects.get().places == len(FEW) - 2


def test_the_worker_loads_a_list_once(db, monkeypatch):
    loaded = []
    monkeypatch.setattr(actions, "Towns", lambda: loaded.append(1) or FEW)

    tasks.load(timestamp=0)
    tasks.load(timestamp=60)

    assert (loaded, Place.objects.count()) == ([1], len(FEW))


def test_the_command_says_how_many_there_are(db, monkeypatch):
    monkeypatch.setattr(actions, "Towns", lambda: FEW)
    out = StringIO()

    call_command("load_places", stdout=out)

    assert out.getvalue() == f"{len(FEW)} places.\n"


def test_names_that_a_machine_spelled_out_are_left_aside():
    row = {"geonameid": 1, "name": "Dhaka", "countrycode": "BD", "admin1code": "81", "latitude": 23.7}
    row |= {"longitude": 90.4, "population": 1, "timezone": "Asia/Dhaka"}

    assert town(row | {"alternatenames": ["da ka", "Dacca", "ঢাকা", "Dhaka", ""]}).names == (
        "Dhaka",
        "Dacca",
        "ঢাকা",
    )
