import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import translation

from space.kit import clock
from space.limits.actions import Limit, _too_fast, forget, forget_unused, give_back, take
from space.limits.here import forget_here, take_here
from space.limits.models import Bucket

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEN_AN_HOUR = Limit("posts", 10, HOUR)


def _uses(what, times, who="person:1", at=NOON):
    """How many of so many tries pass, and the wait that the last one is told."""
    passed, wait = 0, 0
    with clock.at(at):
        for _ in range(times):
            try:
                take(who, what)
                passed += 1
            except ValidationError as refused:
                wait = refused.params["seconds"]
    return passed, wait


@pytest.mark.django_db
@pytest.mark.parametrize("uses", [1, 2, 3, 7, 10, 11, 60, 977])
@pytest.mark.parametrize("period", [timedelta(seconds=30), HOUR, timedelta(days=1)])
def test_exactly_so_many_pass_at_one_moment(uses, period):
    assert _uses(Limit("x", uses, period), uses + 3)[0] == uses


@pytest.mark.django_db
def test_uses_come_back_one_by_one():
    _uses(TEN_AN_HOUR, 10)
    assert _uses(TEN_AN_HOUR, 2, at=NOON + timedelta(minutes=5)) == (0, 60)
    assert _uses(TEN_AN_HOUR, 2, at=NOON + timedelta(minutes=6)) == (1, 360)
    assert _uses(TEN_AN_HOUR, 20, at=NOON + timedelta(days=1))[0] == 10


@pytest.mark.django_db
def test_being_refused_costs_nothing():
    _uses(TEN_AN_HOUR, 500)
    assert _uses(TEN_AN_HOUR, 1, at=NOON + timedelta(minutes=6))[0] == 1


@pytest.mark.django_db
def test_people_and_limits_do_not_share():
    _uses(TEN_AN_HOUR, 10)
    assert _uses(TEN_AN_HOUR, 1, who="person:2")[0] == 1
    assert _uses(Limit("edits", 10, HOUR), 1)[0] == 1


@pytest.mark.django_db
def test_trust_stretches_a_limit():
    assert _uses(TEN_AN_HOUR.times(1.5), 20)[0] == 15


@pytest.mark.django_db
def test_what_was_given_back_can_be_used_again():
    _uses(TEN_AN_HOUR, 10)
    give_back("person:1", TEN_AN_HOUR)
    assert _uses(TEN_AN_HOUR, 5)[0] == 1
    forget("person:1", TEN_AN_HOUR)
    assert _uses(TEN_AN_HOUR, 20)[0] == 10


@pytest.mark.django_db
def test_an_action_that_fails_uses_nothing_up():
    with clock.at(NOON), transaction.atomic():
        take("person:1", TEN_AN_HOUR)
        transaction.set_rollback(True)
    assert not Bucket.objects.exists()


@pytest.mark.django_db
def test_a_use_is_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        take("person:1", TEN_AN_HOUR)


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_at_once_exactly_ten_pass():
    passed, refused, start = [], [], threading.Barrier(16)

    def use():
        try:
            start.wait()
            take("person:1", TEN_AN_HOUR)
            passed.append(1)
        except ValidationError as error:
            refused.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=use) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 10
    assert refused == ["too_fast"] * 6


@pytest.mark.django_db
def test_what_is_whole_again_is_forgotten_and_nothing_else():
    _uses(TEN_AN_HOUR, 1, who="person:1")
    _uses(TEN_AN_HOUR, 10, who="person:2")
    with clock.at(NOON + timedelta(minutes=7)):
        assert forget_unused() == 1
    assert Bucket.objects.get().who == "person:2"


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (1, "in 1 second."),
        (89, "in 89 seconds."),
        (90, "in 2 minutes."),
        (3420, "in 57 minutes."),
        (7201, "in 3 hours."),
    ],
)
def test_the_wait_is_said_in_the_unit_that_people_count_in(wait, said):
    with translation.override("en"):
        assert said in _too_fast(wait)


@pytest.mark.django_db
def test_the_refusal_is_a_sentence_with_a_code_for_machines():
    _uses(TEN_AN_HOUR, 10)
    with clock.at(NOON), pytest.raises(ValidationError) as refused:
        take("person:1", TEN_AN_HOUR)
    assert refused.value.code == "too_fast"
    assert refused.value.messages == ["You can go on in 6 minutes. Your text is kept."]


def test_what_is_counted_in_the_process_is_bounded_for_each_and_writes_nothing(db, django_assert_num_queries):
    forget_here()
    few = Limit("questions", 3, timedelta(hours=1))
    with django_assert_num_queries(0):
        for _ in range(3):
            take_here("person:1", few)
        with pytest.raises(ValidationError) as refused:
            take_here("person:1", few)
        take_here("person:2", few)

    assert refused.value.code == "too_fast"
    assert 1100 < refused.value.params["seconds"] <= 1200


def test_what_is_counted_in_the_process_comes_back_with_time(monkeypatch):
    forget_here()
    few = Limit("questions", 2, timedelta(seconds=10))
    now = [1_000_000_000_000]
    monkeypatch.setattr("space.limits.here.time.monotonic_ns", lambda: now[0])
    take_here("person:1", few)
    take_here("person:1", few)
    for _ in range(3):
        with pytest.raises(ValidationError):
            take_here("person:1", few)
    now[0] += 5_100_000_000
    take_here("person:1", few)


@pytest.mark.parametrize("uses", [1, 3, 7])
@pytest.mark.parametrize("seconds", [0.1, 1234.567, 98_765.432_1, 3_456_789.012_3])
def test_what_is_allowed_does_not_hang_on_how_long_the_machine_runs(monkeypatch, uses, seconds):
    forget_here()
    monkeypatch.setattr("space.limits.here.time.monotonic_ns", lambda: round(seconds * 1e9))
    few = Limit("questions", uses, timedelta(hours=1))
    for _ in range(uses):
        take_here("person:1", few)
