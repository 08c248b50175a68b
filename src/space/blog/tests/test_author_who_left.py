"""The first-named author has left: their account is closed. The story stays theirs, and goes on."""

import json
import re

import pytest
from django.conf import settings
from django.urls import reverse

from space.accounts.actions import shut_account
from space.accounts.models import User
from space.blog.actions.describing import Named, name_authors
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.texts import Words
from space.discuss.models import Post
from space.testing.stories import WORDS
from space.web import fragments

NAME = "Lena Müller"


@pytest.fixture
def waiting(ready, kofi, lena):
    """To be published, when its first author left."""
    name_authors(ready, [Named(lena), Named(kofi)])
    fragments._store.clear()
    shut_account(lena)
    return ready


@pytest.fixture
def left(waiting, elena):
    return take_step(waiting, "publish", by=elena)


def test_wherever_a_story_is_shown_its_author_is_named_and_their_page_is_there(client, left, lena):
    story, person = left.original().get_absolute_url(), lena.get_absolute_url()
    read = client.get(story).content.decode()
    told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', read)[1])
    assert told["author"][0] == {"@type": "Person", "name": NAME, "url": settings.ORIGIN + person}
    feed = json.loads(client.get("/blog.json").content)["items"][0]
    assert feed["authors"][0]["name"].startswith(NAME)
    assert Post.objects.for_actions().get(topic=left.topic, number=1).author == lena
    for address in (story, reverse("blog:home"), left.topic.get_absolute_url(), person):
        shown = client.get(address)
        assert shown.status_code == 200
        assert f'href="{person}"' in shown.content.decode() or address == person
    assert WORDS.title in shown.content.decode()
    assert "This account is closed." in shown.content.decode()
    assert json.loads(client.get(f"/oembed?url={settings.ORIGIN}{story}").content)["author_name"].startswith(
        NAME
    )


def test_the_newsroom_names_them_too(client, waiting, elena):
    client.force_login(elena)
    for address in (waiting.desk_url, reverse("blog:newsroom"), reverse("blog:mine")):
        assert client.get(address).status_code == 200
    assert NAME in client.get(waiting.desk_url).content.decode()
    assert NAME in client.get(reverse("blog:newsroom")).content.decode()


def test_what_is_said_about_the_story_is_changed_and_they_stay_its_author(client, left, elena):
    client.force_login(elena)
    about = reverse("blog:about", args=[left.pk])
    typed = {"authors": f"@{NAME}\n@Kofi Mensah\nMama Régine", "projects": ["commons"]}
    assert client.post(about, typed).url == left.desk_url
    assert [str(one) for one in left.authors.order_by("position")] == [NAME, "Kofi Mensah", "Mama Régine"]


def test_nobody_names_them_in_another_story(client, left, kofi):
    another = begin_story(Words(title="T"), by=kofi, language="fr")
    client.force_login(kofi)
    refused = client.post(reverse("blog:about", args=[another.pk]), {"authors": f"@Kofi Mensah\n@{NAME}"})
    assert refused.status_code == 422
    assert User.objects.get(name=NAME).authored.count() == 1
