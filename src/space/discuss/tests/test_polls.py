"""What polls promise: how one asks, votes, changes one's mind, and how they end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from space.administration.actions import change_setting
from space.discuss import tasks
from space.discuss.actions import (
    change_poll,
    close_poll,
    close_topic,
    reopen_poll,
    reopen_topic,
    start_topic,
    take_back,
    vote,
    write_reply,
)
from space.discuss.actions.polling import close_if_due
from space.discuss.actions.recounting import differences, recount
from space.discuss.models import Ballot, Choice, Option, Poll, Way
from space.discuss.polls.forms import PollForm
from space.discuss.polls.numbers import POLL_OPTIONS_AT_MOST, VOTES_AN_HOUR
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.testing.polls import ask, option, standing, votes

PLAN = PollPlan("Shall we meet?", ("Yes", "No"))


def fresh(poll):
    return Poll.objects.for_actions().select_related("post__topic").get(pk=poll.pk)


def logged():
    """What the log says of polls."""
    entries = LogEntry.objects.filter(thing_kind="discuss.poll").order_by("pk")
    return list(entries.values_list("what", "by", "thing_id"))


def refusal(act, *args, **named):
    with pytest.raises(ValidationError) as refused:
        act(*args, **named)
    return refused.value.code


def test_a_topic_is_started_with_its_poll_and_the_same_form_again_makes_no_other(questions, lena, kofi):
    form = {"by": lena, "title": "Shall we meet on Friday?", "text": "Or not.", "poll": PLAN, "key": uuid4()}
    topic = start_topic(questions, **form)
    start_topic(questions, **form)

    poll = Poll.objects.for_actions().get()
    assert (poll.post.topic, poll.post.number) == (topic, 1)
    assert list(poll.options.values_list("position", "text")) == [(1, "Yes"), (2, "No")]
    assert write_reply(topic, by=kofi, text="And I ask this.", poll=PLAN).poll.question == PLAN.question


def test_one_votes_changes_ones_mind_and_takes_it_back(topic, kofi, rosa):
    poll = ask(topic)
    votes(poll, (kofi, "Salt"), (rosa, "Salt"))
    assert standing(poll) == (2, {"Bread": 0, "Salt": 2, "Tea": 0})

    votes(poll, (kofi, "Tea"))
    assert standing(poll) == (2, {"Bread": 0, "Salt": 1, "Tea": 1})

    take_back(poll, by=kofi)
    assert standing(poll) == (1, {"Bread": 0, "Salt": 1, "Tea": 0})
    assert not Choice.objects.filter(ballot__person=kofi).exists()
    assert differences() == []


def test_the_same_vote_again_changes_nothing_and_costs_nothing(topic, kofi):
    poll = votes(ask(topic), (kofi, "Salt"))
    used = Bucket.objects.get(what="votes").empty_at
    again = votes(poll, (kofi, "Salt"))
    take_back(again, by=kofi)
    take_back(again, by=kofi)

    assert again.version == poll.version
    assert Bucket.objects.get(what="votes").empty_at > used
    assert fresh(poll).version == poll.version + 1


@pytest.mark.parametrize(
    ("decided", "said", "code"),
    [
        ({}, "Bread, Salt", "too_many"),
        ({"way": Way.SEVERAL, "at_most": 2}, "Bread, Salt, Tea", "too_many"),
        ({"way": Way.SEVERAL}, "Bread, Bread", "twice"),
        ({"way": Way.RANKED}, "Bread, Salt, Bread", "twice"),
    ],
)
def test_a_vote_that_the_poll_does_not_allow_is_refused(topic, kofi, decided, said, code):
    poll = ask(topic, **decided)

    assert refusal(votes, poll, (kofi, said)) == code
    assert standing(poll)[0] == 0


def test_a_vote_for_nothing_or_for_an_option_of_another_poll_is_refused(topic, kofi):
    poll = ask(topic)
    other = ask(write_reply(topic, by=kofi, text="And this?"))

    assert refusal(vote, poll, by=kofi, options=[]) == "nothing"
    assert refusal(vote, poll, by=kofi, options=[option(other, "Salt")]) == "changed"


def test_several_choices_are_counted_each_and_a_ranked_vote_by_its_first(topic, kofi, rosa):
    several = votes(ask(topic, way=Way.SEVERAL), (kofi, "Bread, Tea"), (rosa, "Tea"))
    ranked = ask(write_reply(topic, by=kofi, text="Or in an order?"), way=Way.RANKED)
    votes(ranked, (kofi, "Tea, Bread"), (rosa, "Bread, Tea, Salt"))

    assert standing(several) == (2, {"Bread": 1, "Salt": 0, "Tea": 2})
    assert standing(ranked) == (2, {"Bread": 1, "Salt": 0, "Tea": 1})
    votes(ranked, (kofi, "Bread, Tea"))
    assert standing(ranked) == (2, {"Bread": 2, "Salt": 0, "Tea": 0})
    assert differences() == []


def test_a_wrong_number_of_votes_is_found_and_mended_and_kept_results_are_not_used(topic, kofi):
    poll = votes(ask(topic), (kofi, "Salt"))
    Option.objects.filter(pk=option(poll, "Tea")).update(votes=9)
    Poll.objects.filter(pk=poll.pk).update(voters=7)
    assert len(differences()) == 2

    assert recount() == 2
    assert standing(poll) == (1, {"Bread": 0, "Salt": 1, "Tea": 0})
    assert fresh(poll).version > poll.version
    assert differences() == []


def test_votes_have_an_allowance_that_grows_with_trust(topic, kofi):
    poll = ask(topic)
    votes(poll, *((kofi, ("Salt", "Tea")[number % 2]) for number in range(90)))

    assert refusal(votes, poll, (kofi, "Bread")) == "too_fast"
    assert standing(poll) == (1, {"Bread": 0, "Salt": 0, "Tea": 1})
    assert differences() == []


def test_a_poll_closes_by_itself_to_the_second(topic, kofi):
    end = timezone.now() + timedelta(hours=1)
    poll = ask(topic, closes_at=end)
    with clock.at(end - timedelta(microseconds=1)):
        votes(poll, (kofi, "Salt"))
    with clock.at(end):
        assert refusal(votes, poll, (kofi, "Tea")) == "closed"
        assert refusal(take_back, poll, by=kofi) == "closed"
        assert refusal(change_poll, poll, PLAN, by=kofi) == "closed"

    assert standing(poll) == (1, {"Bread": 0, "Salt": 1, "Tea": 0})


def test_a_job_is_planned_for_the_end_and_writes_down_that_it_came(topic):
    end = timezone.now() + timedelta(hours=1)
    poll = ask(topic, closes_at=end)
    job = ProcrastinateJob.objects.get(task_name="discuss.close_poll")
    assert (job.args, job.scheduled_at) == ({"poll": poll.pk}, end)

    close_if_due(poll.pk)
    assert fresh(poll).closed_at is None
    with clock.at(end + timedelta(seconds=2)):
        tasks.close_poll(poll=poll.pk)
        tasks.close_poll(poll=poll.pk)
    assert fresh(poll).closed_at == end
    assert logged() == [], "nobody decided that"
    close_if_due(0)


def test_a_poll_of_a_closed_topic_is_closed_with_it_and_opens_with_it(topic, kofi, rosa):
    poll = ask(topic)
    close_topic(topic, by=rosa)
    assert refusal(votes, poll, (kofi, "Salt")) == "closed"

    reopen_topic(topic, by=rosa)
    votes(poll, (kofi, "Salt"))


def test_closing_early_and_reopening_are_logged_once(topic, lena, kofi, rosa):
    poll = ask(topic, closes_at=timezone.now() + timedelta(days=1))
    close_poll(poll, by=lena)
    close_poll(poll, by=lena)
    assert refusal(votes, poll, (kofi, "Salt")) == "closed"

    reopen_poll(poll, by=rosa)
    reopen_poll(poll, by=rosa)
    votes(poll, (kofi, "Salt"))
    assert logged() == [("poll-closed", lena.pk, poll.pk), ("poll-reopened", rosa.pk, poll.pk)]


def test_reopening_lets_a_time_go_that_is_over_and_keeps_one_that_is_not(topic, rosa):
    end = timezone.now() + timedelta(hours=1)
    poll = ask(topic, closes_at=end)
    close_poll(poll, by=rosa)
    assert reopen_poll(poll, by=rosa).closes_at == end

    with clock.at(end + timedelta(hours=1)):
        poll = reopen_poll(poll, by=rosa)
        assert (poll.closes_at, poll.has_ended) == (None, False)


def test_a_poll_changes_until_the_first_vote_and_the_log_says_so(topic, lena, kofi):
    poll = ask(topic)
    seen = option(poll, "Salt")
    poll = change_poll(poll, PollPlan("Which day?", ("Friday", "Salt"), way=Way.RANKED), by=lena)
    assert list(poll.options.values_list("text", flat=True)) == ["Friday", "Salt"]
    assert logged() == [("poll-changed", lena.pk, poll.pk)]

    # A page that was opened before names an option of the old question.
    assert refusal(vote, poll, by=kofi, options=[seen]) == "changed"
    votes(poll, (kofi, "Friday"))
    assert refusal(change_poll, poll, PLAN, by=lena) == "begun"
    take_back(poll, by=kofi)
    change_poll(poll, PLAN, by=lena)


def test_a_secret_vote_leaves_no_time_and_no_line_in_the_log(topic, kofi, rosa):
    poll = ask(topic, secret=True)
    before = LogEntry.objects.count()
    with clock.at(timezone.now() + timedelta(hours=3)):
        votes(poll, (kofi, "Salt"), (rosa, "Tea"))

    assert set(Ballot.objects.values_list("at", flat=True)) == {poll.made_at}
    assert LogEntry.objects.count() == before


def test_an_open_vote_says_when_it_was_cast_first(topic, kofi):
    moment = timezone.now() + timedelta(hours=3)
    poll = ask(topic, secret=False)
    with clock.at(moment):
        votes(poll, (kofi, "Salt"))

    assert Ballot.objects.get().at == moment


def test_votes_and_options_are_as_many_as_administrators_chose(topic, ada, lena):
    change_setting(VOTES_AN_HOUR, 2, by=ada)
    change_setting(POLL_OPTIONS_AT_MOST, 3, by=ada)
    form = PollForm({"poll-question": "Which?", "poll-options": "1\n2\n3\n4", "poll-way": "single"})
    assert "A poll can have 3 options at most." in form.errors["options"]

    poll = votes(ask(topic), (lena, "Bread"), (lena, "Salt"), (lena, "Tea"))
    assert refusal(votes, poll, (lena, "Bread")) == "too_fast", "trust 2 has half as much again"
