"""Queries composed once give each reader what the queryset itself would give."""

from datetime import UTC, datetime

import pytest

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import NOBODY, Reader, reader_of

SHOWN = ("pk", "name")


def compose(reader: Reader, name: str, since: datetime):
    return User.objects.filter(name=name, created_at__gt=since).exclude(pk=reader.pk).values_list(*SHOWN)


def named(name: str, reader: Reader) -> list[str]:
    since = datetime(2001, 1, 1, tzinfo=UTC)
    return [row[1] for row in statements.rows("by name", reader, [name, since], compose)]


def test_the_second_request_is_filled_with_its_own_values(lena, amina, kofi):
    assert named(lena.name, reader_of(amina)) == [lena.name]
    assert named(amina.name, reader_of(kofi)) == [amina.name]
    assert named(amina.name, reader_of(amina)) == []
    assert named(lena.name, NOBODY) == [lena.name]


def test_a_query_that_forgets_a_value_is_refused(db):
    def forgetful(reader: Reader, name: str):
        return User.objects.values_list(*SHOWN)

    with pytest.raises(ValueError, match="does not use each of its values"):
        statements.rows("forgetful", NOBODY, ["Lena"], forgetful)
