from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from space.accounts.readers import reader_of
from space.kit import clock
from space.moderation.actions import penalise, record
from space.moderation.models import LogEntry, Measure, Penalty, Reason


@pytest.fixture
def entry(rosa, lena):
    return record(rosa, "person-greeted", lena, "They were new.", language="en")


def test_the_log_says_who_did_what_to_which_thing_and_why(entry, rosa, lena):
    found = LogEntry.objects.get()
    assert (found.by, found.what, found.thing_kind, found.thing_id) == (
        rosa,
        "person-greeted",
        "accounts.user",
        lena.pk,
    )
    assert found.codes == {"language": "en"}
    assert found.reason.text == "They were new."


def test_the_log_holds_no_names_and_no_words(entry):
    columns = [str(getattr(entry, field.attname)) for field in LogEntry._meta.concrete_fields]
    assert not any("Lena" in column or "They were new" in column for column in columns)


def test_an_entry_is_written_at_the_moment_of_its_cause(rosa, lena):
    yesterday = clock.now() - timedelta(days=1)
    with clock.at(yesterday):
        assert record(rosa, "person-greeted", lena).at == yesterday


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE moderation_logentry SET what = 'nothing'",
        "UPDATE moderation_logentry SET by_id = by_id",
        "DELETE FROM moderation_logentry",
        "INSERT INTO moderation_logentry SELECT * FROM moderation_logentry"
        " ON CONFLICT (id) DO UPDATE SET what = 'nothing'",
        "WITH gone AS (DELETE FROM moderation_logentry RETURNING 1) SELECT count(*) FROM gone",
    ],
)
def test_whoever_writes_the_sql_the_log_is_only_added_to(entry, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert LogEntry.objects.get().what == "person-greeted"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE moderation_reason SET text = 'They were rude.'",
        "UPDATE moderation_reason SET text = '', id = id + 1",
        "DELETE FROM moderation_reason",
    ],
)
def test_whoever_writes_the_sql_a_reason_is_blanked_and_nothing_else(entry, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Reason.objects.get().text == "They were new."


def test_the_log_is_only_added_to_through_django_too(entry):
    bare = record(entry.by, "person-greeted", entry.by)
    for change in (bare.delete, entry.save, LogEntry.objects.filter(pk=bare.pk).delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_a_real_database_refuses_to_empty_the_log(entry):
    """A database for tests lets its own tables be emptied; its name is all that tells it apart."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'moderation_log_refuses'")
        (source,) = cursor.fetchone()
        cursor.execute(
            "SELECT tgtype & 32 > 0 AND tgenabled = 'O' FROM pg_trigger WHERE tgname = 'moderation_log_not_emptied'"
        )
        assert cursor.fetchone() == (True,)
        cursor.execute(
            "SELECT 'space' LIKE 'test\\_%', 'testing' LIKE 'test\\_%', 'test_space' LIKE 'test\\_%'"
        )
        assert cursor.fetchone() == (False, False, True)
    assert "LIKE 'test\\_%'" in source


def test_the_words_of_a_reason_can_be_taken_back(entry):
    Reason.objects.filter(entry=entry).update(text="")
    assert Reason.objects.get().text == ""


@pytest.mark.parametrize(("measure", "suspended"), [(Measure.SUSPENSION, True), (Measure.SILENCE, False)])
def test_a_penalty_holds_from_the_next_request_on_and_is_logged(rosa, lena, measure, suspended):
    penalise(lena, measure, by=rosa, until=clock.now() + timedelta(days=1), reason="Insults")
    reader = reader_of(lena)

    assert reader.is_silenced
    assert reader.is_suspended is suspended
    assert reader.is_member is not suspended
    assert LogEntry.objects.get(what=f"{measure}-began").reason.text == "Insults"


def test_a_penalty_ends_by_itself_and_by_being_ended(rosa, lena):
    past = clock.now() - timedelta(seconds=1)
    penalise(lena, Measure.SUSPENSION, by=rosa, until=past, reason="Over")
    ended = penalise(
        lena, Measure.SUSPENSION, by=rosa, until=clock.now() + timedelta(days=1), reason="A mistake"
    )
    assert reader_of(lena).is_suspended
    Penalty.objects.filter(pk=ended.pk).update(ended=clock.now())
    assert not reader_of(lena).is_suspended


@pytest.mark.django_db(transaction=True)
def test_a_penalty_reaches_a_session_that_is_already_open(client, lena, rosa):
    client.force_login(lena)
    client.get("/")
    penalise(lena, Measure.SUSPENSION, by=rosa, until=clock.now() + timedelta(days=1), reason="Insults")
    reader = client.get("/").wsgi_request.reader
    assert reader.is_suspended
