"""The Blog: which stories it shows, in which language, narrowed by what, and what it says when there are none."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.featuring import feature
from space.blog.lists.found import find
from space.blog.lists.wanted import Filters
from space.blog.models import Story
from space.blog.shown.cards import cards
from space.blog.shown.lines import lines
from space.blog.shown.related import STORIES
from space.community import reading
from space.discuss.actions import write_reply
from space.testing.stories import publish_another
from space.web import fragments, versions

HOME = "/blog/"


@pytest.fixture(autouse=True)
def cold(db):
    """As in a process that has just started and hears of changes."""
    fragments._store.clear()
    versions.ledger.hear()
    reading.overrides()
    yield
    versions.ledger.lose()


def shown(client, address: str = HOME) -> str:
    return client.get(address).content.decode()


def test_a_card_is_in_the_readers_language_else_in_the_originals_with_its_name(
    client, translated, published, lena
):
    assert "A week at the fair of Yaoundé" in shown(client)
    french = client.get(HOME, headers={"Accept-Language": "ar"}).content.decode()
    assert "Une semaine à la foire" in french
    assert '<span class="language" lang="fr" dir="ltr">' in french
    (card,) = cards(lines(Story.objects.for_actions()), reader_of(lena), "fr")
    assert card["title"] == "Une semaine à la foire de Yaoundé"


def test_one_that_is_featured_leads_and_stands_nowhere_else(client, published, lena, noor, elena):
    other = publish_another("Une autre histoire", by=lena, reviewer=noor, board=elena)
    assert find(Filters(), None, NOBODY).lead.pk == other.pk
    feature(published, by=elena)
    versions.ledger.note(STORIES)
    found = find(Filters(), None, NOBODY)
    assert found.lead.pk == published.pk
    assert [line.pk for line in found.lines] == [other.pk]
    assert (found.first, found.last, found.total) == (1, 2, 2)


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        ("language=en", True),
        ("language=fr", True),
        ("language=sw", False),
        ("author=Lena+M%C3%BCller", True),
        ("author=Nobody", False),
        ("region=CM", True),
        ("region=KE", False),
        ("year=2026", True),
        ("year=2019", False),
        ("tag=nothing", False),
        ("q=foire", True),
        ("q=rain", True),
        ("q=zebra", False),
        ("year=0000&region=%00%27", None),
    ],
)
def test_each_filter_narrows(client, translated, published, asked, is_there, settings):
    at = datetime(2026, 3, 1, tzinfo=UTC)
    Story.objects.for_actions().filter(pk=published.pk).update(regions=["CM"], published_at=at)
    answer = client.get(f"{HOME}?{asked}")
    if is_there is None:
        assert answer.status_code == 400
        return
    assert ("2026/03/" in answer.content.decode().split("archive")[0]) is is_there


def test_a_month_has_its_stories_and_the_ways_to_its_neighbours(client, published, lena, noor, elena):
    other = publish_another("Une autre histoire", by=lena, reviewer=noor, board=elena)
    Story.objects.for_actions().filter(pk=published.pk).update(published_at=datetime(2019, 8, 5, tzinfo=UTC))
    august = shown(client, reverse("blog:month", args=[2019, 8]))
    assert "<h1>August 2019</h1>" in august
    assert "Une semaine à la foire" in august
    assert "Une autre histoire" not in august.split("blog-months")[0]
    assert f'rel="next" href="/blog/{other.published_at:%Y/%m}/"' in august


def test_an_empty_blog_says_what_it_is_for_and_how_to_hand_in_a_story(client):
    told = shown(client)
    assert "No story has been told yet" in told
    assert reverse("blog:submit") in told
    assert "No story in this language yet" in shown(client, f"{HOME}?language=sw")


def test_replies_are_counted_in_the_blog_as_in_discuss(client, published, kofi):
    write_reply(published.topic, by=kofi, text="Bravo, quelle patience !")
    assert "1 reply" in shown(client)
    assert "1 reply in Discuss" in shown(client, published.original().get_absolute_url())


def test_a_list_costs_the_same_with_one_story_and_with_many(client, published, lena, noor, elena):
    def cost() -> int:
        fragments._store.clear()
        versions.ledger.note(STORIES)
        with CaptureQueriesContext(connection) as asked:
            shown(client)
        return len(asked)

    shown(client)
    first = cost()
    for number in range(3):
        publish_another(f"Histoire {number}", by=lena, reviewer=noor, board=elena)
    # The cards beside the one that leads.
    assert cost() <= first + 5
    assert first <= 13
    with CaptureQueriesContext(connection) as asked:
        shown(client)
    assert len(asked) <= 3
