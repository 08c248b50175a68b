"""Conversations that a story leads to, each alone in its paragraph, stand there as cards."""

from dataclasses import replace

import pytest
from django.conf import settings

from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.writing import begin_story
from space.discuss.actions.changing import change_topic
from space.discuss.embedding import with_cards
from space.testing.rooms import say
from space.testing.stories import WORDS


@pytest.fixture
def told(topic, secret, noor):
    """A text that names a public topic alone and in a sentence, and one of a closed group alone."""
    here, there = topic.get_absolute_url(), secret.get_absolute_url()
    text = f"Avant.\n\n{settings.ORIGIN}{here}\n\nVoir [ici]({here}) encore.\n\n[Là]({there})"
    story = begin_story(replace(WORDS, text=text), by=noor, language="fr")
    return story.original().current.html


def test_a_topic_alone_in_its_paragraph_is_a_card_as_it_is_now(told, topic, lena, kofi):
    say(topic, (kofi, "One"), (lena, "Two"))
    change_topic(topic, by=lena, title="What it is called by now")
    html, tags = with_cards(told, NOBODY)
    assert tags == (f"topic:{topic.pk}",)
    assert html.count("told-topic__title") == 1
    assert "What it is called by now" in html
    assert "2 replies" in html
    assert ">ici</a> encore." in html


def test_a_topic_of_a_closed_group_is_a_card_for_its_members_alone(told, secret, lena, kofi):
    for reader in (NOBODY, reader_of(lena)):
        html, tags = with_cards(told, reader)
        assert f"topic:{secret.pk}" not in tags
        assert secret.title not in html
    assert f"topic:{secret.pk}" in with_cards(told, reader_of(kofi)).tags


def test_a_text_without_such_links_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert with_cards("<p>Nothing <a href='/discuss/'>here</a></p>", NOBODY).tags == ()
