"""Private conversations: who reads what, who is told, and how one goes."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import mark_read, write_reply
from space.discuss.models import Participant, Post, Topic
from space.discuss.permissions import can_react, can_reply
from space.groups.actions import admit, dismiss
from space.kit import clock
from space.messages.actions import (
    accept,
    add_people,
    begin_message,
    block,
    leave,
    put_away,
    show_before,
    unblock,
)
from space.messages.inbox import ARCHIVE, INBOX, REQUESTS, SENT, Box, unread
from space.messages.models import MessageVisit
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.testing.telling import told

SAID = "The harbour lamp is broken, and nobody repairs it."


@pytest.fixture
def budi(db):
    return make("Budi Santosa")


@pytest.fixture
def talk(lena, budi, circle):
    """Between two who know each other from a group."""
    admit(circle, lena)
    admit(circle, budi)
    return begin_message(by=lena, title="About the harbour", text=SAID, people=[budi])


def sees(person, topic):
    seen = Topic.objects.visible_to(reader_of(person)).filter(pk=topic.pk).exists()
    posts = Post.objects.visible_to(reader_of(person)).filter(topic=topic).order_by("number")
    return [post.number for post in posts] if seen else None


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


def box(person, name=INBOX, **more):
    return [line.pk for line in Box(name, **more).found(reader_of(person))[0]]


def test_only_those_in_it_read_it(client, talk, lena, budi, rosa, ada):
    assert sees(lena, talk) == sees(budi, talk) == [1]
    assert sees(rosa, talk) is None
    assert sees(ada, talk) is None
    assert not Topic.objects.visible_to(NOBODY).filter(pk=talk.pk).exists()
    client.force_login(rosa)
    assert client.get(talk.get_absolute_url()).status_code == 404
    client.force_login(budi)
    page = client.get(talk.get_absolute_url())
    assert SAID in page.text
    assert "Only these people can read" in page.text
    assert talk.title not in client.get("/discuss/").text + client.get("/discuss/unread").text
    assert talk.title not in client.get("/search/?q=harbour").text


def test_boxes_unread_and_the_bell(talk, lena, budi):
    assert box(budi) == box(lena, SENT) == [talk.pk]
    assert unread(reader_of(budi)) == 1
    assert unread(reader_of(lena)) == 0
    assert told(budi) == ["1 message from Lena Müller"]
    assert told(lena) == []
    assert box(budi, words="lamp") == [talk.pk]
    assert box(budi, words="lighthouse") == []
    mark_read(talk, budi, 1)
    assert unread(reader_of(budi)) == 0
    put_away(talk, by=budi)
    assert box(budi) == []
    assert box(budi, ARCHIVE) == [talk.pk]
    write_reply(talk, by=lena, text="I asked the town, and they will look.")
    assert box(budi) == [talk.pk]


def test_strangers_wait_without_a_line(lena, budi):
    talk = begin_message(by=lena, title="Hello from afar", text=SAID, people=[budi])
    assert box(budi) == []
    assert box(budi, REQUESTS) == [talk.pk]
    assert told(budi) == []
    accept(talk, by=budi)
    assert box(budi) == [talk.pk]
    back = begin_message(by=budi, title="And back again", text="Now we know each other.", people=[lena])
    assert set(box(lena)) == {back.pk, talk.pk}


def test_who_is_added_reads_from_then_on_until_the_others_agree(client, talk, lena, budi, kofi):
    post = add_people(talk, by=lena, text="Kofi knows the people at the port.", people=[kofi])
    assert sees(kofi, talk) == [post.number]
    client.force_login(kofi)
    page = client.get(talk.get_absolute_url())
    assert page.status_code == 200
    assert "lamp" not in page.text
    assert client.get(f"{talk.get_absolute_url()}1").status_code == 404
    assert box(kofi, words="lamp") == []
    assert not show_before(talk, kofi.pk, by=kofi)
    assert not show_before(talk, kofi.pk, by=lena)
    assert sees(kofi, talk) == [2]
    assert show_before(talk, kofi.pk, by=budi)
    assert sees(kofi, talk) == [1, 2]


def test_who_leaves_reads_nothing_more(talk, lena, budi):
    assert told(budi)
    leave(talk, by=budi)
    assert sees(budi, talk) is None
    assert told(budi) == []
    with pytest.raises(ValidationError, match="Everybody else has left"):
        write_reply(talk, by=lena, text="Are you still there?")
    leave(talk, by=lena)
    assert not Participant.objects.filter(topic=talk).exists()


def test_a_group_reads_while_one_belongs_to_it(lena, kofi, budi, circle):
    admit(circle, lena)
    asked = client_of(lena).get(f"/messages/complete?q={circle.name[:4]}").json()
    assert asked["found"][0]["name"] == circle.name
    talk = begin_message(by=lena, title="To the whole circle", text=SAID, groups=[circle])
    assert sees(kofi, talk) == [1]
    assert told(kofi)
    assert box(kofi, group=circle) == [talk.pk]
    assert "Kofi" in client_of(lena).get(talk.get_absolute_url()).text
    dismiss(circle, kofi)
    assert sees(kofi, talk) is None
    assert "Kofi" not in client_of(lena).get(talk.get_absolute_url()).text
    admit(circle, budi)
    assert sees(budi, talk) is None


def test_blocking(talk, lena, budi):
    block(lena, by=budi)
    with pytest.raises(ValidationError, match="takes no messages"):
        begin_message(by=lena, title="Once more please", text=SAID, people=[budi])
    with pytest.raises(ValidationError, match="takes no messages"):
        write_reply(talk, by=lena, text="Why do you not answer?")
    assert box(budi) == []
    unblock(lena, by=budi)
    write_reply(talk, by=lena, text="Thank you for listening.")
    assert box(budi) == [talk.pk]


def test_staff_read_for_a_reason_that_all_in_it_are_told(talk, lena, budi, rosa, kofi):
    staff, door = client_of(rosa), f"/messages/{talk.pk}/open"
    assert sees(rosa, talk) is None
    assert client_of(kofi).get(door).status_code == 404
    page = staff.get(door)
    assert page.status_code == 200
    assert "harbour" not in page.text
    assert staff.post(door, {"reason": "Because."}).status_code == 422
    why = "Budi asked me to look at this."
    assert staff.post(door, {"reason": why}).headers["Location"] == talk.get_absolute_url()
    assert sees(rosa, talk) == [1]
    page = staff.get(talk.get_absolute_url()).text
    assert "You read here as staff" in page
    assert 'name="text"' not in page
    assert not can_reply(reader_of(rosa), talk)
    assert not can_react(reader_of(rosa), Post.objects.for_actions().get(topic=talk))
    assert "Show them" not in staff.get(f"/messages/{talk.pk}/people").text
    assert why in client_of(budi).get(talk.get_absolute_url()).text
    for person in (lena, budi):
        assert told(person)[0].startswith("Rosa Quispe, of the staff, opened your conversation")
    assert told(rosa) == []
    entry = LogEntry.objects.get(what="message-opened")
    assert (entry.by_id, entry.thing_id, entry.reason.text) == (rosa.pk, talk.pk, why)
    MessageVisit.objects.update(until=clock.now())
    assert sees(rosa, talk) is None
    assert staff.get(talk.get_absolute_url()).status_code == 404


def test_the_form(client, amina, lena, budi):
    client.force_login(amina)
    assert client.get("/messages/new").status_code == 403
    client.force_login(lena)
    assert 'value="@Budi Santosa"' in client.get("/messages/new?to=Budi_Santosa").text
    found = [one["name"] for one in client.get("/messages/complete?q=@Bud").json()["found"]]
    assert found == ["Budi Santosa"]
    sent = {"to": "@Budi Santosa, Nobody Atall", "title": "About the harbour", "text": SAID}
    refused = client.post("/messages/new", sent)
    assert refused.status_code == 422
    assert "Nobody Atall" in refused.text
    answer = client.post("/messages/new", sent | {"to": "@Budi Santosa"})
    talk = Topic.objects.for_actions().get(kind="message")
    assert answer.headers["Location"] == talk.get_absolute_url()
    client.force_login(budi)
    assert "has not spoken with you before" in client.get(talk.get_absolute_url()).text
    assert "About the harbour" in client.get("/messages/?box=requests").text
    assert client.post(f"/messages/{talk.pk}/answer", {"answer": "yes"}).status_code == 302
    assert "About the harbour" in client.get("/messages/").text
    for page in ("people", "leave"):
        assert client.get(f"/messages/{talk.pk}/{page}").status_code == 200
    assert "Send a message" in client.get("/people/Lena_Müller/").text
    assert client.post("/messages/block/Lena_Müller").status_code == 302
    assert "Lena" in client.get("/messages/blocked").text
