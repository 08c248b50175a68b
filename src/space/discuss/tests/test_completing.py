"""Who or what is meant by a few letters; nothing that the reader may not know of is offered."""

from contextlib import suppress
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from space.accounts.actions import shut_account
from space.accounts.models import Nature, User
from space.accounts.readers import NOBODY, reader_of
from space.discuss import completing
from space.discuss.actions import arrange_category, start_topic
from space.discuss.completing.people import _named
from space.discuss.models import Tag
from space.discuss.similar import similar_topics
from space.discuss.views.helping import COMPLETIONS
from space.limits.here import forget_here, take_here
from space.testing.cast import make
from space.testing.rooms import MARKER, say


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    forget_here()


def names(found):
    return [one.name for one in found]


def ask(client, **query):
    answer = client.get("/discuss/complete", query)
    return answer.json()["found"] if answer.status_code == 200 else answer.status_code


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Élodie Ñandú", "elodie n"),
        ("Ångström", "ang"),
        ("Łukasz", "łu"),
        ("Ольга Ёлкина", "ольга е"),
        ("أحمد الفاسي", "احمد"),
        ("मीरा", "मी"),
        ("山田太郎", "山田"),
        ("O'Neil_%", "o'neil_"),
    ],
)
def test_people_are_found_in_any_script_without_accents_and_case(lena, name, typed):
    make(name)
    assert names(completing.people(reader_of(lena), typed)) == [name]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "", "  ", "x" * 80, "'; drop table", "🙈"])
def test_odd_letters_find_nobody_and_break_nothing(lena, kofi, typed):
    assert names(completing.people(reader_of(kofi), typed)) == []


def test_people_of_the_topic_come_first_by_any_word_of_their_name(topic, lena, kofi, amina):
    make("Kofi Annan")
    say(topic, (kofi, "One thought."), (amina, "Two."))

    assert names(completing.people(reader_of(lena), "", topic.pk)) == ["Kofi Mensah", "Amina"]
    assert names(completing.people(reader_of(lena), "Mens", topic.pk)) == ["Kofi Mensah"]
    found = completing.people(reader_of(lena), "kofi", topic.pk)
    assert names(found) == ["Kofi Mensah", "Kofi Annan"]
    assert [one.note for one in found] == ["in this topic", ""]


def test_others_are_found_by_any_word_of_their_name_after_those_whose_name_begins_so(lena):
    for name in ("Kofi Annan", "Annabel", "WikiAnna"):
        make(name)

    assert names(completing.people(reader_of(lena), "anna")) == ["Annabel", "Kofi Annan", "WikiAnna"]
    assert names(completing.people(reader_of(lena), "an")) == ["Annabel"]
    assert names(completing.people(reader_of(lena), "annan kof")) == ["Kofi Annan"]


def test_who_is_not_in_the_directory_is_offered_where_they_write_only(topic, lena, kofi):
    User.objects.filter(pk=kofi.pk).update(is_listed=False, picture="/portraits/a-word/")
    assert completing.people(reader_of(lena), "kofi", topic.pk) == []

    say(topic, (kofi, "One thought."))
    (found,) = completing.people(reader_of(lena), "kofi", topic.pk)
    assert (found.name, found.picture) == ("Kofi Mensah", "/portraits/a-word/48.webp")


def test_who_writes_in_a_closed_group_is_told_to_its_members_only(secret, lena, kofi, ada, circle):
    from space.groups.actions import admit

    admit(circle, ada)
    assert names(completing.people(reader_of(ada), "", secret.pk)) == ["Kofi Mensah"]
    assert completing.people(reader_of(lena), "", secret.pk) == []


def test_accounts_that_are_shut_or_nobodys_are_not_offered(lena, kofi):
    shut_account(make("Kofi Gone"))
    archived = make("Kofi@archive")
    archived.nature = Nature.ARCHIVED
    archived.save()

    assert names(completing.people(reader_of(lena), "kofi")) == ["Kofi Mensah"]


def test_names_are_found_by_an_index(lena):
    with connection.cursor() as cursor:
        # With a handful of rows any way is as good as another.
        cursor.execute("SET enable_seqscan = off; SET enable_sort = off")
        asked = []
        with connection.execute_wrapper(
            lambda run, sql, *rest: (asked.append((sql, rest[0])), run(sql, *rest))[1]
        ):
            _named("le")
        cursor.execute(f"EXPLAIN {asked[0][0]}", asked[0][1])
        plan = "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute("RESET enable_seqscan; RESET enable_sort")

    assert "Index Scan using people_by_name" in plan
    assert "Sort" not in plan


def test_categories_are_offered_to_who_may_see_them(hideout, questions, lena, kofi):
    assert names(completing.categories_and_tags(reader_of(lena), "quest")) == ["Questions"]
    assert names(completing.categories_and_tags(reader_of(lena), MARKER)) == []
    assert names(completing.categories_and_tags(reader_of(kofi), MARKER)) == [f"{MARKER} room"]


def test_a_category_is_put_in_as_a_link_whatever_its_name(ada, lena):
    arrange_category("odd", by=ada, name="Odd [ones] *here*")
    (found,) = completing.categories_and_tags(reader_of(lena), "odd")

    assert found.insert == r"[Odd \[ones\] \*here\*](/discuss/c/odd/) "


def test_only_tags_of_public_topics_are_offered_also_to_who_sees_others(secret, questions, lena, kofi):
    start_topic(questions, by=lena, title="A topic with tags", text="Words.", tags=["éducation", "quilts"])
    Tag.objects.create(name="quiet")

    assert names(completing.tags("edu")) == ["éducation"]
    assert names(completing.tags("qui")) == ["quilts"]
    assert names(completing.tags(MARKER[:5])) == []


def test_a_synonym_offers_the_tag_that_it_stands_for(questions, lena):
    start_topic(questions, by=lena, title="A topic with tags", text="Words.", tags=["photographs"])
    Tag.objects.create(name="pictures", stands_for=Tag.objects.get(name="photographs"))
    (found,) = completing.tags("pict")

    assert (found.name, found.note) == ("photographs", "pictures")
    assert found.insert == "[#photographs](/discuss/tag/photographs/) "


@pytest.mark.parametrize(
    ("typed", "language", "sign"),
    [
        ("heart_eyes", "en", "😍"),
        ("chat noir", "fr", "🐈‍⬛"),
        ("قلب أحمر", "ar", "❤️"),
        ("thumbsup", "fr", "👍"),
    ],
)
def test_emoji_are_found_by_their_names(typed, language, sign):
    found = completing.emoji(typed, language)

    assert sign in [one.insert for one in found]
    assert len(found) <= 8
    assert len({one.insert for one in found}) == len(found)


def test_no_kind_and_no_letters_offer_nothing(client, lena):
    client.force_login(lena)

    assert ask(client) == []
    assert ask(client, kind="secrets", q="a") == []
    assert ask(client, kind="emoji", q=":_:") == []
    assert ask(client, kind="people", q="lena", topic="9" * 30) == []


def test_answers_are_private_and_bounded(client, lena, kofi):
    client.force_login(kofi)
    answer = client.get("/discuss/complete", {"kind": "people", "q": "lena"})
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.json()["found"][0]["insert"] == "@Lena Müller "

    with suppress(ValidationError):
        for _ in range(COMPLETIONS.uses + 1):
            take_here(f"person:{kofi.pk}", COMPLETIONS)
    assert ask(client, kind="people", q="lena") == 429


def test_one_answer_costs_one_query_beside_the_session(client, lena, topic, django_assert_max_num_queries):
    client.force_login(lena)
    # Groups and categories are kept in a process; while a test runs, nothing is.
    for kind, most in [("people", 4), ("things", 3), ("tags", 2), ("emoji", 1)]:
        with django_assert_max_num_queries(most):
            ask(client, kind=kind, q="a", topic=topic.pk)


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("How do you check a paper source?", "checking paper sources"),
        ("كيف نتحقق من مصدر ورقي؟", "كيف تتحققون من المصادر الورقية"),
        ("Как проверить бумажный источник?", "Проверить источник на бумаге"),
        ("紙の資料の確認方法を教えてください", "紙の資料を確認する方法"),
        ("कागज़ी स्रोत की जाँच", "कागज़ी स्रोत कैसे जाँचें"),
        ("École de Garoua : qui vient ?", "ecole garoua"),
    ],
)
def test_a_title_in_any_script_finds_its_like(questions, lena, title, typed):
    other = make("Budi Santosa")
    start_topic(questions, by=lena, title=title, text="Words.")
    start_topic(questions, by=other, title="Zebra crossings in Jakarta", text="Words.", key=uuid4())

    assert [one["title"] for one in similar_topics(NOBODY, typed)] == [title]


def test_similar_topics_of_a_closed_group_are_for_its_members(client, secret, lena, kofi):
    client.force_login(lena)
    typed = {"title": f"The {MARKER} plan for the meeting"}
    assert client.get("/discuss/similar", typed).content.strip() == b""

    client.force_login(kofi)
    assert MARKER in client.get("/discuss/similar", typed).content.decode()


def test_an_unlisted_topic_is_not_called_similar(topic):
    assert similar_topics(NOBODY, topic.title)
    topic.unlisted = True
    topic.save()
    assert similar_topics(NOBODY, topic.title) == []


def test_without_a_script_the_preview_shows_what_is_similar(client, topic, lena):
    client.force_login(lena)
    form = {"title": "How to check a paper source?", "text": "Words.", "preview": "1"}
    page = client.post("/discuss/start", form).content.decode()

    assert topic.title in page
    assert "Perhaps it has been talked about already:" in page
