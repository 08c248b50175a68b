"""Who is erased is found nowhere: the whole database is searched for the marks of somebody who did everything."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.personal import Way
from space.discuss.actions.recounting import differences
from space.discuss.models import Ballot, Post, Topic
from space.events.models import Attendance, Event
from space.kit import clock
from space.moderation.models import LogEntry
from space.privacy.actions import come_back, erase_due, erase_some, leave
from space.privacy.models import Farewell
from space.privacy.tests.marked import NAME, WORD, is_known, marked_person, places_of, plans, writes
from space.search.reindexing import differences as unfound
from space.testing.telling import tell_what_waits

pytestmark = pytest.mark.django_db

# What others typed of them stays as they typed it; the word in the table of jobs is none of theirs.
TYPED_BY_OTHERS = {
    "discuss_post.source",
    "discuss_post.html",
    "discuss_topic.excerpt",
    "search_entry.words",
}


@pytest.fixture
def marked(questions, kofi, settings, tmp_path) -> User:
    settings.MEDIA_ROOT, settings.DATA = tmp_path / "media", tmp_path
    person = marked_person()
    writes(person, questions, kofi)
    plans(person, kofi)
    is_known(person, kofi)
    tell_what_waits()
    client = Client()
    client.force_login(person)
    return person


def erase(person: User, way: Way, seconds: float = 60) -> int:
    """In how many pieces it was done."""
    farewell, pieces = leave(person, way), 1
    with clock.at(farewell.due_at + timedelta(hours=1)):
        erase_due()
        while not erase_some(farewell.pk, seconds):
            pieces += 1
    return pieces


def test_where_words_go_neither_name_nor_words_are_left_anywhere(marked):
    assert len(places_of(WORD)) > 25
    assert len(places_of(NAME)) > 10
    erase(marked, Way.WORDS)
    assert places_of(WORD) == set()
    assert places_of(NAME) <= TYPED_BY_OTHERS
    assert not Post.objects.filter(author=marked, source__contains=NAME).exists()


def test_where_words_stay_the_name_goes_and_all_that_is_not_words(marked):
    erase(marked, Way.NAME)
    left = {place.partition("_")[0] for place in places_of(WORD)}
    assert left <= {"discuss", "events", "blog", "search", "uploads", "moderation"}
    assert not {"discuss_draft.data", "discuss_bookmark.note", "accounts_user.about"} & places_of(WORD)
    said_by_themselves = Post.objects.filter(author=marked, source__contains=NAME)
    assert said_by_themselves.count() == 1
    assert places_of(NAME) <= TYPED_BY_OTHERS


@pytest.mark.parametrize("way", Way)
def test_what_others_have_stays_right(marked, way, kofi):
    erase(marked, way, seconds=0)
    assert (differences(), unfound()) == ([], [])
    person = User.objects.get(pk=marked.pk)
    assert (person.name[:13], person.has_usable_password()) == ("Former member", False)
    assert Ballot.objects.filter(person=None).count() == 1
    assert not Attendance.objects.filter(person=marked).exists()
    assert Event.objects.get(topic__author=kofi).going_count == 0
    named = Post.objects.get(author=kofi, source__contains=NAME)
    assert (f"@{NAME}" in named.html, "/people/" in named.html) == (True, False)
    assert LogEntry.objects.filter(what="account-erased", thing_id=marked.pk).count() == 1


def test_a_topic_that_others_answered_stays_without_its_author(marked, kofi, client):
    erase(marked, Way.WORDS)
    topic = Topic.objects.get(posts__author=kofi, author=marked)
    page = client.get(topic.get_absolute_url(), follow=True).content.decode()
    assert [said for said in ("is right", "A topic whose author left") if said not in page] == []
    assert client.get(f"/people/{NAME}@local/").status_code == 404


def test_nobody_takes_the_name_afterwards(marked, client):
    erase(marked, Way.NAME)
    for typed in (NAME, NAME.replace("l", "1", 1)):
        form = {"username": typed, "password1": "four donkeys sing tonight"}
        assert client.post(reverse("account_signup"), form).status_code == 422


def test_done_again_it_changes_nothing_and_not_before_its_day(marked):
    farewell = leave(marked, Way.NAME)
    assert erase_some(farewell.pk)
    assert User.objects.get(pk=marked.pk).name == f"{NAME}@local"
    assert erase_due() == 0
    erase(marked, Way.NAME)
    name = User.objects.get(pk=marked.pk).name
    assert (erase_some(farewell.pk), erase_due()) == (True, 0)
    assert User.objects.get(pk=marked.pk).name == name
    assert not come_back(Farewell.objects.get(pk=farewell.pk))
