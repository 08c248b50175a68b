"""What was sent into the rooms of a group stands on its page, as far as its reader sees the posts that hold it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss import files_of_groups
from space.discuss.actions import hide_post, write_reply
from space.discuss.files_of_groups import page_of_files, some_files
from space.limits.models import Bucket
from space.uploads.actions import keep_file
from space.uploads.tests.makers import picture


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def send(topic, by, name):
    Bucket.objects.all().delete()
    file = keep_file(SimpleUploadedFile(name, picture()), by=by, name=name, alt="A map")
    return write_reply(topic, by=by, text=f"![A map](upload:{file.pk})")


def names(group, person, **more):
    return [one.file.name for one in some_files(group, reader_of(person), at_most=9, **more)[0]]


def test_members_find_what_was_sent_and_nobody_else_does(client, secret, circle, kofi, lena, rosa, viktor):
    send(secret, kofi, "plan.png")

    assert names(circle, kofi) == ["plan.png"]
    assert [names(circle, one) for one in (lena, rosa, viktor)] == [[], [], []]
    client.force_login(kofi)
    page = client.get(circle.get_absolute_url()).content.decode()
    assert "plan.png" in page
    assert secret.title in page
    assert reverse("discuss:files_of_group", args=[circle.slug]) not in page


def test_what_was_hidden_or_sent_elsewhere_is_not_among_them(secret, topic, circle, kofi, rosa):
    gone = send(secret, kofi, "gone.png")
    send(topic, kofi, "public.png")
    send(secret, kofi, "plan.png")

    hide_post(gone, by=rosa)

    assert names(circle, kofi) == ["plan.png"]


def test_more_than_the_page_holds_are_read_page_by_page(
    client, monkeypatch, secret, circle, kofi, django_assert_num_queries
):
    monkeypatch.setattr(files_of_groups, "_ON_THE_PAGE", 2)
    monkeypatch.setattr(files_of_groups, "_A_PAGE", 2)
    for number in range(5):
        send(secret, kofi, f"{number}.png")
    reader, seen, address = reader_of(kofi), [], reverse("discuss:files_of_group", args=[circle.slug])
    client.force_login(kofi)
    assert address in client.get(circle.get_absolute_url()).content.decode()
    with django_assert_num_queries(3):
        page_of_files(circle, reader, None)

    at = address
    while at:
        answer = client.get(at)
        seen += [one.file.name for one in answer.context["files"]]
        at = answer.context["older"]

    assert seen == ["4.png", "3.png", "2.png", "1.png", "0.png"]


def test_a_page_without_files_says_what_would_be_there(client, circle, kofi):
    client.force_login(kofi)

    answer = client.get(reverse("discuss:files_of_group", args=[circle.slug]), {"before": "9" * 40})

    assert answer.status_code == 200
    assert "No files yet" in answer.content.decode()
