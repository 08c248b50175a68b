"""The page of a person shows the stories that name them, to who may see these."""

import pytest

from space.blog.actions.describing import Named, name_authors
from space.blog.actions.finding import touch
from space.blog.actions.steps import take_step
from space.discuss.actions import delete_topic
from space.discuss.models import Topic
from space.limits.models import Bucket
from space.testing.stories import WORDS, publish_another
from space.web import fragments


@pytest.fixture(autouse=True)
def nothing_kept(db):
    fragments._store.clear()


def cards(client, person) -> str:
    """The panel alone; the page shows the topics of stories too."""
    read = client.get(person.get_absolute_url()).content.decode()
    return read.partition('class="story-cards"')[2].partition("</section>")[0]


def name(story, *people) -> None:
    name_authors(story, [person if isinstance(person, Named) else Named(person) for person in people])
    touch(story)


def test_who_is_named_finds_the_story_on_their_page_and_a_guest_of_the_same_name_does_not(
    client, published, kofi, lena, amina
):
    assert WORDS.title in cards(client, lena)
    assert cards(client, kofi) == ""
    name(published, lena, kofi, Named(name=amina.name))
    assert WORDS.title in cards(client, kofi)
    assert cards(client, amina) == ""
    everything = client.get(kofi.get_absolute_url()).content.decode()
    assert 'href="/blog/?author=Kofi+Mensah"' in everything


def test_the_newest_stand_first_a_handful_of_them_and_more_cost_no_more(
    client, published, lena, noor, elena, hearing, django_assert_num_queries
):
    for title in ("Le deuxième jour", "Le troisième jour"):
        publish_another(title, by=lena, reviewer=noor, board=elena)
    with django_assert_num_queries(14):
        read = cards(client, lena)
    assert read.index("troisième") < read.index("deuxième") < read.index(WORDS.title)
    publish_another("Le quatrième jour", by=lena, reviewer=noor, board=elena)
    read = cards(client, lena)
    assert "quatrième" in read
    assert WORDS.title not in read


def test_what_is_not_published_or_kept_out_of_lists_is_not_there_even_for_its_author(
    client, draft, published, lena, elena, rosa
):
    client.force_login(lena)
    assert cards(client, lena).count("<article") == 1
    Topic.objects.for_actions().filter(pk=published.topic.pk).update(unlisted=True)
    assert cards(client, lena) == ""
    Topic.objects.for_actions().filter(pk=published.topic.pk).update(unlisted=False)
    take_step(published, "unpublish", by=elena, reason="Une source s’est trompée.")
    assert cards(client, lena) == ""
    Bucket.objects.all().delete()
    take_step(published, "publish", by=elena)
    assert WORDS.title in cards(client, lena)
    delete_topic(published.topic, by=rosa, reason="?")
    assert cards(client, lena) == ""


def test_a_kept_page_is_made_anew_when_a_story_changes(client, lena):
    tags = client.get(lena.get_absolute_url()).headers["X-Space-Tags"].split()
    assert "stories" in tags
