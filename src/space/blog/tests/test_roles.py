"""Who makes the Blog: seen by everybody, changed by administrators."""

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.blog.models import Reviewer
from space.blog.newsroom.people import language_typed
from space.blog.permissions import is_on_the_board, reviews
from space.moderation.models import LogEntry

URL = "/blog/newsroom/people"


def test_an_administrator_appoints_and_dismisses_and_the_log_says_so(client, ada, kofi):
    client.force_login(ada)
    assert reverse("blog:newsroom_people") == URL
    client.post(URL, {"person": "Kofi Mensah", "role": "reviewer", "language": "Français (fr)"})
    client.post(URL, {"person": "Kofi Mensah", "role": "board"})
    assert reviews(reader_of(kofi), "fr")
    assert "Kofi Mensah" in client.get(URL).content.decode()

    client.post(URL, {"person": kofi.pk, "dismiss": "board"})
    client.post(URL, {"person": kofi.pk, "dismiss": "fr"})
    assert not reviews(reader_of(kofi), "fr")
    said = LogEntry.objects.order_by("pk").values_list("what", flat=True)
    assert list(said)[-4:] == [
        "reviewer-appointed",
        "office-given",
        "group-member-removed",
        "reviewer-dismissed",
    ]


def test_a_form_that_is_wrong_comes_back_with_what_was_typed(client, ada):
    client.force_login(ada)
    answer = client.post(URL, {"person": "Nobody here", "role": "reviewer", "language": "Klingonisch"})
    assert answer.status_code == 422
    assert "Klingonisch" in answer.content.decode()
    assert not Reviewer.objects.exists()


@pytest.mark.parametrize("who", ["lena", "rosa", "viktor"])
def test_nobody_else_gives_roles(client, request, kofi, who):
    client.force_login(request.getfixturevalue(who))
    assert client.post(URL, {"person": "Kofi Mensah", "role": "board"}).status_code == 403
    assert not is_on_the_board(reader_of(kofi))


def test_everybody_sees_who_they_are(client, noor, elena):
    body = client.get(URL).content.decode()
    assert "Noor" in body
    assert "Elena Rossi" in body
    assert "csrf" not in body


@pytest.mark.parametrize(
    ("typed", "code"), [("fr", "fr"), ("Français (fr)", "fr"), ("Kiswahili", "sw"), ("?", "")]
)
def test_a_language_is_understood_as_people_name_it(typed, code):
    assert language_typed(typed) == code
