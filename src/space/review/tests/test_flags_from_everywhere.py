"""What people read they can flag there: a private message, an event, a story in each of its languages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.readers import reader_of
from space.blog.models import Edition, Story
from space.discuss.actions import write_reply
from space.discuss.models import Post, Topic
from space.events.actions import add_event
from space.messages.actions import begin_message
from space.moderation.models import LogEntry
from space.review.models import Case, Line
from space.review.permissions import can_review
from space.testing.cast import make
from space.testing.events import TRAINING

pytestmark = pytest.mark.django_db
FLAG = re.compile(r'href="(/moderation/flag/\d+/\d+/[^"]*)"')
TITLE, BEFORE, HURTS, AFTER = "Of lanterns", "My door stands open.", "You are a fool.", "Please stop."


@pytest.fixture
def budi(db):
    return make("Budi Santosa")


@pytest.fixture
def talk(kofi, budi):
    """Of two, with a message in the middle that should not have been written."""
    begun = begin_message(by=kofi, title=TITLE, text=BEFORE, people=[budi])
    write_reply(begun, by=budi, text=HURTS)
    write_reply(begun, by=kofi, text=AFTER)
    return begun


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


def flag_of(page):
    """The one way to flag what this page is about."""
    return FLAG.findall(page.content.decode())[0]


def flagged(client, address):
    """Said on the form behind this address; leads back to where it stands."""
    assert client.get(address).status_code == 200
    return client.post(address, {"why": "inappropriate"}).url


def test_of_a_private_conversation_only_the_flagged_message_is_opened_to_moderators(talk, kofi, rosa, lena):
    address = reverse("review:flag_post", args=[talk.pk, 2])
    assert [client_of(person).get(address).status_code for person in (rosa, lena)] == [404, 404]
    assert (
        "this one post, and nothing else of the conversation" in client_of(kofi).get(address).content.decode()
    )
    flagged(client_of(kofi), address)
    case = Case.objects.for_actions().get()
    moderator = client_of(rosa)
    for page in (moderator.get(case.get_absolute_url()), moderator.get(reverse("review:queue"))):
        shown = page.content.decode()
        assert HURTS in shown
        assert not [words for words in (TITLE, BEFORE, AFTER) if words in shown]
    assert case.category_id is case.group_id is None
    assert client_of(lena).get(case.get_absolute_url()).status_code == 404


def test_the_conversation_itself_stays_closed_to_who_decides_and_to_the_log(talk, kofi, rosa):
    flagged(client_of(kofi), reverse("review:flag_post", args=[talk.pk, 2]))
    case = Case.objects.for_actions().get()
    moderator = client_of(rosa)
    ruling = {"did": "hide", "clause": "respect", "reason": "It hurts.", "version": case.version}
    assert moderator.post(case.get_absolute_url(), ruling).status_code == 302
    assert Post.objects.for_actions().get(topic=talk, number=2).hidden_at
    assert moderator.get(talk.get_absolute_url()).status_code == 404
    assert not Post.objects.visible_to(reader_of(rosa)).filter(topic=talk).exists()
    assert not Topic.objects.visible_to(reader_of(rosa)).filter(pk=talk.pk).exists()
    lines = Line.objects.visible_to(reader_of(rosa)).filter(entry__what__in=["case-decided", "post-hidden"])
    assert [bool(line.is_open) for line in lines] == [False, False]
    log = moderator.get(reverse("review:log")).content.decode()
    assert not [words for words in (TITLE, BEFORE, HURTS, AFTER, "It hurts.") if words in log]
    assert not LogEntry.objects.filter(what="message-opened").exists()


def test_beside_an_event_everybody_but_who_planned_it_finds_the_way_to_flag_it(client, lena, kofi, rosa):
    event = add_event(TRAINING, by=lena, title="Lanterns for all", text="Bring a lamp.", language="en")
    where = event.get_absolute_url()
    assert not FLAG.search(client_of(lena).get(where).content.decode())
    assert flagged(client, flag_of(client.get(where))) == reverse("review:thanks")
    member = client_of(kofi)
    flagged(member, flag_of(member.get(where)))
    case = Case.objects.for_actions().get()
    assert (case.topic, case.flags.count(), case.author_id) == (event.topic_id, 2, lena.pk)
    shown = client_of(rosa).get(case.get_absolute_url()).content.decode()
    assert "Lanterns for all" in shown
    assert TRAINING.place in shown


def test_each_edition_of_a_story_leads_to_the_same_case(
    published: Story, translated: Edition, client, anna, rosa
):
    french, english = published.original().get_absolute_url(), translated.get_absolute_url()
    address, of_translation = (flag_of(client.get(page)) for page in (french, english))
    assert of_translation == f"{address}?read=en"
    assert flagged(client, address) == reverse("review:thanks")
    reader = client_of(anna)
    form = reader.get(of_translation).content.decode()
    assert '<input type="hidden" name="read" value="en"' in form
    sent = {"why": "inappropriate", "read": "en"}
    back = reader.post(of_translation, sent).url
    assert reader.get(back, follow=True).status_code == 200
    case = Case.objects.for_actions().get()
    assert (case.topic, case.flags.count()) == (published.topic_id, 2)
    assert list(case.flags.values_list("read_in", flat=True)) == ["", "en"]
    assert can_review(reader_of(rosa))
    for where in (case.get_absolute_url(), reverse("review:queue")):
        page = client_of(rosa).get(where).content.decode()
        assert published.original().title in page
        assert page.count('<span class="language" lang="en">English</span>') == 1
    reader.post(address, {"why": "spam", "read": "no such language"})
    assert list(case.flags.values_list("read_in", flat=True)) == ["", ""]
