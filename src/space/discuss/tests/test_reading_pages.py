import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from space.discuss.actions import close_topic, hide_post, mark_read, write_reply
from space.discuss.actions.viewing import add_views
from space.kit import clock
from space.testing.rooms import MARKER, say


def test_the_list_shows_a_topic_with_its_language_and_people(client, topic):
    page = client.get("/discuss/", HTTP_ACCEPT_LANGUAGE="fr").content.decode()

    assert topic.title in page
    assert '<span class="language" lang="en" dir="ltr">English</span>' in page
    assert "Lena Müller" in page


def test_a_topic_page_holds_its_posts_and_who_can_read(client, topic, kofi):
    write_reply(topic, by=kofi, text="I photograph the *cards* first.")
    page = client.get(topic.get_absolute_url()).content.decode()

    assert "<em>cards</em>" in page
    assert "Public: anyone can read." in page


def test_another_spelling_of_the_address_leads_to_the_right_one(client, topic):
    response = client.get(f"/discuss/t/anything/{topic.pk}/?page=1")

    assert response.status_code == 301
    assert response.url == f"{topic.get_absolute_url()}?page=1"


def test_the_permalink_of_a_post_leads_to_its_page(client, topic, kofi, settings):
    settings.POSTS_PER_PAGE = 2
    posts = say(topic, *((kofi, f"Answer {n}") for n in range(4)))
    response = client.get(posts[-1].get_absolute_url())

    assert response.url == f"{topic.get_absolute_url()}?page=3#p5"


def test_a_date_leads_to_the_first_post_of_that_day_or_later(client, topic, kofi):
    post = write_reply(topic, by=kofi, text="Later the same day.")
    response = client.get(f"{topic.get_absolute_url()}?date={post.created_at:%Y-%m-%d}")

    assert response.url == f"{topic.get_absolute_url()}#p1"


def test_a_closed_topic_says_so_with_its_reason(client, topic, rosa):
    close_topic(topic, by=rosa, reason="Solved, thank you all.")

    assert "Solved, thank you all." in client.get(topic.get_absolute_url()).content.decode()
    assert "Closed" in client.get("/discuss/").content.decode()


def test_a_hidden_post_is_gone_from_page_list_and_feed(client, topic, kofi, rosa):
    post = write_reply(topic, by=kofi, text="Words to regret")
    hide_post(post, by=rosa, reason="Insult")

    feed = client.get(reverse("discuss:topic_feed", args=[topic.slug, topic.pk, "atom"]))
    assert "regret" not in client.get(topic.get_absolute_url()).content.decode()
    assert "regret" not in feed.content.decode()
    assert client.get(post.get_absolute_url()).status_code == 404


def test_the_closed_group_is_in_no_list_of_an_outsider(client, secret, lena, kofi):
    client.force_login(lena)
    assert MARKER not in client.get("/discuss/").content.decode()
    assert MARKER not in client.get("/discuss/categories").content.decode()
    assert client.get(secret.get_absolute_url()).status_code == 404

    client.force_login(kofi)
    assert MARKER in client.get("/discuss/").content.decode()
    assert client.get(secret.get_absolute_url()).status_code == 200


def test_an_empty_list_teaches(client, questions):
    assert "No conversations here yet" in client.get("/discuss/").content.decode()


def test_views_are_written_as_sums_and_shown(client, topic):
    add_views({topic.pk: 1234, 0: 5})

    assert "1.2k" in client.get("/discuss/").content.decode()


def test_a_closed_topic_offers_no_reply_to_anybody_but_moderators(client, topic, rosa):
    close_topic(topic, by=rosa)
    page = client.get(topic.get_absolute_url()).content.decode()
    client.force_login(rosa)
    for_moderators = client.get(topic.get_absolute_url()).content.decode()

    assert "Sign in to reply" not in page
    assert reverse("discuss:reply", args=[topic.slug, topic.pk]) not in page
    assert 'class="composer' in for_moderators


def is_new(client, topic):
    row = re.search(
        rf'<li class="topic([^"]*)" data-item>(?:(?!</li>).)*?/{topic.pk}/"',
        client.get("/discuss/").content.decode(),
        re.DOTALL,
    )
    return "topic--new" in row[1]


def test_a_topic_is_new_for_two_days_and_again_when_somebody_answers_what_one_tracks(
    client, topic, kofi, lena
):
    client.force_login(kofi)
    assert is_new(client, topic)

    with clock.at(timezone.now() + timedelta(days=3)):
        assert not is_new(client, topic)

    mark_read(topic, kofi, 1)
    assert not is_new(client, topic)

    say(topic, (kofi, "Write to the archive."), (lena, "It wrote back."))
    assert is_new(client, topic)
