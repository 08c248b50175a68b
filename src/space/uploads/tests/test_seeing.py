import pytest

from space.accounts.readers import NOBODY, reader_of
from space.groups.actions import dismiss
from space.uploads.actions import hang
from space.uploads.models import Upload

EVERYBODY = ["amina", "lena", "kofi", "rosa", "viktor"]


def _who_sees(upload, people):
    seeing = {
        name
        for name, person in people.items()
        if Upload.objects.visible_to(reader_of(person)).filter(pk=upload.pk)
    }
    return seeing | ({"nobody"} if Upload.objects.visible_to(NOBODY).filter(pk=upload.pk) else set())


@pytest.fixture
def people(request, things):
    return {name: request.getfixturevalue(name) for name in EVERYBODY}


def test_a_file_that_hangs_on_nothing_is_its_owners_alone(people, send):
    assert _who_sees(send(people["lena"]), people) == {"lena"}


def test_a_suspended_owner_sees_what_everybody_sees(people, send):
    assert _who_sees(send(people["viktor"]), people) == set()


def test_a_file_on_a_public_thing_is_for_everybody(people, send, garden):
    upload = send(people["lena"])
    hang([upload], garden)
    assert _who_sees(upload, people) == {*EVERYBODY, "nobody"}


def test_a_file_of_the_closed_group_is_for_its_members_alone(people, send, circle):
    upload = send(people["kofi"])
    hang([upload], circle)
    assert _who_sees(upload, people) == {"kofi"}


def test_who_leaves_the_group_loses_even_ones_own_file(people, send, circle):
    upload = send(people["kofi"])
    hang([upload], circle)
    dismiss(circle, people["kofi"])
    assert _who_sees(upload, people) == set()


def test_a_file_on_two_things_is_seen_by_who_sees_one(people, send, circle, garden):
    upload = send(people["kofi"])
    hang([upload], circle)
    hang([upload], garden)
    assert "nobody" in _who_sees(upload, people)


def test_a_thing_that_no_app_registered_opens_nothing(people, send, garden, lena):
    upload = send(people["kofi"])
    hang([upload], lena)
    assert _who_sees(upload, people) == set()


def test_seeing_a_file_is_one_query(people, send, circle, django_assert_num_queries):
    upload = send(people["kofi"])
    hang([upload], circle)
    reader = reader_of(people["kofi"])
    Upload.objects.visible_to(reader).first()
    with django_assert_num_queries(1):
        assert Upload.objects.visible_to(reader).get(pk=upload.pk)
