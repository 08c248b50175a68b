"""People ask to be let in, are invited, lead a group and leave it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import reader_of
from space.groups.actions import admit, found_group
from space.groups.models import Group, Joining, Membership, Role
from space.kit import clock
from space.membership.actions import (
    accept_invitation,
    ask_to_join,
    bury,
    delete_group,
    give_role,
    invite_by_link,
    join,
    keep_group,
    leave,
    remind_idle,
)
from space.membership.models import Did, GroupDeed, JoinRequest, Outcome, Proposal
from space.testing.telling import tell_what_waits, told


@pytest.fixture
def garden(lena):
    return found_group(slug="garden", name="Garden", by=lena, joining=Joining.REQUEST.value)


def _page(client, name, *more):
    return client.get(reverse(f"groups:{name}", args=["garden", *more]))


def _bell(client, person):
    """All that somebody's page of notifications says."""
    tell_what_waits()
    client.force_login(person)
    return client.get(reverse("notifications:all")).content.decode()


def _belongs(person, group):
    return Membership.objects.filter(person=person, group=group).exists()


def test_somebody_asks_is_let_in_and_both_are_told(client, garden, lena, kofi):
    garden.questions = ["Which plants do you know?"]
    garden.save()
    client.force_login(kofi)
    empty = client.post(reverse("groups:ask", args=["garden"]), {"words": "I dig", "answer-0": ""})
    assert empty.status_code == 422
    assert "I dig" in empty.content.decode()
    client.post(reverse("groups:ask", args=["garden"]), {"words": "I dig", "answer-0": "Yam"})
    assert "Somebody asks to join your group" in told(lena)
    client.force_login(lena)
    asked = JoinRequest.objects.get(group=garden)
    assert "Yam" in _page(client, "requests").content.decode()
    client.post(reverse("groups:decide", args=["garden", asked.pk]), {"decision": "yes"})
    assert _belongs(kofi, garden)
    assert "You belong to this group now" in told(kofi)


def test_who_is_declined_reads_why_and_may_ask_again(client, garden, lena, kofi):
    asked = ask_to_join(garden, by=kofi, words="", answers=[])
    client.force_login(lena)
    client.post(
        reverse("groups:decide", args=["garden", asked.pk]), {"decision": "no", "reason": "Full for now"}
    )
    assert not _belongs(kofi, garden)
    assert "Full for now" in _bell(client, kofi)
    again = ask_to_join(garden, by=kofi, words="And now?", answers=[])
    assert again.pk != asked.pk


def test_the_second_of_two_who_decide_is_told_so(client, garden, lena, kofi, amina):
    admit(garden, amina, role=Role.MODERATOR)
    asked = ask_to_join(garden, by=kofi, words="", answers=[])
    address = reverse("groups:decide", args=["garden", asked.pk])
    client.force_login(lena)
    client.post(address, {"decision": "no"})
    client.force_login(amina)
    answer = client.post(address, {"decision": "yes"}, follow=True)
    assert "Somebody else has decided this meanwhile." in answer.content.decode()
    assert JoinRequest.objects.get(pk=asked.pk).outcome == Outcome.DECLINED
    assert not _belongs(kofi, garden)


def test_a_link_lets_in_as_many_as_it_says_and_until_its_day(garden, lena, kofi, amina):
    link = invite_by_link(garden, by=lena, days=3, uses=1)
    accept_invitation(link, by=kofi)
    accept_invitation(link, by=kofi)
    with pytest.raises(ValidationError, match="used up"):
        accept_invitation(link, by=amina)
    old = invite_by_link(garden, by=lena, days=3, uses=None)
    with clock.at(timezone.now() + timedelta(days=4)), pytest.raises(ValidationError, match="too old"):
        accept_invitation(old, by=amina)


def test_somebody_invited_by_name_is_told_and_says_no(client, garden, lena, kofi):
    client.force_login(lena)
    client.post(reverse("groups:invitations", args=["garden"]), {"person": "Kofi Mensah"})
    assert "You are invited to join this group" in told(kofi)
    client.force_login(kofi)
    page = _page(client, "group").content.decode()
    assert "You are invited" in page
    door = garden.invitations.get()
    client.post(reverse("groups:invitation", args=[door.key]), {"answer": "no"})
    assert not _belongs(kofi, garden)
    assert "You are invited" not in _page(client, "group").content.decode()


def test_the_last_owner_does_not_leave_silently(client, garden, lena, kofi):
    admit(garden, kofi)
    client.force_login(lena)
    answer = client.post(reverse("groups:leave", args=["garden"]))
    assert answer.status_code == 422
    assert "A group needs an owner." in answer.content.decode()
    with pytest.raises(ValidationError):
        give_role(garden, lena, Role.MEMBER, by=lena)
    give_role(garden, kofi, Role.OWNER, by=lena)
    leave(garden, by=lena)
    assert not _belongs(lena, garden)


def test_an_open_group_is_joined_by_a_press_and_a_double_press_joins_once(client, garden, kofi):
    Group.objects.for_actions().update(joining=Joining.OPEN)
    client.force_login(kofi)
    for _ in range(2):
        client.post(reverse("groups:join", args=["garden"]))
    assert Membership.objects.filter(person=kofi, group=garden).count() == 1
    assert join(garden, by=kofi).role == Role.MEMBER


def test_who_is_taken_out_reads_no_more_and_is_told(client, garden, lena, kofi):
    admit(garden, kofi)
    client.force_login(lena)
    client.post(
        reverse("groups:member", args=["garden", kofi.pk]), {"out": "1", "reason": "You asked for it"}
    )
    assert garden.pk not in reader_of(kofi).groups
    assert "You asked for it" in _bell(client, kofi)


def test_staff_read_a_closed_group_for_a_while_and_its_members_know_why(client, secret, rosa, kofi, circle):
    admit(circle, kofi, role=Role.OWNER)
    client.force_login(rosa)
    assert client.get(secret.get_absolute_url()).status_code == 404
    refused = client.post(reverse("groups:open", args=[circle.slug]), {"reason": "x"})
    assert refused.status_code == 422
    client.post(reverse("groups:open", args=[circle.slug]), {"reason": "Somebody reported a threat"})
    assert client.get(secret.get_absolute_url()).status_code == 200
    assert "Staff opened your group to read in it" in told(kofi)
    client.force_login(kofi)
    page = client.get(circle.get_absolute_url()).content.decode()
    assert "Somebody reported a threat" in page
    assert "Rosa Quispe" in page
    circle.visits.update(until=timezone.now() - timedelta(seconds=1))
    assert circle.pk not in reader_of(rosa).groups


def test_a_read_only_group_is_read_and_not_written_in(client, secret, kofi, circle):
    admit(circle, kofi, role=Role.OWNER)
    client.force_login(kofi)
    client.post(reverse("groups:end", args=[circle.slug]), {"do": "close"})
    page = client.get(secret.get_absolute_url())
    assert page.status_code == 200
    assert "nobody writes in it any more" in page.content.decode()
    client.post(reverse("groups:end", args=[circle.slug]), {"do": "reopen"})
    assert "nobody writes in it any more" not in client.get(secret.get_absolute_url()).content.decode()


def test_a_deleted_group_can_be_taken_back_for_two_weeks_and_then_is_gone(client, secret, kofi, circle):
    admit(circle, kofi, role=Role.OWNER)
    client.force_login(kofi)
    delete_group(circle, by=kofi)
    assert client.get(secret.get_absolute_url()).status_code == 404
    assert "Take the deletion back" in client.get(circle.get_absolute_url()).content.decode()
    with clock.at(timezone.now() + timedelta(days=13)):
        assert bury() == 0
    keep_group(Group.objects.for_actions().get(pk=circle.pk), by=kofi)
    assert client.get(secret.get_absolute_url()).status_code == 200
    delete_group(Group.objects.for_actions().get(pk=circle.pk), by=kofi)
    with clock.at(timezone.now() + timedelta(days=15)):
        assert bury() == 1
        assert bury() == 0
    assert client.get(circle.get_absolute_url()).status_code == 404
    assert not Membership.objects.filter(group=circle).exists()


def test_owners_of_a_silent_group_are_asked_once(garden, lena):
    with clock.at(timezone.now() + timedelta(days=200)):
        assert remind_idle() == 1
        assert remind_idle() == 0
    assert GroupDeed.objects.filter(did=Did.IDLE, group=garden).count() == 1
    assert "Is it still needed?" in "".join(told(lena))


def test_a_group_that_was_asked_for_is_made_with_its_category_and_its_about_topic(client, lena, rosa):
    client.force_login(lena)
    asked = {
        "name": "Night watch",
        "purpose": "People who answer at night",
        "why": "Names of people in danger are said there",
        "joining": "request",
        "is_listed": "on",
    }
    client.post(reverse("groups:propose"), asked)
    assert "Somebody asks for a new closed group" in told(rosa)
    client.force_login(rosa)
    page = client.get(reverse("groups:proposals")).content.decode()
    assert "Night watch" in page
    address = reverse("groups:proposal", args=[Proposal.objects.get(name="Night watch").pk])
    for _ in range(2):
        client.post(address, {"decision": "yes"})
    group = Group.objects.for_actions().get(slug="night-watch")
    room = group.categories.get()
    assert room.audience == "group"
    assert room.about.audience == "group"
    assert "is yours" in "".join(told(lena))
    client.force_login(lena)
    own = client.get(group.get_absolute_url()).content.decode()
    assert room.name in own
    client.logout()
    assert room.get_absolute_url() not in client.get(group.get_absolute_url()).content.decode()
