"""A copy of a group holds what its owner sees there; owners alone fetch it, for two days, and members hear of it."""

import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from space.blog.actions.writing import begin_story
from space.discuss.actions import hide_post, write_reply
from space.groups.actions import admit
from space.groups.models import Role
from space.kit import clock
from space.limits.models import Bucket
from space.membership.actions import delete_group, give_role
from space.membership.burying import empty
from space.membership.models import Did, GroupDeed
from space.moderation.models import LogEntry
from space.privacy import folder
from space.privacy.actions import forget_old_copies
from space.privacy.actions.group_copying import ask_group_copy, make_group_copy
from space.privacy.models import GroupCopy
from space.testing.cast import make
from space.testing.stories import WORDS
from space.testing.telling import told
from space.uploads.actions import keep_file
from space.uploads.tests.makers import picture


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT, settings.DATA = tmp_path / "media", tmp_path


@pytest.fixture
def tane(circle):
    person = make("Tane Rangi")
    admit(circle, person, role=Role.OWNER)
    return person


def made(group, by):
    copy = ask_group_copy(group, by=by)
    make_group_copy(copy.pk)
    return GroupCopy.objects.get(pk=copy.pk)


def rows(archive, name):
    return json.loads(archive.read(f"{name}.json"))


def test_all_that_the_group_has_written_is_in_it_and_nothing_else(
    secret, topic, hideout, circle, kofi, tane, rosa
):
    file = keep_file(ContentFile(picture()), by=kofi, name="plan.png", alt="Plan")
    write_reply(secret, by=kofi, text=f"![Plan](upload:{file.pk})")
    Bucket.objects.all().delete()
    hide_post(write_reply(secret, by=tane, text="Hidden words"), by=rosa)
    begin_story(WORDS, by=tane, language="fr", category=hideout)

    archive = ZipFile(folder.place(made(circle, tane).file))

    assert archive.testzip() is None
    posts = rows(archive, "conversations")
    assert [post["number"] for post in posts] == [1, 2]
    assert secret.title in archive.read(f"conversations/{secret.pk}.md").decode()
    assert {row["name"] for row in rows(archive, "members")} == {"Kofi Mensah", "Tane Rangi"}
    assert rows(archive, "stories")[0]["title"] == WORDS.title
    assert f"files/{file.pk}-plan.png" in archive.namelist()
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
    assert not [said for said in ("Hidden words", topic.title) if said in everything]


def test_it_is_logged_and_members_hear_of_it(circle, kofi, tane):
    made(circle, tane)

    assert LogEntry.objects.get(what="group-exported").by == tane
    assert GroupDeed.objects.get(did=Did.EXPORTED).by == tane
    assert "An owner made a copy of all that your group has written" in told(kofi)
    assert "The copy of your group is ready" in told(tane)


def test_asking_twice_at_once_is_asking_once(circle, tane):
    assert ask_group_copy(circle, by=tane) == ask_group_copy(circle, by=tane)
    assert GroupDeed.objects.filter(did=Did.EXPORTED).count() == 1


def test_one_makes_few_a_day_and_the_newest_alone_is_kept(circle, tane, django_capture_on_commit_callbacks):
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            made(circle, tane)
    with pytest.raises(ValidationError, match="tomorrow"):
        ask_group_copy(circle, by=tane)
    assert len(list(folder.place("").glob("*.zip"))) == 1


@pytest.mark.parametrize("way", ["role", "group"])
def test_who_lost_the_role_meanwhile_gets_none_and_neither_is_there_one_of_a_deleted_group(
    way, circle, tane, lena
):
    copy = ask_group_copy(circle, by=tane)
    if way == "role":
        admit(circle, lena, role=Role.OWNER)
        give_role(circle, tane, Role.MEMBER, by=lena)
    else:
        delete_group(circle, by=tane)

    make_group_copy(copy.pk)

    copy.refresh_from_db()
    assert (copy.file, copy.ready_at) == ("", None)
    assert copy.failed_at


def test_owners_of_today_fetch_it_and_nobody_else(
    client, circle, kofi, tane, lena, django_capture_on_commit_callbacks
):
    copy = made(circle, tane)
    address = reverse("privacy:fetch_group_copy", args=[circle.slug, copy.pk])

    def got(person):
        client.force_login(person)
        return client.get(address).status_code

    admit(circle, lena, role=Role.OWNER)
    assert [got(tane), got(lena), got(kofi)] == [200, 200, 403]
    give_role(circle, tane, Role.MEMBER, by=lena)
    assert got(tane) == 403
    with clock.at(clock.now() + timedelta(hours=49)):
        assert got(lena) == 404
        with django_capture_on_commit_callbacks(execute=True):
            forget_old_copies()
    assert not folder.place(copy.file).exists()


def test_its_copies_end_with_a_group(circle, tane, django_capture_on_commit_callbacks):
    copy = made(circle, tane)
    with django_capture_on_commit_callbacks(execute=True):
        empty(circle)

    assert not folder.place(copy.file).exists()
    assert not GroupCopy.objects.exists()


def test_an_owner_asks_for_it_where_the_group_is_ended(client, circle, tane):
    client.force_login(tane)
    address = reverse("privacy:group_copy", args=[circle.slug])
    assert address in client.get(reverse("groups:end", args=[circle.slug])).content.decode()

    client.post(address)

    assert "The copy is being made" in client.get(address).content.decode()
