"""Below the last post: what else to read, and who leads here."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss.actions import follow, follow_topic, hide_post, mark_read, start_topic, write_reply
from space.discuss.actions.changing import move_topic
from space.discuss.actions.deleting import delete_post, delete_topic, restore_post, restore_topic
from space.discuss.actions.pinning import list_topic, unlist_topic
from space.discuss.lists.further import leading_here, suggested
from space.discuss.lists.numbers import SUGGESTED_TOPICS
from space.discuss.models import Audience, Level, Tag, Topic
from space.kit import clock
from space.limits.models import Bucket
from space.testing.rooms import MARKER

LONG_AGO = timedelta(days=30)


def begin(category, by, title, *, language="en", tags=(), ago=LONG_AGO):
    Bucket.objects.all().delete()
    with clock.at(timezone.now() - ago):
        return start_topic(
            category, by=by, title=title, text="What do you think of it?", language=language, tags=tags
        )


def fresh(topic):
    return Topic.objects.for_actions().get(pk=topic.pk)


def titles(topic, reader):
    return [Topic.objects.for_actions().get(pk=line.pk).title for line in suggested(topic, reader)]


@pytest.fixture
def cards(questions, kofi):
    """Shares a rare word with `topic`, whose title asks how one checks a source on paper."""
    return begin(questions, kofi, "Paper cards or a table?")


def test_a_topic_that_shares_a_rare_word_is_related_before_what_is_latest(topic, questions, kofi, cards):
    for number in range(6):
        begin(questions, kofi, f"Something else entirely, part {number}", ago=timedelta(days=3))

    assert titles(topic, NOBODY)[0] == "Paper cards or a table?"
    assert len(titles(topic, NOBODY)) == 5


def test_a_topic_under_the_same_tag_is_related(questions, kofi):
    one = begin(questions, kofi, "Wells of the old town", tags=["maps"])
    for number in range(6):
        begin(questions, kofi, f"Something else entirely, part {number}", ago=timedelta(days=3))
    begin(questions, kofi, "Borders in the sand", tags=["maps"])

    assert titles(one, NOBODY)[0] == "Borders in the sand"


@pytest.mark.parametrize(
    ("title", "near", "language"),
    [
        ("كيف نجد المصادر الورقية", "مصادر من القرى", "ar"),
        ("如何引用纸质来源", "纸质地图在哪里", "zh"),
        ("पाठ कैसे जाँचें", "पुराने पाठ की गलतियाँ", "hi"),
    ],
)
def test_words_of_every_script_relate(questions, kofi, title, near, language):
    one = begin(questions, kofi, title, language=language)
    begin(questions, kofi, near, language=language)
    for number in range(6):
        begin(questions, kofi, f"Something else entirely {number}", language=language, ago=timedelta(days=3))

    assert titles(one, NOBODY)[0] == near


def test_what_is_unread_comes_first_then_what_is_new(topic, questions, kofi, lena, cards):
    unread = begin(questions, kofi, "Wells of the old town")
    follow_topic(unread, by=lena, level=Level.TRACKING)
    mark_read(unread, lena, 1)
    write_reply(unread, by=kofi, text="There are nine.")
    begin(questions, kofi, "Borders in the sand", ago=timedelta(hours=2))

    assert titles(topic, reader_of(lena)) == [
        "Wells of the old town",
        "Borders in the sand",
        "Paper cards or a table?",
    ]


def test_only_what_one_can_read_is_suggested(topic, questions, kofi, lena, cards):
    begin(questions, kofi, "Papier et papiers de la ville", language="fr")
    lena.languages = ["en"]
    lena.save()
    assert titles(topic, reader_of(lena)) == ["Paper cards or a table?"]

    lena.languages = ["fr"]
    lena.save()
    assert titles(topic, reader_of(lena)) == ["Papier et papiers de la ville"]


def test_what_is_muted_unlisted_or_this_topic_is_never_suggested(topic, questions, kofi, rosa, lena, cards):
    muted = begin(questions, kofi, "Paper boats of the delta")
    follow_topic(muted, by=lena, level=Level.MUTED)
    tagged = begin(questions, rosa, "Paper lamps of the feast", tags=["lamps"])
    follow(Tag.objects.get(name="lamps"), by=lena, level=Level.MUTED)
    hidden = begin(questions, kofi, "Paper walls of the house")
    Topic.objects.for_actions().filter(pk=hidden.pk).update(unlisted=True)

    assert titles(topic, reader_of(lena)) == ["Paper cards or a table?"]
    assert set(titles(topic, reader_of(rosa))) >= {muted.title, tagged.title}
    assert hidden.title not in titles(topic, reader_of(rosa))


def test_the_closed_group_is_suggested_to_its_members_alone(secret, hideout, kofi, lena, rosa, questions):
    begin(hideout, kofi, f"Another {MARKER} plan")
    public = begin(questions, kofi, "The plan for the meeting of the river")

    assert titles(public, reader_of(lena)) == []
    assert titles(public, reader_of(rosa)) == []
    assert set(titles(public, reader_of(kofi))) == {secret.title, f"Another {MARKER} plan"}


def test_there_are_as_many_as_administrators_choose(topic, questions, kofi, ada):
    for number in range(8):
        begin(questions, kofi, f"Paper house number {number}")
    assert len(titles(topic, NOBODY)) == 5

    change_setting(SUGGESTED_TOPICS, 7, by=ada)
    assert len(titles(topic, NOBODY)) == 7
    change_setting(SUGGESTED_TOPICS, 0, by=ada)
    assert titles(topic, NOBODY) == []


def test_topics_that_lead_here_are_told_newest_first_and_once(topic, questions, kofi, rosa):
    first = begin(questions, kofi, "Wells of the old town")
    second = begin(questions, kofi, "Borders in the sand")
    for place, by in ((first, kofi), (second, kofi), (first, rosa)):
        Bucket.objects.all().delete()
        newest = write_reply(place, by=by, text=f"As in [this](/t/{topic.pk}).")

    found = leading_here(topic, NOBODY)
    assert [post.topic.title for post in found] == ["Wells of the old town", "Borders in the sand"]
    assert found[0] == newest


def test_who_leads_here_is_told_only_as_far_as_one_may_see_it(topic, secret, questions, kofi, lena, rosa):
    write_reply(secret, by=kofi, text=f"As in [this](/t/{topic.pk}).")
    Bucket.objects.all().delete()
    public = begin(questions, lena, "Wells of the old town")
    post = write_reply(public, by=lena, text=f"As in [this](/t/{topic.pk}).")

    assert {one.topic_id for one in leading_here(topic, reader_of(kofi))} == {secret.pk, public.pk}
    assert {one.topic_id for one in leading_here(topic, NOBODY)} == {public.pk}
    hide_post(post, by=rosa)
    assert leading_here(topic, NOBODY) == []
    assert Topic.objects.for_actions().get(pk=secret.pk).audience == Audience.GROUP


def test_links_and_suggestions_follow_what_moderators_do(topic, cards, questions, hideout, kofi, rosa):
    post = write_reply(cards, by=kofi, text=f"As in [this](/t/{topic.pk}).")

    def told(reader=NOBODY):
        return bool(leading_here(topic, reader)), cards.title in titles(topic, reader)

    assert told() == (True, True)
    delete_post(post, by=rosa)
    assert told() == (False, True)
    restore_post(post, by=rosa)
    unlist_topic(fresh(cards), by=rosa)
    assert told() == (False, False)
    list_topic(fresh(cards), by=rosa)
    delete_topic(fresh(cards), by=rosa)
    assert told() == (False, False)
    restore_topic(fresh(cards), by=rosa)
    assert told() == (True, True)
    move_topic(fresh(cards), hideout, by=rosa)
    assert told() == (False, False)
    assert told(reader_of(kofi))[0]


def test_the_page_that_is_kept_leads_nowhere_that_was_taken_away(client, topic, cards, kofi, rosa):
    post = write_reply(cards, by=kofi, text=f"As in [this](/t/{topic.pk}).")
    address = reverse("discuss:further", args=[topic.slug, topic.pk])
    assert "Linked from" in client.get(address).content.decode()
    delete_topic(fresh(post.topic), by=rosa)
    page = client.get(address).content.decode()
    assert "Linked from" not in page
    assert cards.title not in page


def test_the_page_stands_alone_and_as_a_part(client, topic, cards, kofi):
    write_reply(cards, by=kofi, text=f"As in [this](/t/{topic.pk}).")
    address = reverse("discuss:further", args=[topic.slug, topic.pk])
    page, part = (client.get(address, query).content.decode() for query in ({}, {"part": "further"}))

    for html in (page, part):
        assert "More to read" in html
        assert "Linked from" in html
        assert f'href="{cards.get_absolute_url()}#p2"' in html
    assert "<title>" in page
    assert "<title>" not in part
    assert client.get(reverse("discuss:further", args=["x", topic.pk])).status_code == 301


def test_nothing_to_suggest_is_said_kindly(client, topic):
    page = client.get(reverse("discuss:further", args=[topic.slug, topic.pk])).content.decode()

    assert "Other conversations that go well with this one will stand here." in page


def test_it_costs_the_same_however_many_topics_there_are(
    client, topic, questions, kofi, lena, cards, django_assert_max_num_queries
):
    client.force_login(lena)
    for number in range(12):
        one = begin(questions, kofi, f"Paper house number {number}", tags=["paper"])
        Bucket.objects.all().delete()
        write_reply(one, by=kofi, text=f"As in [this](/t/{topic.pk}).")
    with django_assert_max_num_queries(13):
        client.get(reverse("discuss:further", args=[topic.slug, topic.pk]))
