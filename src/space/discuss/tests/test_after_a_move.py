"""After posts went elsewhere: quotes and pages lead on, dates are right, and what was half written is still there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.actions import merge_topic, move_posts, save_draft, start_topic, write_reply
from space.discuss.actions.quoting import render_quotes
from space.discuss.drafts.purposes import to_reply
from space.discuss.drafts.rows import rows_of
from space.discuss.models import Draft, Link, Post, Topic
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.steering.chosen import Chosen
from space.discuss.timeline import stops
from space.kit import clock
from space.kit.paging import Page
from space.limits.models import Bucket
from space.markup import quotation
from space.testing.long import grow
from space.testing.rooms import say
from space.web.times import iso


@pytest.fixture
def trains(questions, rosa):
    return start_topic(questions, by=rosa, title="Night trains of the world", text="Where do they go?")


def fresh(topic):
    return Topic.objects.for_actions().select_related("category", "group").get(pk=topic.pk)


def post_of(topic, number):
    posts = Post.objects.for_actions().select_related("topic", "author")
    return posts.get(topic=topic, number=number)


def later(hours=1):
    Bucket.objects.all().delete()
    return clock.at(clock.now() + timedelta(hours=hours))


def quote_of(post):
    return quotation(post.author.name, post.number, post.get_absolute_url(), post.source)


def test_a_quote_of_a_first_post_that_was_moved_alone_leads_to_it(
    client, topic, trains, questions, lena, kofi, rosa
):
    first = post_of(topic, 1)
    address = first.get_absolute_url()
    with later():
        quoting = write_reply(topic, by=kofi, text=f"{quote_of(first)}As [she]({address}) says.")
        other = start_topic(questions, by=kofi, title="Paper, once more", text=f"See [it](/t/{topic.pk}#p1).")
    with later(2):
        move_posts(fresh(topic), Chosen.of("1"), trains, by=rosa)
        render_quotes(first.pk)
        now = post_of(topic, 1)
        after = write_reply(fresh(topic), by=lena, text=f"{quote_of(now)}Do I?")
        render_quotes(first.pk)
    there = reverse("discuss:post", args=[trains.slug, trains.pk, 2])
    assert now.pk == quoting.pk
    assert post_of(topic, 1).html.count(f'href="{there}"') == 2
    assert f'href="{there}"' in post_of(other, 1).html
    assert client.get(there).url == f"{trains.get_absolute_url()}#p2"
    assert f'href="{address}"' in post_of(topic, after.number).html
    assert (quoting.pk, trains.pk, 2) in set(Link.objects.values_list("post", "topic", "number"))


def test_a_link_to_what_went_behind_a_door_says_nothing_of_it(topic, secret, kofi, rosa):
    with later():
        quoting = write_reply(topic, by=kofi, text=f"{quote_of(post_of(topic, 1))}Well.")
    with later(2):
        move_posts(fresh(topic), Chosen.of("1"), secret, by=rosa)
        render_quotes(post_of(secret, 2).pk)
    quoting = Post.objects.for_actions().get(pk=quoting.pk)
    assert secret.slug not in quoting.html
    assert reverse("discuss:post", args=["topic", secret.pk, 2]) in quoting.html


def test_a_page_whose_posts_all_went_says_where_and_leads_to_the_nearest(
    client, topic, trains, secret, kofi, lena, rosa
):
    size = POSTS_PER_PAGE()
    grow(topic, kofi, 4 * size)
    move_posts(fresh(topic), Chosen.of(f"{size + 1}-{2 * size}"), trains, by=rosa)
    move_posts(fresh(topic), Chosen.of(f"{2 * size + 1}-{3 * size}"), secret, by=rosa)
    url = topic.get_absolute_url()
    page = client.get(f"{url}?page=2").content.decode()
    assert f"{size} posts are now in" in page
    assert f'href="{trains.get_absolute_url()}#p2"' in page
    assert f'href="{url}#p{size}"' in page
    assert f'href="{url}?page=4#p{3 * size + 1}"' in page
    # Who does not see the other topic learns that nothing stands here, and no more.
    page = client.get(f"{url}?page=3").content.decode()
    assert "No post stands on this page any more." in page
    assert secret.title not in page
    client.force_login(kofi)
    assert secret.title in client.get(f"{url}?page=3").content.decode()
    assert "No post stands" not in client.get(url).content.decode()


def test_the_last_date_is_that_of_the_newest_post_in_both_topics(client, topic, trains, kofi, lena, rosa):
    with later(-72):
        say(topic, (kofi, "Three days ago."), (lena, "And a minute later."))
    with later():
        newest = write_reply(trains, by=kofi, text="Somebody has been on one.")
    with later(2):
        move_posts(fresh(topic), Chosen.of("2-3"), fresh(trains), by=rosa)
    into = fresh(trains)
    assert into.last_posted_at == newest.created_at
    assert fresh(topic).last_posted_at == post_of(topic, 1).created_at
    # Whose face stands at the end of the row goes with that date.
    assert into.people[:2] == [rosa.pk, kofi.pk]
    assert Topic.objects.for_actions().order_by("-last_posted_at").first() == into
    # The last post is not the newest: the time line says when it was written.
    last = post_of(into, into.last_number)
    page = Page.asked("1", size=50, total=into.highest_number)
    assert stops(into, page, [], reader_of(rosa))[-1]["iso"] == iso(last.created_at)


def test_drafts_of_both_topics_are_kept_found_and_sent_one_by_one(client, topic, trains, lena, kofi, rosa):
    say(topic, (kofi, "By train?"))
    save_draft(to_reply(topic).key, by=lena, data={"text": "To the paper", "post": 2})
    save_draft(to_reply(trains).key, by=lena, data={"text": "To the trains"})
    merge_topic(fresh(topic), fresh(trains), by=rosa)
    rows = {row.text: row for row in rows_of(reader_of(lena))}
    assert {row.title for row in rows.values()} == {trains.title}
    client.force_login(lena)
    assert "To the trains" in client.get(trains.get_absolute_url()).content.decode()
    page = client.get(rows["To the paper"].go_on)
    form = page.context["form"]
    assert form.initial["text"] == "To the paper"
    Bucket.objects.all().delete()
    sent = client.post(rows["To the paper"].go_on.partition("?")[0], form.initial)
    post = post_of(trains, fresh(trains).last_number)
    assert sent.url.endswith(f"#p{post.number}")
    assert (post.source, post.reply_to.source) == ("To the paper", "By train?")
    assert [draft.data["text"] for draft in Draft.objects.for_actions()] == ["To the trains"]
