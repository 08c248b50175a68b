"""The language of a post: as it looks, as the worker knows it, as people say it; and all that follows from it."""

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from space.discuss import tasks
from space.discuss.actions import edit_post, set_language, start_topic, write_reply
from space.discuss.actions.knowing import know_language
from space.discuss.actions.recounting import differences
from space.discuss.models import Category, Post, Revision
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.search.models import Entry
from space.testing.cast import make

FRENCH = "Le prochain atelier aura lieu à Garoua, et tout le monde est le bienvenu."
# Two languages in one text: nobody is sure at once.
MIXED = "Please come to the meeting at the library. La réunion est à la bibliothèque, venez nombreux."
SHORT = "Oh! Ah."


@pytest.fixture
def corner(questions) -> Category:
    """A category that speaks Arabic."""
    Category.objects.for_actions().filter(pk=questions.pk).update(language="ar")
    questions.refresh_from_db()
    return questions


def begin(room, by, text, **more):
    Bucket.objects.all().delete()
    return start_topic(room, by=by, title="What was said there today", text=text, **more)


def reply(topic, by, text, **more):
    Bucket.objects.all().delete()
    return write_reply(topic, by=by, text=text, **more)


def planned() -> list[dict[str, int]]:
    return list(
        ProcrastinateJob.objects.filter(task_name="discuss.know_language").values_list("args", flat=True)
    )


def first(topic) -> Post:
    return Post.objects.for_actions().get(topic=topic, number=1)


def test_what_the_writer_chose_holds_then_what_it_looks_like_then_the_category_then_the_topic(
    questions, lena
):
    topic = begin(questions, lena, FRENCH)
    assert topic.language == "fr"
    assert reply(topic, lena, SHORT).language == "fr"
    assert reply(topic, lena, FRENCH, language="ht").language == "ht"
    Category.objects.for_actions().update(language="ar")
    topic.category.refresh_from_db()
    assert reply(topic, lena, SHORT).language == "ar"
    assert reply(topic, lena, FRENCH).language == "fr"


def test_the_worker_is_asked_only_where_the_guess_was_not_sure(questions, lena):
    topic = begin(questions, lena, FRENCH)
    reply(topic, lena, SHORT)
    reply(topic, lena, MIXED, language="en")
    assert planned() == []
    unsure = reply(topic, lena, MIXED)
    assert planned() == [{"post": unsure.pk, "version": unsure.version}]


def test_the_worker_sets_right_what_it_is_sure_of_and_nothing_else(corner, lena, monkeypatch):
    topic = begin(corner, lena, MIXED)
    post = first(topic)
    assert (post.language, topic.languages) == ("ar", ["ar"])
    tasks.know_language(post.pk, post.version)
    post.refresh_from_db()
    assert post.language == "ar"

    Post.objects.for_actions().filter(pk=post.pk).update(source=FRENCH)
    assert know_language(post.pk, post.version + 1) == ""
    assert know_language(post.pk, post.version) == "fr"
    assert know_language(post.pk, post.version) == ""
    post, topic = first(topic), topic.__class__.objects.for_actions().get(pk=topic.pk)
    assert (post.language, topic.language, topic.languages) == ("fr", "fr", ["fr"])
    assert not Revision.objects.exists()
    assert Entry.objects.get(kind="topic").lang == "fr"
    assert differences() == []


def test_people_say_in_which_language_a_post_is(client, questions, lena, rosa):
    topic = begin(questions, lena, FRENCH)
    post, regular = first(topic), make("Fatou Diop", trust=3)
    address = reverse("discuss:speak", args=[topic.slug, topic.pk, 1])
    client.force_login(regular)
    page = client.get(address).content.decode()
    assert '<bdi lang="en">English</bdi>' in page
    assert client.post(address, {"language": "qwxyz"}).status_code == 422
    answer = client.post(address, {"language": "Haitian Creole"}, follow=True)

    page = answer.content.decode()
    assert "The language of the post is set." in page
    assert 'lang="ht"' in page
    entry = LogEntry.objects.get(what="post-language")
    assert (entry.by, entry.codes) == (regular, {"before": "fr", "after": "ht"})
    assert Revision.objects.get(post=post).language == "fr"
    assert "ht" in client.get(reverse("discuss:history", args=[topic.slug, topic.pk, 1])).content.decode()
    topic.refresh_from_db()
    assert (topic.language, topic.languages) == ("ht", ["ht"])
    set_language(first(topic), "ht", by=rosa)
    assert LogEntry.objects.filter(what="post-language").count() == 1
    # One's own post is nobody's business.
    set_language(first(topic), "ar", by=lena)
    assert LogEntry.objects.filter(what="post-language").count() == 1
    assert 'lang="ar" dir="rtl"' in client.get(topic.get_absolute_url()).content.decode()


def test_only_its_author_regulars_and_moderators_say_it(client, questions, lena, kofi, rosa, amina):
    topic = begin(questions, lena, FRENCH)
    address = reverse("discuss:speak", args=[topic.slug, topic.pk, 1])
    for person, status in [(kofi, 403), (amina, 403), (lena, 200), (rosa, 200)]:
        client.force_login(person)
        assert client.get(address).status_code == status


def test_editing_looks_again(questions, lena, rosa):
    topic = begin(questions, lena, FRENCH)
    edit_post(
        first(topic),
        by=lena,
        title=topic.title,
        text="Wir suchen jemanden, der uns bei den alten Karten hilft.",
    )
    topic.refresh_from_db()
    assert (topic.language, topic.languages) == ("de", ["de"])


def test_who_writes_is_asked_where_it_is_not_sure(client, lena):
    client.force_login(lena)
    script = {"Accept": "application/json"}
    address = reverse("discuss:draft", args=["topic"])
    told = client.post(address, {"text": MIXED}, headers=script).json()
    assert {"code": "en", "name": "English", "lang": "en"} in told["likely"]
    assert (
        client.post(address, {"text": FRENCH, "draft": told["version"]}, headers=script).json()["likely"]
        == []
    )

    page = client.post(reverse("discuss:start"), {"text": MIXED, "preview": "1"}).content.decode()
    assert "We are not sure in which language this is." in page
    page = client.post(
        reverse("discuss:start"), {"text": MIXED, "preview": "1", "language": "fr"}
    ).content.decode()
    assert "We are not sure" not in page
    assert '<option value="fr" selected>' in page


def test_any_language_may_be_sent(client, questions, lena):
    client.force_login(lena)
    sent = {"category": questions.pk, "title": "Yerwa and its words", "text": SHORT, "language": "kr"}
    assert client.post(reverse("discuss:start"), sent).status_code == 302
    assert Post.objects.for_actions().get().language == "kr"
