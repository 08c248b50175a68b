"""The topic that says what a category is for."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from space.accounts.readers import reader_of
from space.discuss.actions import (
    arrange_category,
    change_category,
    choose_about,
    drop_about,
    edit_post,
    make_about,
    start_topic,
)
from space.discuss.actions.about import title_of
from space.discuss.models import Audience, Category, Pin, Post, Revision, Topic
from space.discuss.permissions import can_edit, can_reply
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry

WORDS = "Ask what you like. Nothing is too small."


def fresh(category):
    return Category.objects.for_actions().select_related("about").get(pk=category.pk)


@pytest.fixture
def described(ada, questions):
    return change_category(questions, by=ada, description=WORDS, language="en")


@pytest.fixture
def about(ada, described):
    return make_about(described, by=ada)


def test_it_is_made_of_the_description_pinned_and_leads_the_category(client, about, described, lena):
    assert (about.title, about.posts.get().source) == ("What “Questions” is for", WORDS)
    assert not Pin.objects.get(topic=about).everywhere
    page = client.get(described.get_absolute_url()).content.decode()
    assert f'href="{about.get_absolute_url()}"' in page.partition('class="topics"')[0]
    Bucket.objects.all().delete()
    start_topic(described, by=lena, title="Something much newer", text="Words.")
    page = client.get(described.get_absolute_url()).content.decode()
    assert page.index(about.title) < page.index("Something much newer")


def test_it_does_not_stand_on_top_of_the_category_above(client, about, described, ada, lena):
    above = arrange_category("above", by=ada, name="Above")
    change_category(described, by=ada, parent=above)
    Bucket.objects.all().delete()
    start_topic(described, by=lena, title="Something much newer", text="Words.")
    page = client.get(above.get_absolute_url()).content.decode()
    assert page.index("Something much newer") < page.index(about.title)


def test_it_is_an_ordinary_topic(about, lena, ada):
    assert can_reply(reader_of(lena), about)
    first = Post.objects.for_actions().select_related("topic__category", "topic__closure").get(topic=about)
    assert can_edit(reader_of(ada), first)
    assert not can_edit(reader_of(lena), first)


def test_it_cannot_be_made_of_nothing(ada, questions):
    with pytest.raises(ValidationError, match="description first"):
        make_about(questions, by=ada)


def test_making_it_twice_makes_one(ada, rosa, described):
    key = uuid4()
    topics = {make_about(described, by=ada, key=key).pk for _ in range(2)}
    assert topics == {make_about(described, by=rosa).pk}
    assert LogEntry.objects.filter(what="about-chosen").count() == 1


def test_another_topic_of_the_category_can_be_chosen(ada, about, described, lena):
    other = start_topic(described, by=lena, title="Read this before you ask", text="Words.")
    for _ in range(2):
        choose_about(described, other, by=ada)
    assert fresh(described).about == other
    assert Pin.objects.get().topic == other
    assert LogEntry.objects.filter(what="about-chosen").count() == 2


def test_a_topic_from_elsewhere_or_a_deleted_one_is_refused(ada, described, topic, lena):
    events = arrange_category("events", by=ada, name="Events")
    with pytest.raises(ValidationError, match="does not stand"):
        choose_about(events, topic, by=ada)
    Topic.objects.for_actions().update(audience=Audience.NOBODY)
    with pytest.raises(ValidationError, match="does not stand"):
        choose_about(described, topic, by=ada)
    assert fresh(described).about is None


def test_letting_it_go_leaves_the_topic(client, ada, about, described):
    for _ in range(2):
        drop_about(described, by=ada)
    assert fresh(described).about is None
    assert not Pin.objects.exists()
    assert client.get(about.get_absolute_url()).status_code == 200
    assert LogEntry.objects.filter(what="about-dropped").count() == 1


def test_a_deleted_topic_is_linked_no_more_and_another_can_be_made(client, ada, about, described):
    Topic.objects.for_actions().update(audience=Audience.NOBODY)
    assert about.get_absolute_url() not in client.get(described.get_absolute_url()).content.decode()
    Bucket.objects.all().delete()
    assert make_about(described, by=ada) != about


def test_a_new_description_changes_its_first_post_only_if_one_wants(ada, about, described):
    change_category(described, by=ada, description="Ask in any language.")
    assert about.posts.get().source == WORDS
    with clock.at(clock.now() + timedelta(hours=1)):
        change_category(described, by=ada, description="Ask, and answer.", about_too=True)
    assert about.posts.get().source == "Ask, and answer."
    assert Revision.objects.get().source == WORDS


def test_a_change_that_the_topic_cannot_follow_is_not_made_at_all(ada, about, described, monkeypatch):
    def refuse(*args, **kwargs):
        raise ValidationError("Too many edits.")

    monkeypatch.setattr("space.discuss.actions.about.edit_post", refuse)
    with pytest.raises(ValidationError):
        change_category(described, by=ada, description="Other words.", about_too=True)
    assert fresh(described).description == WORDS


def test_its_title_may_be_changed_and_links_follow(client, ada, about, described):
    edit_post(about.posts.get(), by=ada, text=WORDS, title="Before you ask here")
    about.refresh_from_db()
    page = client.get(described.get_absolute_url()).content.decode()
    assert f'href="{about.get_absolute_url()}"' in page


def test_a_closed_groups_about_topic_stays_inside(client, ada, kofi, lena, hideout):
    about = make_about(hideout, by=kofi)
    assert about.audience == Audience.GROUP
    client.force_login(lena)
    assert client.get(about.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("language", ["", "en", "fr", "pa", "nonsense"])
def test_its_title_names_the_category_in_every_language(db, language):
    assert "ਪੰਜਾਬੀ" in title_of(Category(name="ਪੰਜਾਬੀ", language=language))
