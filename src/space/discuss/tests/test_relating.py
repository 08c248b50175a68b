"""What relates topics: links in posts, and the words of titles."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.discuss.actions import edit_post, start_topic, write_reply
from space.discuss.actions.archiving import blank_post
from space.discuss.actions.changing import change_topic
from space.discuss.actions.editing import restore_version
from space.discuss.actions.relating import find_links
from space.discuss.models import Link, Post, TitleWord
from space.discuss.quoted import places_in
from space.discuss.title_words import words_of
from space.limits.models import Bucket
from space.testing.rooms import MARKER


@pytest.fixture
def other(questions, kofi):
    return start_topic(
        questions, by=kofi, title="Where do photographs of cards go?", text="Commons, I think."
    )


def leads(post):
    return list(post.links.order_by("pk").values_list("topic", "number"))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/t/7", (7, None)),
        ("/discuss/t/7/", (7, None)),
        ("/discuss/t/a-plan/7/", (7, None)),
        ("/discuss/t/خطة/7/3", (7, 3)),
        ("/discuss/t/2024/7/", (7, None)),
        ("/discuss/t/a-plan/7/?page=2#p25", (7, 25)),
        ("/discuss/t/a-plan/7/?page=2#new", (7, None)),
        ("/discuss/t/a-plan/7/3/edit", None),
        ("/discuss/t/a-plan/7/reply", None),
        ("/discuss/t/a-plan/", None),
        ("/t/7/999999999999", None),
    ],
)
def test_an_address_of_ours_says_which_topic_and_post_it_means(address, place):
    assert list(places_in([address])) == ([place] if place else [])


def test_a_post_that_leads_to_another_topic_is_noted_with_the_post_it_means(topic, other, kofi):
    post = write_reply(
        other,
        by=kofi,
        text=f"See {settings.ORIGIN}{topic.get_absolute_url()}1 and [this]({topic.get_absolute_url()}).",
    )

    assert leads(post) == [(topic.pk, 1), (topic.pk, None)]


def test_links_to_its_own_topic_to_nothing_and_to_elsewhere_are_not_noted(topic, kofi):
    text = f"[up]({topic.get_absolute_url()}1) [gone](/t/987654) https://example.org/t/{topic.pk}"
    post = write_reply(topic, by=kofi, text=text)

    assert leads(post) == []


def test_what_an_edit_takes_out_leads_there_no_more(topic, other, kofi):
    post = write_reply(other, by=kofi, text=f"See [this](/t/{topic.pk}).")
    edit_post(post, by=kofi, text="See nothing.")
    assert leads(post) == []

    edit_post(post, by=kofi, text=f"See [that](/t/{topic.pk}).")
    assert leads(post) == [(topic.pk, None)]
    blank_post(post, by=kofi, reason="Asked for")
    assert leads(post) == []


def test_a_version_that_is_brought_back_leads_where_it_led(topic, other, kofi, rosa):
    post = write_reply(other, by=kofi, text=f"See [this](/t/{topic.pk}).")
    edit_post(post, by=rosa, text="See nothing.")
    assert leads(post) == []
    restore_version(post, post.revisions.get(), by=kofi, number=1)
    assert leads(post) == [(topic.pk, None)]


def test_only_a_text_with_links_costs_queries_for_them(topic, other, kofi):
    def cost(text):
        Bucket.objects.all().delete()
        with CaptureQueriesContext(connection) as asked:
            write_reply(topic, by=kofi, text=text)
        return len(asked)

    cost("To begin with.")
    plain = cost("One.")
    assert cost(f"Two, as [above]({topic.get_absolute_url()}1).") == plain
    assert cost(f"Three: [see](/t/{other.pk}) and [see](/t/{other.pk}#p1)") > plain


def test_links_of_posts_that_were_brought_in_are_found_in_their_html(topic, other):
    post = Post.objects.for_actions().get(topic=other)
    addresses = [f"{topic.get_absolute_url()}?page=1#p1", f"/t/{topic.pk}", f"/t/{other.pk}", "/t/0"]
    post.html = "".join(f'<a href="{address}">x</a>' for address in addresses)
    post.save()
    find_links([post.pk])
    find_links([post.pk])

    assert sorted(leads(post), key=str) == [(topic.pk, 1), (topic.pk, None)]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The Photographers’ café", ("the", "photog", "cafe")),
        ("المصادر الورقيّة للمقالات", ("مصادر", "ورقية", "مقالات")),
        ("如何引用纸质来源", ("如何", "何引", "引用", "用纸", "纸质", "质来", "来源")),
        ("पाठ कैसे जाँचें", ("पाठ", "कैसे", "जाँचें")),
        ("ตลาด", ("ตลา", "ลาด")),
        ("번역을", ("번역", "역을")),
        ("?! …", ()),
    ],
)
def test_a_title_has_words_in_every_script(title, words):
    assert words_of(title) == words


def test_the_words_of_a_title_follow_it(topic, lena):
    first = Post.objects.for_actions().get(topic=topic, number=1)
    edit_post(first, by=lena, text="The index is a box.", title="Seals on old letters")

    assert set(TitleWord.objects.values_list("word", flat=True)) == {"seals", "old", "letter"}


def test_the_words_of_a_title_follow_who_changes_only_that(topic, rosa):
    change_topic(topic, by=rosa, title="Maps of rivers")

    assert set(TitleWord.objects.values_list("word", flat=True)) == {"maps", "rivers"}


def test_an_imported_topic_has_words_too(ada, tmp_path):
    from tests.readers.world import _letter

    _letter(tmp_path, MARKER, ada)
    assert TitleWord.objects.filter(word=MARKER[:6]).exists()
    assert Link.objects.count() == 0
    call_command("recount")
