"""The title of a group beside the names of members who chose it, and the mark of staff."""

import pytest
from django.urls import reverse

from space.discuss.actions import write_reply
from space.groups.actions import admit, dismiss, found_group, office
from space.groups.models import Office, Role
from space.membership.actions import change_group

TITLE = "Keeper of seeds"


@pytest.fixture
def garden(lena, kofi):
    group = found_group(slug="garden", name="Garden", by=lena, title=TITLE)
    admit(group, kofi)
    return group


def _says(client, topic):
    page = client.get(topic.get_absolute_url()).content.decode()
    return page[page.index('id="p1"') :]


def test_a_member_shows_one_title_and_it_goes_with_the_membership(client, garden, topic, lena, kofi):
    write_reply(topic, by=kofi, text="I keep mine in a jar.")
    client.force_login(kofi)
    address = reverse("groups:title", args=["garden"])
    assert TITLE not in _says(client, topic)
    assert "Beside your name" in client.get(garden.get_absolute_url()).content.decode()

    client.post(address, {"show": "yes"})
    assert _says(client, topic).count(f"<bdi>{TITLE}</bdi>") == 1

    other = found_group(slug="kitchen", name="Kitchen", by=kofi, title="Cook")
    client.post(reverse("groups:title", args=["kitchen"]), {"show": "yes"})
    assert TITLE not in _says(client, topic)
    assert "Cook" in _says(client, topic)
    change_group(other, by=kofi, shows_members=False)
    assert "Cook" not in _says(client, topic)

    client.post(address, {"show": "yes"})
    dismiss(garden, kofi)
    assert TITLE not in _says(client, topic)


def test_staff_bear_a_mark_that_no_group_can_take(client, garden, topic, lena, ada):
    client.force_login(lena)
    said = {"name": "Garden", "joining": "invitation", "title": "administrator"}
    assert client.post(reverse("groups:change", args=["garden"]), said).status_code == 422

    admit(office(Office.MODERATORS), lena)
    assert "<bdi>Moderator</bdi>" in _says(client, topic)
    admit(office(Office.ADMINISTRATORS), lena, role=Role.MEMBER)
    assert "<bdi>Administrator</bdi>" in _says(client, topic)
    dismiss(office(Office.ADMINISTRATORS), lena)
    dismiss(office(Office.MODERATORS), lena)
    assert "Moderator</bdi>" not in _says(client, topic)
