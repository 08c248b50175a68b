import pytest
from django.core.management import CommandError, call_command

from space.accounts.readers import reader_of


def test_the_operator_appoints_the_first_administrator_and_may_repeat_it(lena, capsys):
    call_command("appoint", "Lena Müller", "administrators")
    call_command("appoint", "Lena Müller", "administrators")

    assert reader_of(lena).is_administrator


def test_an_office_can_be_taken_back(lena):
    call_command("appoint", "Lena Müller", "moderators")
    call_command("appoint", "Lena Müller", "moderators", "--end")

    assert not reader_of(lena).is_moderator


def test_a_name_that_nobody_has_is_refused_with_a_hint(db):
    with pytest.raises(CommandError, match="case-sensitive"):
        call_command("appoint", "lena", "moderators")
