"""What a form asks while somebody types."""

import pytest
from django.urls import reverse

from space.limits.here import forget_here


@pytest.fixture(autouse=True)
def fresh():
    forget_here()
    yield
    forget_here()


def test_it_answers_with_what_a_form_and_a_map_keep(client, few, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        response = client.get(reverse("places:find"), {"q": "Valencia, ES"})

    first = response.json()["found"][0]
    assert (first["insert"], first["id"], first["time_zone"]) == ("Valencia, Spain", 2, "Europe/Madrid")
    assert first["note"] == "Spain · 824,340 inhabitants"
    assert response["Cache-Control"] == "private, max-age=3600"
    assert "Accept-Language" in response["Vary"]


def test_it_answers_nothing_to_nothing_and_bears_odd_questions(client, few):
    for asked in ({}, {"q": ""}, {"q": "%_\\'\"<b>"}, {"q": "x" * 9000}, {"q": "Valencia", "country": "??"}):
        assert client.get(reverse("places:find"), asked).json() == {"found": []}


def test_who_asks_all_the_time_has_to_wait(client, few, monkeypatch):
    monkeypatch.setattr("space.limits.here.time.monotonic_ns", lambda: 10**12)
    answers = {client.get(reverse("places:find"), {"q": ""}).status_code for _ in range(310)}

    assert answers == {200, 429}
