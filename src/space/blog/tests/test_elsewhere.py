"""What other rooms and other places know of stories: Discuss, search, feeds, previews, oEmbed, the site map."""

import json
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse

from space.accounts.readers import reader_of
from space.blog.actions.steps import take_step
from space.blog.actions.writing import save_text
from space.blog.searching import found
from space.blog.texts import Words
from space.discuss.actions import delete_topic, restore_topic, save_list_taste, start_topic
from space.discuss.models import Kind, Post, Topic
from space.discuss.permissions import can_edit, can_make_wiki
from space.discuss.topic_rules import can_change, can_delete_topic, can_set_language
from space.search.reindexing import differences
from space.testing.rooms import say
from space.testing.stories import WORDS, look_again
from space.web import fragments


@pytest.fixture(autouse=True)
def nothing_kept(db):
    fragments._store.clear()


@pytest.fixture
def conversation(questions, kofi) -> Topic:
    return start_topic(questions, by=kofi, title="Who sorts the cards?", text="All of us do.", language="en")


def text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_its_topic_opens_with_the_card_and_not_with_the_text(client, published, kofi):
    say(published.topic, (kofi, "Bravo, quelle patience !"))
    read = text(client, published.topic.get_absolute_url())
    assert "story-card--lead" in read
    assert "Read the story" in read
    assert "Personne ne s’arrêtait" not in read.partition('id="posts"')[2]
    assert "Bravo" in read
    assert published.original().get_absolute_url() in read


def test_a_row_in_discuss_bears_the_sign_of_a_story(client, published, conversation):
    read = text(client, reverse("discuss:latest"))
    assert read.count('aria-label="Story"') == 1


def test_a_reader_can_leave_stories_out_of_latest(client, published, kofi):
    save_list_taste(kofi, hidden_kinds=[Kind.STORY], new_days=None)
    assert WORDS.title in text(client, reverse("discuss:latest"))
    client.force_login(kofi)
    assert WORDS.title not in text(client, reverse("discuss:latest"))
    assert WORDS.title in text(client, f"{reverse('discuss:latest')}?kind=story")
    assert 'value="story"' in text(client, reverse("discuss:my_lists"))


@pytest.mark.parametrize("name", ["lena", "rosa", "ada", "elena"])
def test_nobody_changes_text_title_or_tags_in_discuss_and_is_told_where(
    request, client, published, kofi, name
):
    person = request.getfixturevalue(name)
    reader, topic = reader_of(person), published.topic
    post = Post.objects.for_actions().select_related("topic__category").get(topic=topic, number=1)
    asked = [
        can_edit(reader, post),
        can_make_wiki(reader, post),
        can_set_language(reader, post),
        can_change(reader, topic),
    ]
    assert not any(asked)
    assert {"newsroom" in str(one.reason) for one in asked} == {True}
    client.force_login(person)
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    refused = client.post(address, {"text": "Anders", "title": "Anders"})
    assert refused.status_code in {403, 422}
    assert "newsroom" in refused.content.decode()
    assert bool(can_delete_topic(reader, topic)) is (name in {"rosa", "ada"})


def test_replies_to_a_story_are_edited_as_everywhere(published, kofi):
    (post,) = say(published.topic, (kofi, "Bravo !"))
    post.topic = published.topic
    assert can_edit(reader_of(kofi), post)


def test_search_leads_to_the_story_and_its_translations_in_their_languages(client, translated, published):
    original, english = published.original().get_absolute_url(), translated.get_absolute_url()
    assert f'href="{original}"' in text(client, "/search/?q=foire")
    assert f'href="{english}"' in text(client, "/search/?q=visitors")
    only = text(client, "/search/?q=kind:story+pluie")
    assert f'href="{original}"' in only
    assert found([translated.pk], reader_of(published.by))[translated.pk].lang == "en"


def test_the_index_says_what_stories_say_whatever_becomes_of_them(translated, published, elena, rosa, lena):
    reader = reader_of(lena)
    steps = [
        lambda: published,
        lambda: delete_topic(published.topic, by=rosa, reason="?"),
        lambda: restore_topic(published.topic, by=rosa),
        lambda: save_text(
            published.original(), Words(**{**vars(WORDS), "title": "La foire"}), by=lena, began=1
        ),
        lambda: look_again(published, by=elena),
        lambda: take_step(published, "correct", by=elena, reason="Un titre plus court."),
        lambda: take_step(published, "unpublish", by=elena, reason="Une source s’est trompée."),
        lambda: take_step(published, "publish", by=elena),
    ]
    seen = []
    for step in steps:
        step()
        assert differences() == []
        seen.append(bool(found([translated.pk], reader)))
    assert seen == [True, False, True, True, True, True, False, True]


def test_feeds_hold_whole_stories_for_all_languages_or_one(client, translated, published):
    address = published.original().get_absolute_url()
    told = json.loads(text(client, "/blog.json"))
    assert [item["title"] for item in told["items"]] == [WORDS.title]
    assert "Personne ne s’arrêtait" in told["items"][0]["content_html"]
    assert told["items"][0]["url"] == settings.ORIGIN + address
    english = json.loads(text(client, "/blog.json?language=en"))
    assert [item["language"] for item in english["items"]] == ["en"]
    assert json.loads(text(client, "/blog.json?language=sw"))["items"] == []
    assert json.loads(text(client, "/blog.json?author=Nobody"))["items"] == []
    rss = ElementTree.fromstring(text(client, "/blog.rss"))
    assert rss.find("channel/item/title").text == WORDS.title
    assert WORDS.title in text(client, "/blog.atom?author=Lena+M%C3%BCller")


def test_the_list_names_its_feeds_with_its_filters(client, published):
    read = text(client, "/blog/?language=fr")
    for shape, kind in (("atom", "atom+xml"), ("rss", "rss+xml"), ("json", "feed+json")):
        assert f'type="application/{kind}" title="Stories" href="/blog.{shape}?language=fr"' in read


def test_oembed_tells_of_stories_and_topics_and_each_names_where(client, published, conversation):
    address = settings.ORIGIN + published.original().get_absolute_url()
    where = f"/oembed?url={quote(address, safe='')}"
    assert where in text(client, published.original().get_absolute_url())
    told = json.loads(text(client, where))
    assert (told["type"], told["title"], told["author_name"]) == ("rich", WORDS.title, "Lena Müller")
    assert f'cite="{address}"' in told["html"]
    there = settings.ORIGIN + conversation.get_absolute_url()
    assert f"/oembed?url={quote(there, safe='')}" in text(client, conversation.get_absolute_url())
    assert json.loads(text(client, f"/oembed?url={there}"))["title"] == conversation.title


@pytest.mark.parametrize(
    "url",
    ["", "https://example.org/x", "{origin}/nowhere/", "{origin}/discuss/", "//", "{origin}:99999/", "[::1"],
)
def test_oembed_knows_nothing_else(client, published, url):
    asked = quote(url.replace("{origin}", settings.ORIGIN), safe="")
    assert client.get(f"/oembed?url={asked}").status_code == 404
    assert client.get(f"/oembed?url={asked}&format=xml").status_code == 501


def test_the_site_map_lists_every_edition(client, translated, published):
    listed = unquote(text(client, "/sitemap-stories.xml"))
    assert unquote(published.original().get_absolute_url()) in listed
    assert unquote(translated.get_absolute_url()) in listed
    assert "sitemap-stories.xml" in text(client, "/sitemap.xml")
