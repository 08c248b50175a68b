"""Moderators, administrators and the editorial board are groups: who belongs to one, holds the office."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from space.accounts.readers import reader_of
from space.blog.permissions import is_on_the_board
from space.groups.actions import admit, office
from space.groups.models import Group, Office
from space.groups.titles import name_of
from space.membership.actions import appoint, end_office
from space.messages.forms import groups_to_write_to
from space.moderation.models import LogEntry
from space.review.actions.finding import is_staff, looks_after_place
from space.testing.telling import told


@pytest.fixture
def board(db):
    return office(Office.EDITORS)


def test_an_administrator_appoints_on_the_page_of_the_office_and_ends_it_there(client, board, ada, kofi):
    client.force_login(ada)
    people = reverse("groups:people", args=[board.slug])
    assert reverse("groups:appoint", args=[board.slug]) in client.get(people).content.decode()
    client.post(reverse("groups:appoint", args=[board.slug]), {"person": "Kofi Mensah"})
    assert is_on_the_board(reader_of(kofi))
    assert told(kofi)[0] == "You belong to the editorial board now"
    assert "Kofi Mensah" in client.get(people).content.decode()

    page = reverse("groups:member", args=[board.slug, kofi.pk])
    assert 'name="role"' not in client.get(page).content.decode()
    client.post(page, {"out": "1", "reason": "A year is over."})
    assert not is_on_the_board(reader_of(kofi))
    said = LogEntry.objects.order_by("pk").values_list("what", flat=True)
    assert list(said)[-2:] == ["office-given", "group-member-removed"]


@pytest.mark.parametrize("who", ["kofi", "rosa", "viktor"])
def test_nobody_else_appoints_and_nobody_is_appointed_to_a_community(
    client, request, board, circle, ada, who
):
    client.force_login(request.getfixturevalue(who))
    answer = client.post(reverse("groups:appoint", args=[board.slug]), {"person": "Lena Müller"})
    assert answer.status_code == 403
    client.force_login(ada)
    admit(circle, ada)
    assert client.get(reverse("groups:appoint", args=[circle.slug])).status_code == 403
    assert not board.memberships.exists()


def test_a_name_that_nobody_has_comes_back_with_what_was_typed(client, board, ada):
    client.force_login(ada)
    answer = client.post(reverse("groups:appoint", args=[board.slug]), {"person": "Kofi the Great"})
    assert answer.status_code == 422
    assert "Kofi the Great" in answer.content.decode()


def test_appointing_twice_appoints_once(board, ada, kofi):
    for _ in range(2):
        appoint(Office.EDITORS, kofi, by=ada)
    assert LogEntry.objects.filter(what="office-given").count() == 1


def test_the_last_administrator_cannot_be_dismissed(client, ada, lena):
    group = office(Office.ADMINISTRATORS)
    client.force_login(ada)
    page = reverse("groups:member", args=[group.slug, ada.pk])
    answer = client.post(page, {"out": "1", "reason": ""})
    assert answer.status_code == 422
    assert "Appoint another one first" in answer.content.decode()
    with pytest.raises(ValidationError, match="needs an administrator"):
        end_office(Office.ADMINISTRATORS, ada, by=ada)

    appoint(Office.ADMINISTRATORS, lena, by=ada)
    end_office(Office.ADMINISTRATORS, ada, by=lena)
    assert reader_of(lena).is_administrator
    assert not reader_of(ada).is_administrator


def test_editors_make_the_blog_and_moderate_nothing(board, ada, kofi):
    appoint(Office.EDITORS, kofi, by=ada)
    reader = reader_of(kofi)
    assert not reader.is_moderator
    assert not is_staff(kofi)
    assert not looks_after_place(kofi)


def test_everybody_finds_the_staff_in_the_directory_with_their_languages(client, board, ada, kofi):
    kofi.languages = ["ar", "fr"]
    kofi.save()
    appoint(Office.EDITORS, kofi, by=ada)
    page = client.get(reverse("groups:directory")).content.decode()
    assert "Who looks after this place" in page
    assert board.get_absolute_url() in page
    narrowed = client.get(reverse("groups:directory") + "?name=nothing").content.decode()
    assert board.get_absolute_url() not in narrowed
    people = client.get(reverse("groups:people", args=[board.slug])).content.decode()
    assert "العربية" in people
    assert "français" in people


def test_an_office_is_called_in_the_language_of_who_reads_unless_it_has_a_name_of_its_own(db):
    group = office(Office.MODERATORS)
    with override("fr"):
        assert name_of(group) == str(Office.MODERATORS.label) != "Moderators"
        group.name = "The Watch"
        assert name_of(group) == "The Watch"


def test_who_holds_an_office_writes_to_all_who_do(board, ada, kofi, lena):
    appoint(Office.EDITORS, kofi, by=ada)
    assert board in groups_to_write_to(reader_of(kofi))
    assert board not in groups_to_write_to(reader_of(lena))


def test_the_office_of_most_weight_stands_beside_the_name(ada, kofi):
    appoint(Office.EDITORS, kofi, by=ada)
    appoint(Office.MODERATORS, kofi, by=ada)
    kofi.refresh_from_db()
    assert kofi.title == "\nmoderators"
    end_office(Office.MODERATORS, kofi, by=ada)
    kofi.refresh_from_db()
    assert kofi.title == "\neditors"


def test_each_office_has_its_group_from_the_first_day_on(db):
    Group.objects.for_actions().exclude(office="").delete()
    import_module("space.groups.migrations.0001_whole").make_offices(apps, None)
    assert set(Group.objects.for_actions().values_list("office", flat=True)) == {*Office.values} - {""}
