"""Posts that go to another topic: where they stand then, how they are reached, and what comes along."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.discuss.actions import (
    bookmark,
    change_category,
    choose_answer,
    delete_post,
    follow_topic,
    hide_post,
    make_about,
    mark_read,
    merge_topic,
    move_posts,
    react,
    save_draft,
    split_topic,
    write_reply,
)
from space.discuss.actions import start_topic as start_in_time
from space.discuss.actions.recounting import differences
from space.discuss.drafts.purposes import to_reply
from space.discuss.models import (
    Answer,
    Bookmark,
    Closure,
    Deed,
    Draft,
    Kind,
    Level,
    Link,
    Merger,
    Post,
    ReadMark,
    Response,
    Topic,
)
from space.discuss.steering.chosen import Chosen
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.search import reindexing
from space.testing.rooms import say


@pytest.fixture
def talk(topic, lena, kofi, rosa):
    """A topic of five posts: one asks, two answer, two speak of trains."""
    say(topic, (kofi, "Ask the archive."), (lena, "I did."), (kofi, "By train?"), (lena, "By night train."))
    return fresh(topic)


@pytest.fixture
def trains(questions, rosa):
    return start_topic(questions, by=rosa, title="Night trains of the world", text="Where do they go?")


def start_topic(room, **more):
    """One after the other, without the pause that people make."""
    Bucket.objects.all().delete()
    return start_in_time(room, **more)


def fresh(topic):
    return Topic.objects.for_actions().select_related("category", "group").get(pk=topic.pk)


def stands(topic):
    """The words of its posts by their numbers."""
    posts = Post.objects.for_actions().filter(topic=topic).in_order()
    return dict(posts.values_list("number", "source"))


def split(topic, chosen, by, **more):
    named = {"category": topic.category, "title": "Night trains to archives"} | more
    return split_topic(topic, Chosen.of(chosen), by=by, **named)


def is_true():
    assert differences() == []
    assert reindexing.differences() == []


def test_posts_that_are_split_off_are_a_topic_of_their_own_by_who_wrote_the_first(talk, kofi, rosa):
    new = split(talk, "4-", rosa, tags=["trains"])

    assert stands(new) == {1: "By train?", 2: "By night train."}
    assert (new.author, new.posts_count, new.excerpt) == (kofi, 2, "By train?")
    assert new.created_at == Post.objects.for_actions().get(topic=new, number=1).created_at
    assert [tag.name for tag in new.tags.all()] == ["trains"]
    assert (fresh(talk).posts_count, fresh(talk).last_number) == (3, 3)
    is_true()


def test_a_number_that_a_post_had_is_never_given_again(talk, lena, rosa):
    split(talk, "4-", rosa)
    Bucket.objects.all().delete()
    [post] = say(fresh(talk), (lena, "Back to paper."))

    assert post.number == 6
    is_true()


def test_old_addresses_lead_to_where_the_posts_are_now(client, talk, trains, rosa):
    new = split(talk, "4-", rosa)
    old = reverse("discuss:post", args=[talk.slug, talk.pk, 5])
    assert client.get(old).url == f"{new.get_absolute_url()}#p2"

    move_posts(new, Chosen.of("2"), trains, by=rosa)
    assert client.get(old).url == f"{trains.get_absolute_url()}#p2"
    assert client.get(reverse("discuss:post", args=[new.slug, new.pk, 2])).url == client.get(old).url


def test_both_places_tell_it_with_a_link_to_the_other(client, talk, rosa):
    new = split(talk, "4-", rosa)
    there, here = (client.get(one.get_absolute_url()).content.decode() for one in (new, talk))

    assert "moved 2 posts from here to" in here
    assert f'href="{new.get_absolute_url()}"' in here
    assert "moved 2 posts here from" in there
    assert f'href="{talk.get_absolute_url()}"' in there


def test_who_does_not_see_the_other_topic_is_not_told_which_it_is(client, talk, secret, lena, kofi, rosa):
    move_posts(talk, Chosen.of("4-5"), secret, by=rosa)

    client.force_login(lena)
    page = client.get(talk.get_absolute_url()).content.decode()
    assert "moved 2 posts from here to another topic." in page
    assert secret.title not in page
    assert client.get(reverse("discuss:post", args=[talk.slug, talk.pk, 4])).status_code == 404
    client.force_login(kofi)
    assert secret.title in client.get(talk.get_absolute_url()).content.decode()


def test_when_the_first_post_goes_the_next_one_opens_what_stays(client, talk, trains, kofi, rosa):
    hide_post(Post.objects.for_actions().get(topic=talk, number=2), by=rosa)
    move_posts(fresh(talk), Chosen.of("1"), trains, by=rosa)

    topic = fresh(talk)
    assert stands(topic) == {1: "I did.", 2: "Ask the archive.", 4: "By train?", 5: "By night train."}
    assert topic.excerpt == "I did."
    assert client.get(reverse("discuss:post", args=[talk.slug, talk.pk, 3])).url.endswith("#p1")
    is_true()


def test_when_all_goes_the_topic_is_merged_and_its_address_leads_on(client, talk, trains, lena, rosa):
    merge_topic(talk, trains, by=rosa)

    assert list(stands(trains)) == [1, 2, 3, 4, 5, 6]
    assert client.get(talk.get_absolute_url()).url == f"{trains.get_absolute_url()}#p2"
    assert client.get(reverse("discuss:short", args=[talk.pk])).url == f"{trains.get_absolute_url()}#p2"
    assert client.get(reverse("discuss:post", args=[talk.slug, talk.pk, 4])).url.endswith("#p5")
    page = client.get(trains.get_absolute_url()).content.decode()
    assert talk.title in page
    assert "go on here: 5 posts" in page
    assert talk.title not in client.get("/discuss/").content.decode()
    is_true()


def test_a_topic_that_is_merged_on_leads_all_the_way(client, talk, trains, secret, questions, lena, rosa):
    other = start_topic(questions, by=lena, title="Rails of all kinds", text="Narrow ones as well.")
    merge_topic(talk, trains, by=rosa)
    merge_topic(fresh(trains), other, by=rosa)

    assert client.get(talk.get_absolute_url()).url == f"{other.get_absolute_url()}#p3"
    assert set(Merger.objects.values_list("into", flat=True)) == {other.pk}
    is_true()


def test_posts_that_are_moved_back_get_their_numbers_back(talk, trains, rosa):
    before = stands(talk)
    move_posts(talk, Chosen.of("2, 4"), trains, by=rosa)
    move_posts(fresh(trains), Chosen.of("2-"), fresh(talk), by=rosa)

    assert stands(talk) == before
    assert list(stands(trains)) == [1]
    assert fresh(trains).highest_number == 1
    is_true()


def test_hidden_and_deleted_posts_come_along_out_of_sight(talk, kofi, rosa):
    delete_post(Post.objects.for_actions().get(topic=talk, number=4), by=rosa, reason="Spam")
    new = split(fresh(talk), "4-", rosa)

    assert stands(new) == {1: "By night train.", 2: "By train?"}
    assert new.posts_count == 1
    is_true()


def test_what_is_chosen_has_to_be_there(talk, trains, rosa):
    for chosen, code in (("9", "none"), ("", "none"), ("1-", "whole")):
        with pytest.raises(ValidationError) as refused:
            split(talk, chosen, rosa)
        assert refused.value.code == code
    with pytest.raises(ValidationError) as refused:
        move_posts(talk, Chosen.of("4"), talk, by=rosa)
    assert refused.value.code == "same"


def test_a_second_moderator_who_chose_the_same_is_told(talk, trains, rosa, ada):
    split(talk, "4-", rosa)
    with pytest.raises(ValidationError) as refused:
        move_posts(talk, Chosen.of("3-5"), trains, by=ada, seen=3)
    assert refused.value.code == "changed"


def test_an_accepted_answer_stays_one_in_a_question_and_else_is_told_to_be_none(
    questions, talk, lena, kofi, rosa
):
    asked = start_topic(questions, by=lena, title="Who has a key?", text="To the box.", kind=Kind.QUESTION)
    [post] = say(asked, (kofi, "I have one."))
    choose_answer(post, by=lena)
    other = start_topic(questions, by=kofi, title="Who has the key?", text="Well?", kind=Kind.QUESTION)
    move_posts(fresh(asked), Chosen.of("2"), other, by=rosa)
    assert Answer.objects.get().topic == other

    move_posts(fresh(other), Chosen.of("2"), talk, by=rosa)
    assert not Answer.objects.exists()
    told = Deed.objects.filter(topic=other).order_by("pk").values_list("what", flat=True)
    assert list(told) == ["joined", "unanswered", "parted"]


def test_reactions_bookmarks_and_answers_come_along(client, talk, lena, kofi, rosa):
    post = Post.objects.for_actions().select_related("topic").get(topic=talk, number=4)
    react(post, by=lena, kind=Response.THANKS)
    bookmark(post, by=lena, note="Trains")
    Bucket.objects.all().delete()
    write_reply(talk, by=lena, text="A reply to that.", reply_to=post)
    new = split(fresh(talk), "4, 6", rosa)

    client.force_login(lena)
    page = client.get(new.get_absolute_url()).content.decode()
    assert f'href="{new.get_absolute_url()}1"' in page
    assert Bookmark.objects.get().post.topic == new
    assert Post.objects.for_actions().get(topic=new, number=1).reactions == {"thanks": 1}
    is_true()


def test_links_lead_to_where_the_posts_are(talk, trains, questions, lena, rosa):
    address = reverse("discuss:post", args=[talk.slug, talk.pk, 4])
    linking = start_topic(
        questions, by=lena, title="What was said of trains", text=f"See [it]({address}) there."
    )
    Bucket.objects.all().delete()
    say(fresh(talk), (lena, f"As in [it]({address}) above."))
    new = split(fresh(talk), "4", rosa)

    found = set(Link.objects.values_list("post__topic", "topic", "number"))
    assert (linking.pk, new.pk, 1) in found
    assert not Link.objects.filter(topic=talk).exists()
    merge_topic(new, trains, by=rosa)
    assert Link.objects.get(post__topic=linking).topic == trains


def test_a_draft_and_a_linked_continuation_follow_a_merger(talk, trains, questions, lena, rosa):
    save_draft(to_reply(talk).key, by=lena, data={"text": "I was about to say", "post": 3})
    ended = start_topic(questions, by=lena, title="It ended here", text="And goes on there.")
    Closure.objects.create(topic=ended, by=rosa, goes_on=talk)
    merge_topic(talk, trains, by=rosa)

    assert Draft.objects.get().key == to_reply(trains).key
    assert Draft.objects.get().data == {"text": "I was about to say"}
    assert Closure.objects.get().goes_on == trains


def test_who_had_read_the_posts_has_read_them_there(talk, trains, lena, kofi, rosa, ada, amina):
    mark_read(talk, ada, 4)
    mark_read(talk, rosa, 5)
    mark_read(talk, amina, 2)
    new = split(talk, "4-", rosa)
    read = dict(ReadMark.objects.filter(topic=new).values_list("person__name", "number"))
    assert read == {"Ada": 1, "Rosa Quispe": 2, "Lena Müller": 2, "Kofi Mensah": 1}
    assert ReadMark.objects.get(topic=new, person=kofi).unread_at
    is_true()


def test_who_wrote_one_of_them_hears_of_the_new_place_as_of_the_old(talk, lena, kofi, rosa, ada):
    follow_topic(talk, by=kofi, level=Level.MUTED)
    follow_topic(talk, by=ada, level=Level.WATCHING)
    new = split(fresh(talk), "4-", rosa)

    levels = dict(ReadMark.objects.filter(topic=new).values_list("person", "level"))
    assert levels == {lena.pk: Level.WATCHING, kofi.pk: Level.MUTED}


def test_who_watched_a_topic_watches_the_one_into_which_it_went(talk, trains, kofi, rosa, ada):
    follow_topic(talk, by=ada, level=Level.WATCHING)
    follow_topic(trains, by=kofi, level=Level.NORMAL)
    merge_topic(fresh(talk), fresh(trains), by=rosa)

    levels = dict(ReadMark.objects.filter(topic=trains).values_list("person", "level"))
    assert (levels[ada.pk], levels[kofi.pk]) == (Level.WATCHING, Level.NORMAL)
    assert not ReadMark.objects.filter(topic=talk, unread_at__isnull=False).exists()
    is_true()


def test_the_log_says_who_moved_what_where_and_that_more_people_read_it(secret, questions, kofi, rosa, lena):
    say(secret, (kofi, "More."))
    split_topic(fresh(secret), Chosen.of("2"), by=rosa, category=questions, title="In the open now")

    entry = LogEntry.objects.get(what="topic-split")
    assert (entry.thing_id, entry.codes["wider"], entry.codes["posts"]) == (secret.pk, 1, 1)


def test_the_first_post_of_what_is_more_than_a_conversation_stays(questions, trains, ada, rosa):
    change_category(questions, by=ada, description="What this is for.")
    about = make_about(questions, by=ada)
    say(about, (rosa, "Thank you."))
    for chosen in ("1", "1-"):
        with pytest.raises(ValidationError) as refused:
            move_posts(fresh(about), Chosen.of(chosen), trains, by=rosa)
        assert refused.value.code == "first"
    move_posts(fresh(about), Chosen.of("2"), trains, by=rosa)
    is_true()


@pytest.mark.parametrize("name", ["move_posts", "move_posts_to"])
def test_a_way_back_that_is_not_ours_is_no_link(client, talk, rosa, name):
    client.force_login(rosa)
    page = reverse(f"discuss:{name}", args=[talk.slug, talk.pk])
    for address in ("https://elsewhere.example/", "javascript:alert(1)", "//elsewhere.example/"):
        assert address not in client.get(page, {"posts": "2", "next": address}).content.decode()
    assert 'href="/moderation/"' in client.get(page, {"posts": "2", "next": "/moderation/"}).content.decode()
