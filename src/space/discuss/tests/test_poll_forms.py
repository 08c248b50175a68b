"""The forms of polls: what one types, what is refused and why, and that nothing of it is lost."""

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from space.discuss.actions import close_poll, reopen_poll
from space.discuss.models import Poll, Results, Topic, Way
from space.discuss.polls.forms import PollForm
from space.testing.polls import ask, option, standing, votes

HTMX = {"HTTP_HX_REQUEST": "true"}
TOPIC = {"title": "Shall we meet on Friday?", "text": "Or rather not."}
POLL = {
    "poll-question": "Which day?",
    "poll-options": "Friday\r\n\r\n  Saturday ",
    "poll-way": "single",
    "poll-ballots": "secret",
    "poll-results": "always",
}


def asked(**changed):
    return POLL | {f"poll-{name}": value for name, value in changed.items()}


def the_poll():
    return Poll.objects.for_actions().get()


@pytest.fixture
def as_lena(client, lena):
    client.force_login(lena)
    return client


def send(client, path, questions, poll):
    return client.post(path, TOPIC | {"category": questions.pk, "key": str(uuid4())} | poll)


def test_a_topic_is_started_with_a_poll(as_lena, questions):
    poll = asked(way="several", at_most="2", ballots="open", results="closed")
    response = send(as_lena, "/discuss/start", questions, poll)

    poll = the_poll()
    assert response.url == poll.post.topic.get_absolute_url()
    assert list(poll.options.values_list("text", flat=True)) == ["Friday", "Saturday"]
    assert (poll.way, poll.at_most, poll.secret, poll.results) == (
        Way.SEVERAL,
        2,
        False,
        Results.AFTER_CLOSING,
    )


def test_who_types_no_question_and_no_options_asks_no_poll(as_lena, questions):
    poll = asked(question=" ", options="\n", way="nonsense", at_most="x", closes_at="2001-01-01T10:00")
    assert send(as_lena, "/discuss/start", questions, poll).status_code == 302
    assert not Poll.objects.for_actions().exists()


def test_a_reply_from_its_own_page_asks_a_poll(as_lena, topic):
    address = reverse("discuss:reply", args=[topic.slug, topic.pk])
    assert "Add a poll" in as_lena.get(address).content.decode()
    as_lena.post(address, {"text": "What do you say?", "key": str(uuid4())} | POLL)

    assert the_poll().post.number == 2
    assert 'id="poll-' in as_lena.get(topic.get_absolute_url()).content.decode()


LONG = "x" * 256


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"question": ""}, "Say what the poll asks."),
        ({"question": LONG}, "at most 255"),
        ({"options": "Friday"}, "Give two options at least"),
        ({"options": ""}, "Give two options at least"),
        ({"options": "\n".join(f"Day {n}" for n in range(21))}, "A poll can have 20 options at most."),
        ({"options": f"Friday\n{LONG}"}, "is too long: an option can have 255 characters."),
        ({"options": "Friday\nSaturday\n friday"}, "“Friday” stands there twice."),
        ({"way": "several", "at_most": "3"}, "Give a number from 2 to 2, or leave it empty."),
        ({"way": "several", "at_most": "1"}, "Give a number from 2 to 2, or leave it empty."),
        ({"way": "several", "at_most": "many"}, "Enter a whole number."),
        ({"way": "loud"}, "loud is not one of the available choices"),
        ({"closes_at": "2001-01-01T10:00"}, "Choose a moment that is still to come."),
        ({"closes_at": "9999-12-31T23:59"}, "A poll can be open for a year at most."),
        ({"closes_at": "soon"}, "Enter a valid date/time."),
    ],
)
def test_a_wrong_poll_comes_back_with_the_reason_and_all_that_was_typed(as_lena, questions, changed, reason):
    response = send(as_lena, "/discuss/start", questions, asked(**changed))
    page = response.content.decode()

    assert response.status_code == 422
    assert reason in page
    assert '<details class="poll-form poll__fold" open>' in page
    for name, value in ({"text": TOPIC["text"], "title": TOPIC["title"]} | asked(**changed)).items():
        field = re.search(rf'name="{name}"[^>]*?(value="{re.escape(value)}"|>\s*{re.escape(value)})', page)
        assert field or name in {"poll-way", "poll-ballots", "poll-results"}, name
    assert not Topic.objects.for_actions().exists()


def test_a_number_that_only_several_choices_need_is_not_looked_at_elsewhere():
    form = PollForm(asked(at_most="many"))
    assert form.is_valid()
    assert form.plan.stored()["at_most"] is None


def test_two_options_and_twenty_of_255_characters_are_well():
    options = [f"{number:03}" + "ß" * 252 for number in range(20)]
    assert PollForm(asked(options="\n".join(options))).is_valid()


def test_a_wrong_text_keeps_the_poll_that_was_typed(as_lena, questions):
    response = as_lena.post(
        "/discuss/start", {**TOPIC, "text": "", "category": questions.pk, **asked(results="voted")}
    )
    page = response.content.decode()

    assert response.status_code == 422
    assert 'value="Which day?"' in page
    assert re.search(r'value="voted"[^>]*checked', page)


def test_the_preview_without_javascript_keeps_the_poll(as_lena):
    page = as_lena.post("/discuss/start", TOPIC | asked(way="ranked") | {"preview": "1"}).content.decode()

    assert 'value="Which day?"' in page
    assert "Friday\n\n  Saturday " in page.replace("\r", "")
    assert re.search(r'value="ranked"[^>]*checked', page)
    assert 'class="field__error"' not in page


def test_a_closing_time_is_in_the_zone_of_the_writer(as_lena, lena, questions):
    lena.time_zone = "Africa/Douala"
    lena.save()
    wanted = (timezone.now() + timedelta(days=3)).astimezone(ZoneInfo("Africa/Douala"))
    assert "Africa/Douala" in as_lena.get("/discuss/start").content.decode()
    send(as_lena, "/discuss/start", questions, asked(closes_at=wanted.strftime("%Y-%m-%dT%H:%M")))

    assert the_poll().closes_at == wanted.replace(second=0, microsecond=0)
    page = as_lena.get(the_poll().post.topic.get_absolute_url()).content.decode()
    assert re.search(rf"Open until <time [^>]*>{wanted.day} [^<]* {wanted.year}, [^<]* WAT</time>", page)


@pytest.mark.parametrize("zone", ["Africa/Casablanca", ""])
def test_a_zone_without_a_name_is_told_as_a_distance(as_lena, lena, topic, zone):
    lena.time_zone = zone
    lena.save()
    ask(topic, closes_at=datetime(2099, 7, 1, 12, tzinfo=ZoneInfo("UTC")))
    assert re.search(
        r"UTC\+0[01]" if zone else " UTC<", as_lena.get(topic.get_absolute_url()).content.decode()
    )


def post_vote(client, poll, **more):
    return client.post(reverse("discuss:poll_vote", args=[poll.pk]), **more)


def test_a_vote_by_the_form_leads_back_to_the_poll(client, topic, kofi):
    poll = ask(topic)
    client.force_login(kofi)
    response = post_vote(client, poll, data={"option": option(poll, "Salt")})

    assert response.url == f"{topic.get_absolute_url()}#poll-{poll.pk}"
    assert standing(poll)[1]["Salt"] == 1
    assert "Your vote is counted." in client.get(response.url).content.decode()
    post_vote(client, poll, data={"take_back": "1", "option": "nonsense"})
    assert standing(poll)[0] == 0


def test_htmx_gets_the_poll_alone(client, topic, kofi):
    poll = ask(topic)
    client.force_login(kofi)
    response = post_vote(client, poll, data={"option": option(poll, "Salt")}, **HTMX)
    page = response.content.decode()

    assert response.status_code == 200
    assert page.startswith(f'<section class="poll" id="poll-{poll.pk}"')
    assert "Your vote is counted." in page
    assert "your choice" in page


def test_a_poll_of_a_later_page_leads_back_there(client, topic, kofi, settings):
    from space.discuss.actions import write_reply

    settings.POSTS_PER_PAGE = 1
    poll = ask(write_reply(topic, by=kofi, text="And what do you say?"))
    client.force_login(kofi)
    response = post_vote(client, poll, data={"option": option(poll, "Salt")})
    assert response.url == f"{topic.get_absolute_url()}?page=2#poll-{poll.pk}"


def test_places_make_an_order(client, topic, kofi):
    poll = ask(topic, way=Way.RANKED)
    client.force_login(kofi)
    places = {f"rank-{option(poll, 'Tea')}": "1", f"rank-{option(poll, 'Bread')}": "3"}
    post_vote(client, poll, data={**places, f"rank-{option(poll, 'Salt')}": ""})

    ballot = poll.ballots.get()
    assert list(ballot.choices.values_list("option__text", "rank")) == [("Tea", 1), ("Bread", 2)]


@pytest.mark.parametrize("more", [{}, HTMX], ids=["page", "htmx"])
def test_a_wrong_vote_comes_back_with_the_reason_and_what_was_chosen(client, topic, kofi, more):
    poll = ask(topic, way=Way.RANKED)
    client.force_login(kofi)
    tea, salt = option(poll, "Tea"), option(poll, "Salt")
    response = post_vote(client, poll, data={f"rank-{tea}": "2", f"rank-{salt}": "2"}, **more)
    page = response.content.decode()

    assert response.status_code == 422
    assert "Two options stand at place 2." in page
    assert page.count('<option value="2" selected>') == 2
    assert ("<html" in page) is (not more)


def vote_for(poll, text):
    return {"option": option(poll, text)}


@pytest.mark.parametrize(
    ("decided", "data", "reason"),
    [
        ({}, {}, "Choose something first."),
        ({"way": Way.RANKED}, {}, "Choose something first."),
        ({}, {"option": ["0"]}, "The poll was changed while you looked at it."),
        ({}, {"rank-1": "1"}, "The poll was changed while you looked at it."),
        ({"way": Way.RANKED}, {"option": "7"}, "The poll was changed while you looked at it."),
        ({"way": Way.RANKED}, {"rank-0": "1"}, "The poll was changed while you looked at it."),
    ],
)
def test_an_empty_or_strange_vote_is_refused_in_words(client, topic, kofi, decided, data, reason):
    poll = ask(topic, **decided)
    client.force_login(kofi)
    response = post_vote(client, poll, data=data)

    assert response.status_code == 422
    assert reason in response.content.decode()


@pytest.mark.parametrize(
    ("who", "reason"), [("nobody", "Sign in to vote."), ("viktor", "You cannot write for now.")]
)
def test_who_may_not_vote_is_told_why(client, topic, request, who, reason):
    person = request.getfixturevalue(who)
    if person.pk:
        client.force_login(person)
    poll = ask(topic)
    response = post_vote(client, poll, data=vote_for(poll, "Salt"))

    assert response.status_code == 422
    assert reason in response.content.decode()
    assert standing(poll)[0] == 0


def test_who_votes_after_the_end_sees_that_it_is_closed(client, topic, kofi, lena):
    poll = ask(topic)
    close_poll(poll, by=lena)
    client.force_login(kofi)
    response = post_vote(client, poll, data=vote_for(poll, "Salt"), **HTMX)

    assert response.status_code == 422
    assert "This poll is closed." in response.content.decode()
    assert "<form" not in response.content.decode()


def test_the_author_changes_a_poll_by_the_form_until_somebody_votes(as_lena, topic, kofi):
    poll = ask(topic, way=Way.SEVERAL, at_most=2, results=Results.AFTER_VOTING)
    address = reverse("discuss:poll_change", args=[poll.pk])
    page = as_lena.get(address).content.decode()
    assert "Bread\nSalt\nTea" in page
    assert re.search(r'value="several"[^>]*checked', page)
    assert as_lena.post(address, POLL).url == f"{topic.get_absolute_url()}#poll-{poll.pk}"
    assert the_poll().question == "Which day?"
    assert as_lena.post(address, asked(question="", options="")).status_code == 422

    votes(the_poll(), (kofi, "Friday"))
    assert as_lena.get(address).status_code == 403
    late = as_lena.post(address, asked(question="Which evening?"))
    assert late.status_code == 422
    assert "Which evening?" in late.content.decode()
    assert "Somebody has voted" in late.content.decode()


def test_closing_by_the_form_twice_is_closing_once_and_only_moderators_reopen(as_lena, client, topic, rosa):
    poll = ask(topic)
    close, reopen = (reverse(f"discuss:poll_{name}", args=[poll.pk]) for name in ("close", "reopen"))
    assert [as_lena.post(close).status_code for _ in range(2)] == [302, 302]
    assert the_poll().has_ended
    assert as_lena.post(reopen).status_code == 403

    client.force_login(rosa)
    assert [client.post(reopen).status_code for _ in range(2)] == [302, 302]
    assert not the_poll().has_ended
    answer = client.post(close, **HTMX).content.decode()
    assert "Reopen the poll" in answer
    reopen_poll(poll, by=rosa)
