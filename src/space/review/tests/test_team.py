"""Who looks after this place has a room of their own, and sees how much waits without a question more."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.actions import appoint, appoint_group, dismiss_moderator
from space.discuss.models import Category, Post
from space.groups.actions import admit, dismiss, found_group, office
from space.groups.models import Group, Office, Role
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag, found_team_room
from space.review.actions.flagging import Told
from space.review.menus import waiting
from space.review.models import Case, Did, Outcome, TeamRoom
from space.review.things import post_thing
from space.testing.cast import make
from space.testing.rooms import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(ada, rosa) -> Group:
    return found_team_room(by=ada)


def _people(room: Group) -> dict[str, str]:
    return dict(room.memberships.values_list("person__name", "role"))


def test_all_who_hold_an_office_are_in_it(room, ada, rosa):
    assert _people(room) == {ada.name: Role.OWNER, rosa.name: Role.MODERATOR}
    assert Category.objects.for_actions().filter(group=room).count() == 1


def test_founding_it_twice_is_founding_it_once(room, ada):
    assert found_team_room(by=ada) == room
    assert TeamRoom.objects.count() == 1


def test_who_is_not_in_it_does_not_know_of_it(client, room, lena):
    client.force_login(lena)
    assert client.get(room.get_absolute_url()).status_code == 404


def test_a_new_moderator_finds_the_door_open_and_who_leaves_office_reads_there_no_more(room, lena):
    admit(office(Office.MODERATORS), lena)
    assert lena.name in _people(room)
    dismiss(office(Office.MODERATORS), lena)
    assert lena.name not in _people(room)


def test_who_still_moderates_a_category_stays_as_a_member(room, lena, ada, questions):
    admit(office(Office.MODERATORS), lena)
    appoint(lena, questions, by=ada)
    dismiss(office(Office.MODERATORS), lena)
    assert _people(room)[lena.name] == Role.MEMBER
    dismiss_moderator(lena, questions, by=ada)


def test_a_group_that_took_the_name_before_does_not_become_the_room(ada, lena):
    other = Group.objects.create(slug="moderators-room", name="Moderators' room")
    admit(other, lena, role=Role.OWNER)
    assert found_team_room(by=ada) != other
    assert _people(other) == {lena.name: Role.OWNER}


def test_the_first_administrator_begins_with_a_room(lena):
    call_command("appoint", lena.name, "administrators")
    assert _people(TeamRoom.objects.get().group) == {lena.name: Role.OWNER}


def test_the_command_opens_it_where_a_place_stands_already(ada, rosa, capsys):
    call_command("team_room", "--as", ada.name)
    call_command("team_room", "--as", ada.name)
    assert rosa.name in _people(TeamRoom.objects.get().group)


def test_an_administrator_opens_it_with_a_button_of_the_queue(client, ada):
    client.force_login(ada)
    assert reverse("review:team_room") in client.get(reverse("review:queue")).content.decode()
    client.post(reverse("review:team_room"))
    page = client.get(reverse("review:queue")).content.decode()
    assert TeamRoom.objects.get().group.get_absolute_url() in page


@pytest.fixture
def case(topic, kofi, lena) -> Case:
    (post,) = say(topic, (kofi, "Buy my lamps, they are cheap."))
    flag(post_thing(post), Told("spam"), by=lena)
    return Case.objects.for_actions().get(thing_id=post.pk)


def test_moderators_carry_how_much_waits(case, rosa, ada, lena):
    assert [waiting(reader_of(one)) for one in (rosa, ada, lena)] == ["1", "1", ""]


def test_it_is_what_the_queue_shows(case, rosa):
    shown = Case.objects.visible_to(reader_of(rosa)).waiting().count()
    assert waiting(reader_of(rosa)) == str(shown)


def test_who_looks_after_a_part_carries_what_waits_there(case, questions, secret, circle, kofi, lena, ada):
    """Of a category alone or with a group, and of a closed group; one's own and the rest counts for nobody."""
    keeper, leader, friend = make("Ana@local"), make("Tane Rangi"), make("Budi Santosa")
    assert [waiting(reader_of(one)) for one in (keeper, leader, friend)] == ["", "", ""]
    appoint(keeper, questions, by=ada)
    admit(circle, leader, role=Role.MODERATOR)
    helpers = found_group(slug="helpers", name="Helpers", by=ada)
    admit(helpers, friend)
    appoint_group(helpers, questions, by=ada)
    flag(
        post_thing(Post.objects.for_actions().select_related("author").get(topic=secret)),
        Told("spam"),
        by=lena,
    )
    readers = [reader_of(one) for one in (keeper, leader, friend, kofi)]
    assert [waiting(one) for one in readers] == ["1", "1", "1", ""]
    assert [str(Case.objects.visible_to(one).waiting().count() or "") for one in readers] == [
        "1",
        "1",
        "1",
        "",
    ]
    appoint(kofi, questions, by=ada)
    assert waiting(reader_of(kofi)) == ""


def test_appeals_count_for_who_may_answer_them(case, questions, kofi, lena, rosa, ada):
    keeper, flagger = make("Ana@local"), make("Budi Santosa")
    for person in (keeper, flagger):
        appoint(person, questions, by=ada)
    flag(post_thing(fresh(case)), Told("spam"), by=flagger)
    decision = decide(case, Ruling(Did.HIDE, clause="spam", reason="An advert."), by=rosa)
    people = (rosa, ada, keeper, flagger, kofi, lena)
    assert [waiting(reader_of(one)) for one in people] == [""] * 6
    asked = appeal(decision, "They are a gift.", by=kofi)
    assert [waiting(reader_of(one)) for one in people] == ["", "1", "1", "", "", ""]
    answer_appeal(asked, Outcome.UPHELD, "No.", by=ada)
    assert [waiting(reader_of(one)) for one in people] == [""] * 6


def fresh(case):
    return Post.objects.for_actions().select_related("author", "topic__group").get(pk=case.thing_id)


def test_the_menu_says_it_and_costs_no_query(client, case, rosa, lena):
    client.force_login(rosa)
    client.get(reverse("pages:guidelines"))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("pages:guidelines")).content.decode()
    assert page.split('class="menu__count">')[1].strip().startswith("1")
    client.force_login(lena)
    client.get(reverse("pages:guidelines"))
    with CaptureQueriesContext(connection) as of_others:
        assert "menu__count" not in client.get(reverse("pages:guidelines")).content.decode()
    assert len(asked) == len(of_others)
