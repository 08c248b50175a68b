"""Wiki posts: who makes them, who edits them, and what the post says of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.discuss.actions import (
    appoint,
    arrange_category,
    close_topic,
    edit_post,
    end_wiki,
    hide_post,
    make_wiki,
    start_topic,
    write_reply,
)
from space.discuss.models import Door, Post, Revision, Topic
from space.discuss.permissions import can_edit, can_make_wiki
from space.groups.actions import admit
from space.kit import clock
from space.moderation.actions import penalise
from space.moderation.models import LogEntry, Measure
from space.testing.cast import make


def posts_of(topic):
    return (
        Post.objects.for_actions()
        .select_related("topic__category", "topic__closure", "author")
        .filter(topic=topic)
    )


def first(topic):
    return posts_of(topic).get(number=1)


@pytest.fixture
def people(lena, amina, kofi, rosa, viktor, topic):
    """One of each kind that the tables name."""
    silenced = make("Silenced")
    until = timezone.now() + timedelta(days=1)
    penalise(silenced, Measure.SILENCE, by=rosa, until=until, reason="Insults")
    corner = make("Looks after the corner")
    appoint(corner, topic.category, by=rosa)
    trusted = {f"trust {int(trust)}": make(f"With trust {int(trust)}", trust=trust) for trust in Trust}
    return {
        **trusted,
        "author": lena,
        "author, new": amina,
        "silenced": silenced,
        "suspended": viktor,
        "moderator": rosa,
        "moderator here": corner,
    }


ALL = {"trust 0", "trust 1", "trust 2", "trust 3", "trust 4", "author", "silenced", "suspended"}
STAFF = {"moderator", "moderator here"}
EDITORS = {
    "a post of today": {"author", *STAFF},
    "a post of last year": STAFF,
    "a wiki of today": {"trust 1", "trust 2", "trust 3", "trust 4", "author", *STAFF},
    "a wiki of last year": {"trust 1", "trust 2", "trust 3", "trust 4", "author", *STAFF},
    "a closed wiki": STAFF,
    "a wiki where moderators answer": STAFF,
    "an archived one": set(),
}


def post_for(what, topic, rosa):
    post = first(topic)
    post.is_wiki = "wiki" in what
    if "year" in what:
        post.created_at -= timedelta(days=365)
    if "closed" in what:
        close_topic(topic, by=rosa)
        closed = first(topic)
        closed.is_wiki = True
        return closed
    if "moderators" in what:
        post.topic.category.who_replies = Door.MODERATORS
    if "archived" in what:
        post.topic.kind, post.is_wiki = "archived", True
    return post


@pytest.mark.parametrize("what", EDITORS)
def test_who_may_edit(people, topic, rosa, nobody, hearing, what, django_assert_num_queries):
    post = post_for(what, topic, rosa)
    readers = {name: reader_of(person) for name, person in people.items() if name != "author, new"}
    with django_assert_num_queries(0):
        may = {name for name, reader in readers.items() if can_edit(reader, post)}

    assert may == EDITORS[what]
    assert not can_edit(nobody, post)


@pytest.mark.parametrize("what", EDITORS)
def test_who_may_make_a_wiki(people, topic, rosa, nobody, what):
    post = post_for(what, topic, rosa)
    may = {name for name, person in people.items() if can_make_wiki(reader_of(person), post)}

    closed, archived = "closed" in what, "archived" in what
    assert may == (set() if archived else STAFF if closed else {"author", *STAFF})
    assert not can_make_wiki(nobody, post)


def test_a_newcomer_edits_their_own_wiki_for_a_day_and_makes_none(amina, topic):
    post = first(topic)
    post.author, post.is_wiki = amina, True

    assert can_edit(reader_of(amina), post)
    assert not can_make_wiki(reader_of(amina), post)
    post.created_at -= timedelta(days=2)
    assert not can_edit(reader_of(amina), post)


def test_a_wiki_of_a_closed_group_is_edited_by_its_members_alone(client, secret, kofi, lena, circle):
    make_wiki(first(secret), by=kofi)
    other = make("Another of the circle")
    admit(circle, other)
    address = reverse("discuss:edit", args=[secret.slug, secret.pk, 1])
    found = {}
    for person in (lena, other):
        client.force_login(person)
        found[person] = client.get(address).status_code

    assert found == {lena: 404, other: 200}


def test_an_author_makes_a_wiki_and_takes_it_back_on_the_page(client, topic, lena):
    client.force_login(lena)
    address = reverse("discuss:wiki", args=[topic.slug, topic.pk, 1])
    assert "Let members edit it" in client.get(address).content.decode()
    before = Topic.objects.for_actions().get(pk=topic.pk).version, first(topic).version

    assert client.post(address).url == f"{topic.get_absolute_url()}#p1"
    assert first(topic).is_wiki
    assert (Topic.objects.for_actions().get(pk=topic.pk).version, first(topic).version) > before
    assert "End editing together" in client.get(address).content.decode()
    client.post(address, {"end": "1"})
    assert not first(topic).is_wiki


def test_making_a_wiki_twice_is_making_it_once(topic, lena):
    made = make_wiki(make_wiki(first(topic), by=lena), by=lena)
    ended = end_wiki(end_wiki(made, by=lena), by=lena)

    assert not ended.is_wiki
    entries = LogEntry.objects.filter(thing_kind="discuss.post").order_by("pk")
    assert [entry.what for entry in entries] == ["wiki-began", "wiki-ended"]


def test_a_member_edits_and_the_post_stays_its_authors(client, topic, lena, kofi):
    make_wiki(first(topic), by=lena)
    client.force_login(kofi)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "Wiki: members edit this together" in page
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    assert address in page

    form = {"title": topic.title, "text": "We know three ways.", "language": "en", "summary": "What we know"}
    client.post(address, form)
    post = first(topic)
    assert (post.source, post.author) == ("We know three ways.", lena)
    kept = Revision.objects.get()
    assert (kept.by, kept.summary) == (kofi, "What we know")
    assert not LogEntry.objects.filter(what="post-edited").exists()


def test_the_post_says_how_often_it_was_edited_and_by_how_many(client, topic, lena, kofi, rosa):
    make_wiki(first(topic), by=lena)
    for number, person in enumerate([kofi, rosa, kofi]):
        edit_post(first(topic), by=person, text=f"Way number {number}.")

    page = client.get(topic.get_absolute_url()).content.decode()
    assert "edited 3 times by 2 people" in page
    end_wiki(first(topic), by=lena)
    assert "edited 3 times" not in client.get(topic.get_absolute_url()).content.decode()


def test_every_version_of_a_wiki_is_kept_but_for_the_last_editors_second_thoughts(topic, lena, kofi):
    post = make_wiki(first(topic), by=lena)
    edit_post(post, by=kofi, text="First words of Kofi.")
    edit_post(post, by=kofi, text="Second thoughts of Kofi.")
    edit_post(post, by=lena, text="Words of Lena.")
    edit_post(post, by=kofi, text="Kofi again.")
    with clock.at(timezone.now() + timedelta(minutes=6)):
        edit_post(post, by=kofi, text="Kofi much later.")

    kept = [revision.source for revision in Revision.objects.in_order()]
    assert kept[1:] == ["Second thoughts of Kofi.", "Words of Lena.", "Kofi again."]


def test_what_one_says_of_an_edit_is_kept_in_the_first_minutes_too(topic, lena):
    edit_post(first(topic), by=lena, text="Other words.", summary="I was wrong")

    assert Revision.objects.get().summary == "I was wrong"


def test_after_a_moderators_edit_the_authors_next_one_is_kept(topic, lena, rosa):
    edit_post(first(topic), by=rosa, text="Kinder words.")
    edit_post(first(topic), by=lena, text="My words again.")

    assert [revision.by for revision in Revision.objects.in_order()] == [rosa, lena]


def test_who_may_not_edit_sees_no_button(client, topic, lena, kofi, amina, rosa):
    make_wiki(first(topic), by=lena)
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    for person in (None, amina):
        if person:
            client.force_login(person)
        assert address not in client.get(topic.get_absolute_url()).content.decode()
    close_topic(topic, by=rosa)
    client.force_login(kofi)
    assert address not in client.get(topic.get_absolute_url()).content.decode()


def test_an_author_whose_time_is_over_is_led_to_others(client, topic, lena):
    with clock.at(timezone.now() + timedelta(days=40)):
        client.force_login(lena)
        page = client.get(topic.get_absolute_url()).content.decode()

    assert reverse("discuss:edit", args=[topic.slug, topic.pk, 1]) not in page
    assert reverse("discuss:wiki", args=[topic.slug, topic.pk, 1]) in page


def test_a_hidden_wiki_is_nobodys(client, topic, lena, kofi, rosa):
    reply = write_reply(topic, by=kofi, text="A list.")
    make_wiki(reply, by=kofi)
    hide_post(reply, by=rosa)
    client.force_login(lena)

    for name in ("edit", "wiki", "history"):
        assert client.get(reverse(f"discuss:{name}", args=[topic.slug, topic.pk, 2])).status_code == 404


def test_a_wiki_in_a_room_where_moderators_answer_is_theirs(ada, lena, kofi):
    room = arrange_category("news", by=ada, name="News", who_replies=Door.MODERATORS)
    topic = start_topic(room, by=lena, title="News of the week", text="None so far.")

    assert not can_edit(reader_of(kofi), make_wiki(first(topic), by=lena))
