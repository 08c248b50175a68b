"""The page of search as people meet it, without JavaScript."""

from itertools import pairwise
from time import sleep
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from space.accounts.actions import narrow_list
from space.discuss.actions import add_tags, start_topic, write_reply
from space.limits.here import forget_here
from space.limits.models import Bucket
from space.search import allowances
from space.search.actions import survey
from space.search.asking import deadline
from space.search.models import Entry

PAGE = reverse("search:results")


@pytest.fixture
def found(client, questions, lena, kofi):
    """A conversation of three posts, one question in French, and somebody who looks."""
    topic = start_topic(questions, by=lena, title="Lanterns for a dark room", text="Which?", language="en")
    write_reply(topic, by=kofi, text="Lanterns with a hook are best.", language="en")
    write_reply(topic, by=lena, text="Two lanterns, then.", language="en")
    start_topic(questions, by=kofi, title="Des lanterns ou des bougies", text="Que prendre ?", language="fr")
    survey()
    return topic


@pytest.fixture
def look(client):
    def look(text, **more):
        answer = client.get(PAGE, {"q": text, **more})
        assert answer.status_code == 200
        return answer.content.decode()

    return look


def test_what_is_found_stands_once_for_each_topic_with_marks_and_its_language(found, look):
    page = look("lanterns")

    assert page.count('class="hit"') == 2
    assert "<mark>Lanterns</mark> for a dark room" in page
    assert "2 more in this topic" in page
    assert 'lang="fr" dir="ltr"' in page
    assert "4 matches" in page
    assert '<meta name="robots" content="noindex">' in page


def test_facets_change_the_text_and_nothing_else(found, look):
    page = look("lanterns lang:fr")

    assert "?q=lanterns+lang%3Afr%2Cen" in page
    assert 'href="/search/?q=lanterns"' in page
    assert page.count('class="hit"') == 1


def test_what_is_not_understood_is_told_and_the_rest_is_looked_for(found, look):
    page = look("lanterns langg:fr")

    assert "There is no filter" in page
    assert page.count('class="hit"') == 2


def test_within_a_topic_each_post_stands_for_itself_under_the_name_of_the_topic(found, look):
    page = look(f"topic:{found.pk} lanterns")

    assert page.count('class="hit"') == 3
    assert '<bdi lang="">Lanterns for a dark room</bdi>' in page


def test_where_nothing_is_found_each_filter_says_what_would_be_without_it(found, look):
    page = look("lanterns lang:de in:title")

    assert "Nothing was found." in page
    assert "without \u2068lang:de\u2069" in page
    assert 'lang="fr">français' in page.replace(" >", ">")


def test_what_ones_own_languages_hide_is_said(found, look, client, lena):
    lena.languages = ["fr"]
    lena.save()
    narrow_list(lena, "search", to_mine=True)
    client.force_login(lena)
    page = look("lanterns")

    assert page.count('class="hit"') == 1
    assert "3 matches are hidden" in page
    assert look("lanterns", languages="all").count('class="hit"') == 2


def test_a_page_after_the_last_says_nothing_wrong(found, look):
    assert look("lanterns", page="9").count('class="hit"') == 0


def test_the_page_of_a_tag_offers_to_search_within_it(client, found, lena):
    add_tags(found, ["light"], by=lena, at_most=5)
    page = client.get("/discuss/tag/light/").content.decode()

    assert 'href="/search/?q=tag%3Alight"' in page
    assert 'data-within="tag:light"' in page


def test_searching_too_much_is_explained_and_the_text_is_kept(client, found, settings):
    settings.SEARCHES_A_MINUTE_UNKNOWN = 2
    answers = [client.get(PAGE, {"q": "lanterns"}) for _ in range(20)]

    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) > 0
    assert 'value="lanterns"' in answers[-1].content.decode()
    assert "You can go on in" in answers[-1].content.decode()


def test_searching_writes_nothing_but_what_it_takes_of_the_allowance(
    client, found, lena, django_assert_max_num_queries
):
    client.force_login(lena)
    before = Entry.objects.count(), Bucket.objects.count()
    with django_assert_max_num_queries(20) as asked:
        client.get(PAGE, {"q": "lanterns"})

    writes = [
        one["sql"] for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]
    assert all("limits_bucket" in one for one in writes)
    assert (Entry.objects.count(), Bucket.objects.count()) == (before[0], before[1] + 1)


def test_the_box_in_the_bar_is_told_the_best_of_each_kind(client, found):
    forget_here()
    answer = client.get(
        reverse("search:instant"), {"q": "lanter", "within": f"topic:{found.pk}"}
    ).content.decode()

    assert answer.count('role="option"') == 4
    assert "In this topic" in answer
    assert 'data-told="2 suggestions"' in answer


def test_the_box_in_the_bar_asks_within_a_limit_of_its_own(client, db, monkeypatch):
    forget_here()
    monkeypatch.setattr(allowances, "INSTANT_A_MINUTE", lambda: 1)
    assert [client.get(reverse("search:instant"), {"q": "a"}).status_code for _ in range(2)] == [200, 429]
    forget_here()


def test_a_feed_of_a_search_is_the_newest_first(client, found):
    feed = ElementTree.fromstring(
        client.get(reverse("search:feed", args=["atom"]), {"q": "lanterns"}).content
    )
    titles = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")]

    assert titles[1].startswith("Des lanterns")


def test_a_browser_learns_how_to_search_here(client, db):
    page = client.get("/about/").content.decode()
    assert 'type="application/opensearchdescription+xml"' in page
    told = ElementTree.fromstring(client.get(reverse("search:description")).content)
    assert any("?q={searchTerms}" in one.get("template", "") for one in told)


def test_a_page_that_is_not_there_offers_to_search_for_its_words(client, db):
    page = client.get("/discuss/t/lanterns-in-the-dark/99/").content.decode()

    assert 'name="q" value="lanterns in the dark"' in page


def test_what_can_be_found_and_how_is_told_before_one_asks(client, found):
    page = client.get(PAGE).content.decode()

    assert "Conversations" in page
    assert "lang:en" in page


def test_the_fields_of_more_filters_become_the_text(client, found):
    answer = client.get(PAGE, {"fields": "1", "words": "lanterns", "languages": "fr"})

    assert answer.url == "/search/?q=lanterns+lang%3Afr"
    assert 'name="words" value="lanterns"' in client.get(answer.url).content.decode()


def test_the_fields_are_kept_without_words_and_never_with_those_of_somebody_else(found, look):
    first, second = look('lanterns "a hook" lang:en'), look("<b>hooks</b> in:title")

    assert 'name="phrase" value="a hook"' in first
    assert 'name="words" value="&lt;b&gt;hooks&lt;/b&gt;"' in second
    assert 'name="phrase" value=""' in second
    assert 'value="title" id="id_places_0" checked' in second
    assert "checked" not in first


@pytest.mark.parametrize("text", ["order:newest", "order:relevance", "order:newest in:first"])
def test_an_order_alone_has_a_feed(client, found, text):
    assert client.get(reverse("search:feed", args=["atom"]), {"q": text}).status_code == 200


def test_all_searches_of_a_page_have_the_time_of_one_together(client, found, monkeypatch, settings):
    settings.SEARCH_MILLISECONDS = 80
    given = []
    whole = deadline.Deadline.__init__

    def slow(self, milliseconds):
        given.append(milliseconds)
        sleep(0.03)
        whole(self, milliseconds)

    monkeypatch.setattr(deadline.Deadline, "__init__", slow)
    page = client.get(PAGE, {"q": "lanterns lang:en kind:conversation in:first category:questions"})

    assert page.status_code == 200
    assert len(given) <= 3
    assert all(later < one - 25 for one, later in pairwise(given))
    assert given[0] == 80
