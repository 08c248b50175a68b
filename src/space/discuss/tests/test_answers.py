"""Questions and the post that answers them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.discuss.actions import (
    choose_answer,
    close_topic,
    delete_post,
    edit_post,
    hide_post,
    restore_post,
    start_topic,
    take_back_answer,
)
from space.discuss.actions.recounting import differences
from space.discuss.models import Answer, Deed, Kind, Post, Topic
from space.testing.rooms import say


@pytest.fixture
def question(questions, lena, kofi, rosa):
    asked = start_topic(
        questions,
        by=lena,
        title="Which scanner takes a whole map?",
        text="The sheets are as large as a table.",
        kind=Kind.QUESTION,
        language="en",
    )
    say(
        asked,
        (kofi, "Ein Tisch mit *zwei* Lampen und eine Kamera darüber genügt."),
        (rosa, "Ask the archive."),
    )
    return asked


def fresh(topic):
    return Topic.objects.for_actions().get(pk=topic.pk)


def post_of(topic, number):
    return Post.objects.for_actions().select_related("topic").get(topic=topic, number=number)


def accept(client, topic, number):
    return client.post(reverse("discuss:choose_answer", args=[topic.pk, number]))


def deeds(topic):
    return list(Deed.objects.filter(topic=topic).order_by("pk").values_list("what", "before", "after"))


def test_a_question_is_asked_on_a_page_that_says_so(client, questions, lena):
    client.force_login(lena)
    page = client.get("/discuss/ask").content.decode()
    assert "<h1>Ask a question</h1>" in page
    assert 'action="/discuss/ask"' in page
    assert "Start a conversation" not in page

    data = {"title": "Which scanner for old maps?", "text": "A0 sheets.", "category": questions.pk}
    assert client.post("/discuss/ask", data).status_code == 302
    assert Topic.objects.for_actions().get().kind == Kind.QUESTION


def test_who_asked_accepts_an_answer_and_everybody_finds_it(client, question, lena):
    client.force_login(lena)
    assert "Accept post 2 as the answer" in client.get(question.get_absolute_url()).content.decode()
    assert accept(client, question, 2).url == f"{question.get_absolute_url()}#p2"

    client.logout()
    page = client.get(question.get_absolute_url()).content.decode()
    assert "Answered in post 2" in page
    assert "Accepted answer" in page
    assert 'class="post post--answer" id="p2"' in page
    excerpt = 'lang="de" dir="ltr">Ein Tisch mit zwei Lampen und eine Kamera darüber genügt.</p>'
    assert page.index('id="p1"') < page.index(excerpt) < page.index('id="p2"')
    assert "chose post 2 as the answer." in page
    assert 'aria-label="Solved"' in client.get("/discuss/").content.decode()
    assert f"/{question.pk}/" in client.get("/discuss/?status=solved").content.decode()


def test_another_answer_takes_its_place_and_it_can_be_taken_back(client, question, lena, rosa):
    client.force_login(rosa)
    accept(client, question, 2)
    client.force_login(lena)
    for _ in range(2):
        accept(client, question, 3)
    for _ in range(2):
        client.post(reverse("discuss:take_back_answer", args=[question.pk]))

    assert deeds(question) == [("answered", "", "2"), ("answered", "2", "3"), ("unanswered", "3", "")]
    page = client.get(question.get_absolute_url()).content.decode()
    assert "Answered in post" not in page
    assert "post--answer" not in page
    assert (Answer.objects.count(), fresh(question).deeds_count, differences()) == (0, 3, [])


def test_a_kept_post_shows_that_it_is_the_answer_from_then_on(client, question, lena, hearing):
    pages = [client.get(question.get_absolute_url()).content.decode()]
    choose_answer(post_of(question, 2), by=lena)
    pages.append(client.get(question.get_absolute_url()).content.decode())
    take_back_answer(question, by=lena)
    pages.append(client.get(question.get_absolute_url()).content.decode())
    assert ["post--answer" in page for page in pages] == [False, True, False]


@pytest.mark.parametrize("take_out", ["delete", "hide"])
def test_an_answer_that_is_out_of_sight_answers_nothing(client, question, lena, rosa, take_out):
    choose_answer(post_of(question, 2), by=lena)
    if take_out == "delete":
        delete_post(post_of(question, 2), by=rosa, reason="Spam")
        restore_post(post_of(question, 2), by=rosa)
    else:
        hide_post(post_of(question, 2), by=rosa)

    assert deeds(question)[1:] == [("unanswered", "2", "")]
    assert not Answer.objects.exists()
    assert "Answered in post" not in client.get(question.get_absolute_url()).content.decode()
    assert differences() == []


def test_only_a_reply_that_can_be_seen_is_an_answer(client, question, questions, lena, rosa):
    client.force_login(lena)
    talk = start_topic(questions, by=rosa, title="This asks nothing", text="Words.")
    seen = post_of(question, 2)
    delete_post(post_of(question, 2), by=rosa, reason="Spam")
    assert [accept(client, question, number).status_code for number in (1, 2, 9)] == [404, 404, 404]
    with pytest.raises(ValidationError):
        choose_answer(seen, by=lena)
    assert accept(client, talk, 1).status_code == 403
    assert not Answer.objects.exists()


def test_the_excerpt_follows_an_edit_of_the_answer(client, question, lena, kofi):
    choose_answer(post_of(question, 2), by=lena)
    client.get(question.get_absolute_url())
    edit_post(post_of(question, 2), by=kofi, text="Use the table in the hall.", language="en")
    page = client.get(question.get_absolute_url()).content.decode()
    assert page.count("Use the table in the hall.") == 2


def test_who_asked_still_accepts_when_the_question_is_closed(client, question, lena, rosa):
    close_topic(question, by=rosa)
    client.force_login(lena)
    assert accept(client, question, 2).status_code == 302
    take_back_answer(fresh(question), by=lena)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("who", ["amina", "kofi", "viktor"])
def test_others_have_no_button_and_no_say(client, request, question, who):
    client.force_login(request.getfixturevalue(who))
    page = client.get(question.get_absolute_url()).content.decode()
    assert "as the answer" not in page
    assert accept(client, question, 2).status_code == 403


def test_the_page_for_nobody_holds_no_form_with_a_token(client, question, lena):
    choose_answer(post_of(question, 2), by=lena)
    page = client.get(question.get_absolute_url()).content.decode()
    assert "csrfmiddlewaretoken" not in page
    assert "formaction" not in page
