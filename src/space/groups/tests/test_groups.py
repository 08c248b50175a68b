import pytest
from django.db import IntegrityError, transaction

from space.accounts.readers import NOBODY, reader_of
from space.groups.actions import admit, dismiss, found_group, office
from space.groups.models import Group, Joining, Membership, Office, Role


def _knows(reader, group):
    return Group.objects.visible_to(reader).filter(pk=group.pk).exists()


@pytest.mark.parametrize(
    ("who", "knows"),
    [("amina", False), ("lena", False), ("kofi", True), ("rosa", True), ("ada", True), ("viktor", False)],
)
def test_an_unlisted_group_is_known_to_its_members_and_to_who_looks_after_the_place(
    request, circle, who, knows
):
    assert _knows(reader_of(request.getfixturevalue(who)), circle) is knows


def test_nobody_knows_of_an_unlisted_group_and_everybody_of_a_listed_one(circle):
    garden = found_group(slug="garden", name="Garden", by=None)
    assert not _knows(NOBODY, circle)
    assert _knows(NOBODY, garden)


def test_rows_come_only_by_saying_who_asks(circle):
    with pytest.raises(TypeError, match="visible_to"):
        Group.objects.all()


def test_a_founder_owns_the_group_and_founding_it_again_changes_nothing(lena, kofi):
    first = found_group(slug="garden", name="Garden", by=lena)
    again = found_group(slug="garden", name="Other", by=kofi)

    assert again == first
    assert again.name == "Garden"
    assert list(first.memberships.values_list("person_id", "role")) == [(lena.pk, Role.OWNER)]


def test_a_group_takes_people_in_by_invitation_unless_it_says_otherwise(db):
    assert found_group(slug="garden", name="Garden", by=None).joining == Joining.INVITATION
    assert found_group(slug="park", name="Park", by=None, joining=Joining.OPEN).joining == Joining.OPEN


def test_who_is_let_in_twice_is_in_once_with_the_newer_role(lena, circle):
    admit(circle, lena)
    admit(circle, lena, role=Role.MODERATOR)
    assert Membership.objects.get(person=lena).role == Role.MODERATOR


def test_who_is_dismissed_is_an_outsider_from_the_next_request_on(kofi, circle):
    assert circle.pk in reader_of(kofi).groups
    dismiss(circle, kofi)
    dismiss(circle, kofi)
    assert circle.pk not in reader_of(kofi).groups


def test_there_is_one_group_for_an_office(db):
    first = office(Office.MODERATORS)
    assert office(Office.MODERATORS) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.create(slug="more-moderators", name="More", office=Office.MODERATORS)


@pytest.mark.parametrize(
    ("who", "moderates", "administers"),
    [
        ("amina", False, False),
        ("lena", False, False),
        ("rosa", True, False),
        ("ada", True, True),
        ("viktor", False, False),
    ],
)
def test_offices_come_with_the_reader(request, who, moderates, administers, django_assert_num_queries):
    person = request.getfixturevalue(who)
    with django_assert_num_queries(1):
        reader = reader_of(person)
    with django_assert_num_queries(0):
        assert reader.is_moderator is moderates
        assert reader.is_administrator is administers


def test_suspension_shuts_every_door_but_the_public_one(viktor, circle):
    admit(office(Office.ADMINISTRATORS), viktor)
    reader = reader_of(viktor)
    assert reader.is_authenticated
    assert reader.is_suspended
    assert not reader.is_member
    assert (reader.groups, reader.is_moderator, reader.is_administrator) == (frozenset(), False, False)
