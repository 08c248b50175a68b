"""Places by what people type."""

import pytest
from django.utils.translation import override

from space.places.finding import find


def ids(typed, **more):
    return [one.place.pk for one in find(typed, **more)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Valencia", [1, 2, 3]),
        ("VALÈNCIA", [1, 2, 3]),
        ("Валенсия", [1, 2]),
        ("بلنسية", [2]),
        ("spring", [16, 5, 4]),
        ("北", [9]),
        ("pek", [9]),
        ("Ndjamena", [13]),
        ("N’Djamena", [13]),
        ("frankfurt oder", [10]),
        ("v", []),
        (" ,، ", []),
        ("", []),
    ],
)
def test_a_place_is_found_by_any_of_its_names_exact_ones_first_then_the_largest(few, typed, found):
    assert ids(typed) == found


@pytest.mark.parametrize(
    "typed", ["Valencia, Spain", "valencia, ES", "Valencia, Espagne", "València، إسبانيا", "Valencia, Sp"]
)
def test_a_country_behind_a_comma_narrows_in_any_language_of_the_interface(few, typed):
    assert ids(typed) == [2, 3]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Springfield, Illinois", 4), ("springfield, il", 4), ("Springfield", 5), ("Mashhad, Atlantis", 14)],
)
def test_a_state_narrows_too_and_what_nobody_knows_does_not(few, typed, first):
    assert ids(typed)[0] == first


def test_without_a_comma_the_last_words_are_a_country_where_no_place_is_called_so(few):
    assert ids("Beijing China") == [9]


@pytest.mark.parametrize(
    ("typed", "first"), [("Valensia", 1), ("beijng", 9), ("мешхед", None), ("Валенсий", 1)]
)
def test_a_slip_is_forgiven(few, typed, first):
    assert (ids(typed) or [None])[0] == first


def test_a_large_town_that_others_called_so_comes_after_the_one_that_is_called_so(few):
    assert ids("Alexandria") == [15, 14]


def test_the_caller_names_the_country_and_the_number(few):
    assert ids("Valencia", country="VE") == [1]
    assert ids("Valencia", most=1) == [1]


def test_namesakes_are_told_apart_in_the_language_of_the_page(few):
    notes = {
        one.place.pk: one.note for one in [*find("San Antonio"), *find("Springfield"), *find("Валенсия")]
    }

    assert notes[7] == "region of Mexicali · Mexico · 1,100 inhabitants"
    assert notes[8] == "Mexico · 2,400 inhabitants"
    assert notes[4] == "Illinois · United States · 114,394 inhabitants"
    assert notes[2] == "Валенсия · Spain · 824,340 inhabitants"
    with override("fr"):
        assert [one.label for one in find("pekin")] == ["Beijing, Chine"]


def test_what_a_place_is_called_on_a_page_finds_it_again(few):
    for pk in (1, 2, 4, 5, 9, 10, 13):
        [label] = [one.label for one in find(next(t.name for t in few if t.id == pk)) if one.place.pk == pk]
        assert ids(label)[0] == pk


def test_finding_asks_few_questions_however_much_there_is(few, django_assert_num_queries):
    with django_assert_num_queries(6):  # by name; alike, in a transaction of three more; the places
        find("Valencia")
    with django_assert_num_queries(2):
        find("San Antonio", most=2)
