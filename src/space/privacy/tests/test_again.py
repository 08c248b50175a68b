"""What a back-up forgets of erasures is known outside of the database, and made true again."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from space.accounts.models import User
from space.accounts.personal import Way
from space.accounts.tests.people import person
from space.kit import clock
from space.privacy.actions import come_back, erase_some, leave
from space.privacy.erased import FILE, Line, Was, last_of_each, note
from space.privacy.models import Farewell

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def someone():
    return person(about="I was here")


def noted(was, someone, way=Way.NAME, days=3):
    now = clock.now()
    note(Line(someone.pk, was, way, now, now + timedelta(days=days)))


def again(capsys):
    call_command("erase_again")
    return capsys.readouterr().out


def test_each_step_is_noted_by_number_alone(someone, folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        come_back(leave(someone, Way.WORDS))
    assert [line.was for line in last_of_each()] == [Was.TAKEN_BACK]
    with django_capture_on_commit_callbacks(execute=True):
        farewell = leave(someone, Way.WORDS)
    assert (last_of_each()[0].was, last_of_each()[0].due) == (Was.ASKED, farewell.due_at)
    with clock.at(farewell.due_at + timedelta(minutes=1)):
        erase_some(farewell.pk)
    (line,) = last_of_each()
    assert (line.person, line.was, line.way) == (someone.pk, Was.ERASED, Way.WORDS)
    assert someone.name not in (folder / FILE).read_text()
    assert (folder / FILE).stat().st_mode & 0o077 == 0


def test_who_was_erased_after_the_back_up_is_erased_again_in_the_same_way(someone, capsys):
    noted(Was.ERASED, someone, Way.WORDS)
    assert f"Account {someone.pk}: erased again" in again(capsys)
    erased = User.objects.get(pk=someone.pk)
    assert (erased.name[:13], erased.about, erased.is_active) == ("Former member", "", False)
    farewell = Farewell.objects.get(person=someone)
    assert (farewell.way, bool(farewell.done_at)) == (Way.WORDS, True)
    assert "Nobody" in again(capsys)


def test_who_had_asked_is_shut_again_until_the_same_day(someone, capsys):
    noted(Was.ASKED, someone, days=3)
    again(capsys)
    assert not User.objects.get(pk=someone.pk).is_active
    farewell = Farewell.objects.get(person=someone)
    assert (farewell.due_at, farewell.began_at) == (last_of_each()[0].due, None)


def test_who_had_come_back_is_not_erased_by_an_old_back_up(someone, capsys):
    leave(someone, Way.NAME)
    noted(Was.TAKEN_BACK, someone)
    assert "open again" in again(capsys)
    assert User.objects.get(pk=someone.pk).is_active
    assert not Farewell.objects.exists()


def test_a_later_account_with_the_same_number_is_somebody_else(someone, capsys):
    noted(Was.ERASED, someone)
    User.objects.filter(pk=someone.pk).update(created_at=clock.now() + timedelta(minutes=1))
    assert "Nobody" in again(capsys)
    assert User.objects.get(pk=someone.pk).is_active


def test_a_line_that_cannot_be_read_stops_with_its_number(folder):
    (folder / FILE).write_text('{"person": 1}\n')
    with pytest.raises(CommandError, match="Line 1 of"):
        call_command("erase_again")
