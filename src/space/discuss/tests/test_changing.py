"""Titles, tags and categories that change, with what was before; and who may read it then."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.accounts.models import Trust
from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss.actions import (
    add_synonym,
    add_tags,
    appoint,
    arrange_category,
    change_category,
    change_topic,
    close_topic,
    delete_category,
    edit_post,
    make_tag,
    make_tag_group,
    move_topic,
    pin_topic,
    reopen_topic,
    unlist_topic,
)
from space.discuss.actions.recounting import differences
from space.discuss.models import Category, Deed, Pin, Post, ReadMark, Topic
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.kit import clock
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.testing.rooms import MARKER, say
from space.web import fragments


@pytest.fixture
def other(ada):
    return arrange_category("other", by=ada, name="Other things")


def fresh(topic):
    return Topic.objects.for_actions().select_related("category").get(pk=topic.pk)


def numbers(category):
    kept = Category.objects.for_actions().get(pk=category.pk)
    return kept.topics_count, kept.posts_count


def form_of(client, topic, **changed):
    """What the browser sends: the fields as they were shown, and as they are now."""
    address = reverse("discuss:change", args=[topic.slug, topic.pk])
    tags = ", ".join(topic.tags.values_list("name", flat=True).order_by("name"))
    shown = {"title": topic.title, "category": topic.category_id, "tags": tags}
    return address, {f"initial-{name}": value for name, value in shown.items()} | shown | changed


def test_the_page_changes_title_category_and_tags_at_once(client, topic, other, lena, ada):
    for word in ("sources", "paper", "ورق"):
        make_tag(word, by=ada)
    client.force_login(lena)
    new = {"title": "  Paper only:  how to check? ", "category": other.pk, "tags": "sources, #Paper،ورق"}
    answer = client.post(*form_of(client, topic, **new))

    now = fresh(topic)
    assert answer.url == now.get_absolute_url()
    assert (now.title, now.slug) == ("Paper only: how to check?", "paper-only-how-to-check")
    assert (now.category, sorted(tag.name for tag in now.tags.all())) == (other, ["paper", "sources", "ورق"])
    assert (now.deeds_count, differences()) == (3, [])
    page = client.get(now.get_absolute_url()).content.decode()
    assert "changed the title from" in page
    assert '<bdi lang="en">How do you check a source that is only on paper?</bdi>' in page
    assert "moved this from" in page
    assert client.get(topic.get_absolute_url()).url == now.get_absolute_url()


def test_a_form_that_cannot_be_saved_comes_back_with_what_was_typed(client, topic, lena):
    client.force_login(lena)
    answer = client.post(*form_of(client, topic, title="Hm", tags="one, two"))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="Hm"' in page
    assert 'value="one, two"' in page
    assert "A title needs at least" in page
    assert not Deed.objects.exists()


def test_tags_are_asked_as_in_a_new_topic_but_those_that_are_there_may_stay(client, topic, lena, rosa, ada):
    add_tags(topic, ["strange"], by=rosa, at_most=8)
    add_synonym(make_tag("maps", by=ada), "charts", by=ada)
    client.force_login(lena)
    answer = client.post(*form_of(client, topic, tags="strange, chart"))
    assert answer.status_code == 422
    assert "“chart” is no tag here yet. Did you mean \u2068maps\u2069?" in answer.content.decode()

    assert client.post(*form_of(client, topic, tags="strange, charts")).status_code == 302
    assert sorted(topic.tags.values_list("name", flat=True)) == ["maps", "strange"]


def test_a_topic_that_has_more_tags_than_it_may_keeps_them_when_one_goes(topic, rosa, ada):
    add_tags(topic, ["a1", "a2", "a3", "a4"], by=rosa, at_most=8)
    change_setting(TAGS_A_TOPIC, 2, by=ada)
    change_topic(fresh(topic), by=rosa, tags=["a2", "a3", "a4"])
    assert topic.tags.count() == 3


def test_of_some_groups_no_second_tag_comes_to_a_topic(topic, rosa, ada):
    asks = make_tag_group("What it asks for", by=ada, one_a_topic=True)
    for word in ("bug", "proposal"):
        make_tag(word, by=ada, group=asks)
    add_tags(topic, ["bug"], by=rosa, at_most=8)
    add_tags(fresh(topic), ["proposal", "maps"], by=rosa, at_most=8)
    assert sorted(topic.tags.values_list("name", flat=True)) == ["bug", "maps"]


def test_nothing_moves_into_a_category_that_just_went(topic, rosa, ada, other, questions):
    delete_category(other, by=ada)
    with pytest.raises(ValidationError, match="is gone"):
        move_topic(topic, other, by=rosa)
    assert (fresh(topic).category, differences()) == (questions, [])


def test_a_topic_that_moves_stands_in_lists_as_its_category_does_by_then(topic, rosa, ada, other):
    seen = Category.objects.for_actions().get(pk=other.pk)
    change_category(other, by=ada, suppressed_from_latest=True)
    move_topic(topic, seen, by=rosa)
    assert (fresh(topic).listed, differences()) == (False, [])


def test_saving_what_is_there_changes_nothing(client, topic, lena):
    before = fresh(topic).version
    client.force_login(lena)
    assert client.post(*form_of(client, topic)).status_code == 302
    assert (fresh(topic).version, Deed.objects.count()) == (before, 0)


def test_two_who_change_different_things_both_have_their_way(client, topic, other, lena, rosa):
    first, second = form_of(client, topic, title="A better title for it"), form_of(client, topic, tags="maps")
    client.force_login(lena)
    client.post(*first)
    client.force_login(rosa)
    client.post(*second)

    now = fresh(topic)
    assert (now.title, [tag.name for tag in now.tags.all()]) == ("A better title for it", ["maps"])
    assert [deed.by for deed in Deed.objects.order_by("pk")] == [lena, rosa]


def test_the_time_of_the_author_is_over_but_the_text_is_not_lost(client, topic, lena):
    client.force_login(lena)
    address, data = form_of(client, topic, title="A better title for it")
    Topic.objects.for_actions().update(created_at=clock.now() - timedelta(days=40))

    assert client.get(address).status_code == 403
    answer = client.post(address, data)
    assert (answer.status_code, "A better title for it" in answer.content.decode()) == (422, True)


def test_a_regular_changes_what_others_began(client, topic):
    client.force_login(make("Vera Regular", trust=Trust.REGULAR))
    assert client.post(*form_of(client, topic, tags="sources")).status_code == 302
    assert [tag.name for tag in topic.tags.all()] == ["sources"]


def test_moving_takes_the_numbers_along(topic, questions, other, lena, kofi, rosa):
    say(topic, (kofi, "One."), (lena, "Two."))
    pin_topic(topic, by=rosa)
    move_topic(topic, other, by=rosa)

    assert (numbers(questions), numbers(other)) == ((0, 0), (1, 3))
    assert Category.objects.for_actions().get(pk=questions.pk).last_posted_at is None
    assert Category.objects.for_actions().get(pk=other.pk).last_posted_at == fresh(topic).last_posted_at
    assert Pin.objects.get().topic_id == topic.pk
    assert differences() == []


def test_where_it_stands_follows_the_category_but_unlisted_stays_unlisted(topic, questions, rosa, ada):
    quiet = arrange_category("quiet", by=ada, name="Quiet", suppressed_from_latest=True)
    move_topic(topic, quiet, by=rosa)
    assert not fresh(topic).listed
    move_topic(fresh(topic), questions, by=rosa)
    assert fresh(topic).listed
    unlist_topic(fresh(topic), by=rosa)
    move_topic(fresh(topic), quiet, by=rosa)
    move_topic(fresh(topic), questions, by=rosa)
    assert not fresh(topic).listed


def test_what_a_category_is_about_stays_behind(topic, questions, other, rosa):
    Category.objects.for_actions().filter(pk=questions.pk).update(about=topic)
    move_topic(topic, other, by=rosa)
    assert Category.objects.for_actions().get(pk=questions.pk).about is None


def test_into_a_closed_group_it_is_gone_for_all_others_at_once(client, topic, hideout, lena, kofi, ada):
    say(topic, (kofi, "One."), (lena, "Two."), (kofi, "Three."))
    assert ReadMark.objects.filter(topic=topic, unread_at__isnull=False).count() == 1
    appoint(kofi, topic.category, by=ada)
    client.force_login(kofi)
    client.post(*form_of(client, topic, category=hideout.pk))

    assert (fresh(topic).audience, fresh(topic).group) == ("group", hideout.group)
    assert set(ReadMark.objects.filter(topic=topic).values_list("group", flat=True)) == {hideout.group_id}
    assert not Topic.objects.visible_to(reader_of(lena)).exists()
    assert not Post.objects.visible_to(NOBODY).exists()
    assert client.get(topic.get_absolute_url()).status_code == 200
    client.force_login(lena)
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert differences() == []


def test_only_a_move_to_other_readers_empties_all_that_is_kept(topic, other, hideout, rosa, monkeypatch):
    told = []
    monkeypatch.setattr("space.web.versions.bump", lambda *tags: told.append(tags))
    move_topic(topic, other, by=rosa)
    assert "everything" not in {tag for tags in told for tag in tags}
    assert {f"category:{topic.category_id}", f"category:{other.pk}", "rooms", "lists"} <= set(told[-1])
    move_topic(fresh(topic), hideout, by=rosa)
    assert "everything" in told[-1]


def test_out_of_a_closed_group_only_with_an_express_yes(client, secret, hideout, questions, kofi, ada):
    client.force_login(kofi)
    refused = client.post(*form_of(client, secret, category=questions.pk, wider="on"))
    assert (refused.status_code, fresh(secret).audience) == (422, "group")

    appoint(kofi, hideout, by=ada)
    asked = client.post(*form_of(client, secret, category=questions.pk))
    assert (asked.status_code, "Say here that you want this." in asked.content.decode()) == (422, True)
    assert fresh(secret).audience == "group"

    client.post(*form_of(client, secret, category=questions.pk, wider="on"))
    assert (fresh(secret).audience, fresh(secret).group) == ("public", None)
    codes = {"out_of": hideout.pk, "into": questions.pk, "wider": 1}
    assert LogEntry.objects.get(what="topic-moved").codes == codes
    assert differences() == []


def test_who_may_not_know_of_a_category_is_not_told_its_name(client, secret, hideout, questions, kofi, ada):
    move_topic(secret, questions, by=ada)
    page = client.get(fresh(secret).get_absolute_url()).content.decode()
    assert "moved this to" in page
    assert hideout.name not in page
    assert hideout.slug not in page

    client.force_login(kofi)
    inside = client.get(fresh(secret).get_absolute_url()).content.decode()
    assert "moved this from" in inside
    assert f"{MARKER} room" in inside


def test_who_looked_at_it_before_somebody_moved_it_is_asked_to_look_again(topic, other, hideout, rosa, ada):
    seen = fresh(topic)
    move_topic(topic, other, by=rosa)
    with pytest.raises(ValidationError) as refused:
        move_topic(seen, hideout, by=ada)
    assert refused.value.code == "moved"
    assert fresh(topic).category == other


def test_an_author_who_edits_the_title_later_is_told_of_as_well(topic, lena):
    post = Post.objects.for_actions().get(topic=topic)
    edit_post(post, by=lena, text=post.source, title="A better title at once")
    assert not Deed.objects.exists()
    with clock.at(clock.now() + timedelta(hours=1)):
        edit_post(post, by=lena, text=post.source, title="A better title after an hour")
    deed = Deed.objects.get()
    assert (deed.what, deed.before) == ("retitled", "A better title at once")
    assert differences() == []


def test_a_title_that_a_moderator_hides_is_told_by_no_line(client, topic, lena, rosa):
    post = Post.objects.for_actions().get(topic=topic)
    with clock.at(clock.now() + timedelta(hours=1)):
        edit_post(post, by=lena, text=post.source, title="Call me at 555 0199")
        edit_post(post, by=rosa, text=post.source, title="How to check paper", hide_before=True)

    page = client.get(fresh(topic).get_absolute_url()).content.decode()
    assert "555 0199" not in page
    assert "changed the title. It was “" in page
    assert "changed the title to “" in page
    assert not Deed.objects.filter(before__contains="555").exists()


def test_deeds_stand_after_the_post_that_was_the_last_one_then(client, topic, kofi, lena, rosa, settings):
    settings.POSTS_PER_PAGE = 2
    say(topic, (kofi, "Two."), (kofi, "Three."))
    close_topic(topic, by=rosa, reason="Enough said.")
    reopen_topic(topic, by=rosa)
    say(topic, (lena, "Four."))

    first, second = (client.get(f"{topic.get_absolute_url()}?page={n}").content.decode() for n in (1, 2))
    assert "closed this" not in first
    places = [second.index(words) for words in ("Three.", "closed this", "opened this again", "Four.")]
    assert places == sorted(places)


def test_a_closing_that_holds_is_told_once(client, topic, rosa):
    close_topic(topic, by=rosa, reason="Enough said.")
    page = client.get(topic.get_absolute_url()).content.decode()
    assert (page.count("closed this"), page.count("Enough said.")) == (0, 1)


def test_pages_without_deeds_cost_nothing_more_and_those_with_them_one_query(
    client, topic, rosa, hearing, django_assert_num_queries
):
    client.get(topic.get_absolute_url())
    with django_assert_num_queries(2):
        client.get(topic.get_absolute_url())
    for title in ("A second title for it", "A third title for it"):
        change_topic(topic, by=rosa, title=title)
    fragments._store.clear()
    address = fresh(topic).get_absolute_url()
    client.get(address)
    with django_assert_num_queries(3):
        client.get(address)
