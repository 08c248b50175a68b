"""A story is read at its address, in its languages, with the beginning of its conversation."""

import json
import re
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.urls import reverse

from space.blog.actions.describing import Named, name_authors
from space.blog.actions.steps import take_step
from space.blog.actions.writing import save_text
from space.blog.shown.outline import outlined
from space.blog.texts import Words
from space.discuss.actions import react
from space.discuss.models import Post, Response
from space.limits.models import Bucket
from space.testing.rooms import say
from space.testing.stories import WORDS, look_again
from space.web import fragments


@pytest.fixture(autouse=True)
def nothing_kept(db):
    fragments._store.clear()


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_a_story_stands_at_its_address_with_the_first_replies_and_the_way_to_all(
    client, published, kofi, lena
):
    say(published.topic, *((kofi, f"Réponse numéro {n}") for n in range(1, 8)))
    read = page(client, published.original().get_absolute_url())
    assert f'<h1 class="story__title" lang="fr" dir="ltr">{WORDS.title}</h1>' in read
    assert 'id="h-le-premier-jour"' in read
    assert "Réponse numéro 5" in read
    assert "Réponse numéro 6" not in read
    assert "All 7 replies in Discuss" in read
    assert "Read the other 2" in read
    assert "Sign in to reply" in read
    assert "csrfmiddlewaretoken" not in read


def test_who_may_reply_finds_the_form_in_place_and_it_posts_to_the_topic(client, published, kofi, lena):
    client.force_login(kofi)
    read = page(client, published.original().get_absolute_url())
    action = f"{published.original().get_absolute_url()}reply"
    assert f'action="{action}"' in read
    sent = client.post(action, {"text": "Quelle patience !", "language": "fr"})
    assert sent.url == f"{published.original().get_absolute_url()}#p2"
    assert "Quelle patience !" in page(client, published.original().get_absolute_url())
    assert "Quelle patience !" in page(client, published.topic.get_absolute_url())
    refused = client.post(action, {"text": ""})
    assert refused.status_code == 422
    Bucket.objects.all().delete()
    say(published.topic, *((lena, f"Réponse numéro {n}") for n in range(1, 6)))
    Bucket.objects.all().delete()
    later = client.post(action, {"text": "Et la pluie ?", "language": "fr"})
    assert later.url == f"{published.topic.get_absolute_url()}#p8"


def test_what_readers_leave_at_a_story_is_left_at_its_first_post(client, published, kofi):
    react(Post.objects.for_actions().get(topic=published.topic, number=1), by=kofi, kind=Response.STAR)
    read = page(client, published.original().get_absolute_url())
    assert re.search(r'story__reactions">.*?1', read, re.DOTALL)


def test_all_authors_are_named_and_guests_have_no_page(client, published, lena, kofi):
    name_authors(published, [Named(lena), Named(kofi), Named(name="Mama Régine")])
    read = page(client, published.original().get_absolute_url())
    assert "Lena_M%C3%BCller" in read
    assert "Kofi_Mensah" in read
    assert '<bdi translate="no">Mama Régine</bdi>' in read
    assert "Mama_R" not in read


def test_languages_stand_in_a_row_and_each_edition_names_the_others(client, translated, published):
    original = published.original()
    read = page(client, translated.get_absolute_url())
    assert "A week at the fair of Yaoundé" in read
    assert "translated by" in read
    assert (
        f'<link rel="alternate" hreflang="fr" href="{settings.ORIGIN}{original.get_absolute_url()}">' in read
    )
    assert f'hreflang="x-default" href="{settings.ORIGIN}{original.get_absolute_url()}"' in read
    short_way = f"{original.get_absolute_url()}en/"
    assert unquote(client.get(short_way).url) == unquote(translated.get_absolute_url())
    assert client.get(f"{original.get_absolute_url()}sw/").status_code == 404


def test_a_translation_that_the_original_has_left_behind_says_so(client, translated, published, lena, elena):
    changed = Words(**{**vars(WORDS), "text": WORDS.text.replace("six", "sept")})
    save_text(published.original(), changed, by=lena, began=1)
    look_again(published, by=elena)
    take_step(published, "correct", by=elena, reason="La table était montée à sept heures.")
    assert "This translation still says what it said before" in page(client, translated.get_absolute_url())
    original = page(client, published.original().get_absolute_url())
    assert "This translation still says" not in original
    assert "La table était montée à sept heures." in original
    assert "sept heures" in original


def test_a_story_that_was_taken_back_says_why_at_its_address(client, published, elena, kofi):
    address = published.original().get_absolute_url()
    take_step(published, "unpublish", by=elena, reason="Une source s’est trompée.")
    gone = page(client, address, 410)
    assert "Une source s’est trompée." in gone
    assert WORDS.title not in gone
    assert published.desk_url not in gone
    client.force_login(kofi)
    assert published.desk_url in page(client, address, 410)
    assert address not in page(client, reverse("blog:home"))


def test_what_was_never_published_is_not_there(client, draft, in_review):
    assert client.get(f"/blog/2026/11/{draft.original().slug}/").status_code == 404
    assert client.get("/blog/2026/11/nothing/").status_code == 404
    assert client.get("/blog/2026/13/nothing/").status_code == 404


def test_data_for_machines_cannot_leave_its_element(client, published, elena, lena):
    title = 'Ende </script><script>alert("x")</script> & <!--'
    save_text(published.original(), Words(**{**vars(WORDS), "title": title}), by=lena, began=1)
    look_again(published, by=elena)
    take_step(published, "correct", by=elena, reason="Un titre.")
    read = page(client, published.original().get_absolute_url())
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', read, re.DOTALL)
    told = json.loads(data)
    assert told["headline"] == title
    assert told["@type"] == "Article"
    assert told["author"][0]["name"] == "Lena Müller"
    assert "<script>alert" not in read


def test_an_outline_needs_three_headings_and_names_each_once():
    html = '<h3>One</h3><p>a</p><h4 lang="fr" dir="ltr">Deux</h4><h3>One</h3><h3>Four &amp; five</h3>'
    text, outline = outlined(html)
    assert '<h2 id="h-one">One</h2>' in text
    assert '<h3 id="h-deux" lang="fr" dir="ltr">Deux</h3>' in text
    assert [(one.anchor, one.words, one.deeper) for one in outline] == [
        ("h-one", "One", False),
        ("h-deux", "Deux", True),
        ("h-one-2", "One", False),
        ("h-four-five", "Four & five", False),
    ]
    assert outlined("<h3>One</h3><h3>Two</h3>")[1] == []


def test_a_page_of_a_story_costs_the_same_however_much_is_said(
    client, published, kofi, django_assert_max_num_queries
):
    address = published.original().get_absolute_url()
    say(published.topic, *((kofi, f"Réponse {n}") for n in range(1, 9)))
    with django_assert_max_num_queries(21):
        page(client, address)


def test_the_short_address_leads_to_the_original_or_the_desk(client, published, lena):
    assert unquote(client.get(f"/s/{published.pk}/").url) == unquote(published.original().get_absolute_url())
