"""A page about this place that is older than its original says so, and leads to what changed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.discuss.actions.editing import edit_post
from space.kit import clock
from space.pages.wiki.actions import begin_page
from space.pages.wiki.texts import GUIDELINES

OLDER = "This translation is older than the original of"


def page(client, language: str) -> str:
    return client.get("/guidelines/", {"lang": language}, headers={"Accept-Language": "en"}).content.decode()


def said(client, language: str) -> bool:
    """By its mark: the sentence itself is in the language of the page."""
    return "cdx-message--warning text-behind" in page(client, language)


@pytest.fixture
def write(rosa):
    """Each a day after the one before, so that no edit counts as the same as the last."""
    days = iter(range(1, 20))

    def written(language: str, text: str):
        with clock.at(clock.now() + timedelta(days=next(days))):
            post = begin_page(GUIDELINES, language, by=rosa)
            return edit_post(post, by=rosa, text=text, title="G", language=language)

    return written


def test_what_comes_with_space_is_as_old_as_itself_until_somebody_changes_one_language(client, rosa, write):
    assert not any(said(client, code) for code in ("ar", "en", "fr"))
    begin_page(GUIDELINES, "fr", by=rosa)
    assert not any(said(client, code) for code in ("ar", "en", "fr"))
    write("fr", "Soyez bons.")
    assert OLDER in page(client, "en")
    assert [said(client, code) for code in ("ar", "en", "fr")] == [True, True, False]
    # It still says what comes with Space, though it was begun later.
    begin_page(GUIDELINES, "ar", by=rosa)
    assert said(client, "ar")


def test_it_leads_to_the_original_and_to_what_changed_there_since(client, rosa, lena, write):
    write("fr", "Soyez bons.")
    write("en", "Be good.")
    assert not said(client, "en")
    post = write("fr", "Soyez bons et **patients**.")
    read = page(client, "en")
    assert 'href="/guidelines/?lang=fr"' in read
    history = reverse("discuss:history", args=[post.topic.slug, post.topic_id, 1])
    assert f'href="{history}?from=2&amp;to=3"' in read
    changes = client.get(f"{history}?from=2&to=3").content.decode()
    assert "<ins>" in changes
    assert not said(client, "fr")
    write("en", "Be good and patient.")
    assert not said(client, "en")


def test_who_may_edit_it_is_led_to_the_form(client, rosa, lena, write):
    write("fr", "Soyez bons.")
    post = write("en", "Be good.")
    write("fr", "Soyez bons et patients.")
    edit = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, 1])
    for person, led in ((lena, False), (rosa, True)):
        client.force_login(person)
        told = page(client, "en").partition("text-behind")[2].partition("</div></div>")[0]
        assert "What changed" in told
        assert (edit in told) is led


def test_the_language_that_was_written_first_is_the_original_however_much_others_are_changed(client, write):
    write("en", "Be good.")
    write("fr", "Soyez bons et patients.")
    assert not said(client, "en")
    assert not said(client, "fr")


def test_a_kept_page_is_made_anew_when_its_original_changes(client, write):
    original = write("fr", "Soyez bons.")
    assert f"topic:{original.topic_id}" in client.get("/guidelines/?lang=en").headers["X-Space-Tags"].split()


def test_it_costs_nothing_where_nothing_is_behind(client, write, hearing, django_assert_num_queries):
    write("fr", "Soyez bons.")
    with django_assert_num_queries(1):
        page(client, "fr")
    with django_assert_num_queries(2):
        page(client, "en")
