"""Everybody reads what was done, and nobody more than they may know."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.personal import Way
from space.discuss.actions import close_topic, delete_post, delete_topic, hide_post, write_reply
from space.kit import clock
from space.moderation.actions import penalise, record
from space.moderation.models import LogEntry, Measure, Reason
from space.privacy.actions import erase_some, leave
from space.privacy.models import Farewell
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag
from space.review.actions.flagging import Told
from space.review.log.actions import complete, count_months
from space.review.models import Clause, Did, Follows, Line, Month, Outcome, Why
from space.review.things import post_thing
from space.testing.cast import make
from space.testing.rooms import MARKER

pytestmark = pytest.mark.django_db
LOG = "/moderation/log/"


def reads(person=None):
    browser = Client()
    if person:
        browser.force_login(person)

    def read(address=LOG, **query):
        answer = browser.get(address, query)
        return (answer.getvalue() if answer.streaming else answer.content).decode()

    return read


@pytest.fixture
def decision(topic, lena, rosa):
    """Somebody new flags a post of Lena; Rosa hides it and silences her for a day."""
    post = write_reply(topic, by=lena, text="You never check anything!")
    told = flag(post_thing(post), Told(Why.INAPPROPRIATE), by=make("Ana@local"))
    ruling = Ruling(Did.HIDE, Clause.RESPECT, "It is about the person.", Follows.SILENCE, 24)
    return decide(told.case, ruling, by=rosa)


def test_everybody_reads_what_was_done_to_a_post_why_and_by_whom(decision, topic):
    page = reads()()
    for words in (
        "What was flagged was decided",
        "It is about the person.",
        "Respect each other",
        "Rosa Quispe",
    ):
        assert words in page
    assert "Agree and hide" in page
    assert "For 24 hours" in page
    # What was hidden is linked by nothing.
    assert decision.case.author.name not in page
    assert "never check" not in page


def test_what_was_done_to_a_person_is_told_with_their_name_to_moderators_and_themselves(
    decision, lena, kofi, rosa
):
    for reader, knows in ((None, False), (kofi, False), (lena, True), (rosa, True)):
        page = reads(reader)(kind="people")
        assert "A person was silenced" in page
        assert ("The person is not named here" not in page) is knows
        assert ("It is about the person." in page) is knows


def test_of_a_closed_group_others_learn_that_something_was_done(secret, kofi, ada, lena, rosa, circle):
    post = write_reply(secret, by=kofi, text=MARKER)
    delete_post(post, by=ada, reason=f"Because of {MARKER}")
    close_topic(secret, by=ada, reason=MARKER)
    delete_topic(secret, by=ada, reason=f"All {MARKER}")
    for reader in (None, lena, rosa):
        page, table = reads(reader)(), reads(reader)("/moderation/log.csv")
        for told in (page, table):
            assert "In a closed group" in told
            assert "A topic was deleted" in told
            assert MARKER not in told
            assert "Ada" not in told.split("<main")[-1].split("</main>")[0]
        assert "A topic was deleted" not in reads(reader)(category=secret.category_id)
    inside = reads(kofi)()
    assert f"All {MARKER}" in inside
    assert f"Because of {MARKER}" in inside


def test_an_author_who_appeals_is_not_named_and_the_machine_says_that_it_was_it(decision, topic, lena, rosa):
    asked = appeal(decision, "I meant the source.", by=lena)
    answer_appeal(asked, Outcome.REVERSED, "It was about the source.", by=make("Omar"))
    record(User.objects.system(), "flags-closed", topic, hours=4)
    appeals, machine = reads()(kind="appeals"), reads()(by="machine")
    assert "Whom it was decided about" in appeals
    assert "It was about the source." in appeals
    assert lena.name not in appeals.split("<main")[1]
    assert "never check" not in appeals
    assert "Space, by itself" in machine
    assert "For 4 hours" in machine
    assert topic.title in machine
    assert "undid a decision" not in machine


def test_what_people_do_with_their_own_is_no_moderation(topic, rosa):
    record(topic.author, "topic-retagged", topic)
    record(topic.author, "farewell-asked", topic.author)
    assert not Line.objects.for_actions().filter(sort="topics").exists()
    record(rosa, "topic-retagged", topic)
    assert Line.objects.for_actions().filter(sort="topics").count() == 1


def test_filters_hold_together_and_what_means_nothing_is_left_out(decision, topic, rosa):
    with clock.at(clock.now() - timedelta(days=70)):
        close_topic(topic, by=rosa, reason="Long ago")
    month = f"{clock.now() - timedelta(days=70):%Y-%m}"
    read = reads()
    assert "Long ago" in read(month=month)
    assert "Long ago" in read(kind="topics", category=topic.category_id)
    assert "Nothing is written down here" in read(month=month, clause="respect")
    assert "was flagged was decided" in read(clause="respect")
    assert "Long ago" not in read(clause="respect")
    assert "Long ago" in read(month="2026-99", kind="?", by="?", clause="?", category="x" * 40, before="1_2")


def test_pages_go_on_where_the_last_one_ended_and_cost_the_same(
    topic, rosa, lena, ada, django_assert_max_num_queries
):
    posts = [write_reply(topic, by=person, text="Word") for person in (lena, rosa)]
    for n in range(64):
        record(ada, "post-shown", posts[n % 2], f"Reason {n} of many")
    browser, seen, address = Client(), [], LOG
    while address:
        with django_assert_max_num_queries(12):
            page = browser.get(address)
        seen += [n for n in range(64) if f"Reason {n} of" in page.content.decode()]
        address = page.context["older"]
    assert sorted(seen) == list(range(64))


def test_the_feed_and_the_table_tell_the_same(decision, topic, rosa):
    close_topic(topic, by=rosa, reason="=1+1")
    feed = reads()("/moderation/log.atom", kind="topics")
    assert "A topic was closed" in feed
    assert "decided" not in feed
    assert topic.title in feed
    table = list(csv.DictReader(StringIO(reads()("/moderation/log.csv").lstrip("\ufeff"))))
    assert [row["what"] for row in table][:1] == ["topic-closed"]
    assert table[0]["reason"] == "'=1+1"
    assert {row["clause"] for row in table if row["what"] == "case-decided"} == {"respect"}


def test_an_administrator_takes_words_out_and_the_log_says_so(topic, rosa, ada, client):
    hide_post(write_reply(topic, by=topic.author, text="Hm"), by=rosa, reason="She lives in Lima.")
    line = Line.objects.for_actions().latest("at")
    address = reverse("review:redact", args=[line.pk])
    client.force_login(rosa)
    assert client.post(address, {"reason": "x"}).status_code == 403
    client.force_login(ada)
    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": "Where somebody lives."}).status_code == 302
    client.post(address, {"reason": "Twice."})
    page = reads()()
    assert "Lima" not in page
    assert "The words of this reason were taken out." in page
    assert "Where somebody lives." in page
    assert "Twice." not in page
    assert "A reason was taken out of this log" in page


def test_erasing_a_person_leaves_no_name_in_the_log(decision, topic, lena, rosa, ada):
    told = f"{lena.name} was told before."
    penalise(lena, Measure.SUSPENSION, by=rosa, until=clock.now() + timedelta(days=1), reason=told)
    entries = LogEntry.objects.count()
    for person in (lena, rosa):
        leave(person, Way.WORDS)
    with clock.at(clock.now() + timedelta(days=30)):
        for farewell in Farewell.objects.all():
            assert erase_some(farewell.pk)
    assert LogEntry.objects.count() >= entries
    page, table = reads(ada)(), reads(ada)("/moderation/log.csv")
    for name in ("Lena", "Rosa"):
        assert name not in page.split("<main")[1]
        assert name not in table
        assert not Reason.objects.filter(text__contains=name).exists()


def test_lines_can_be_made_again_from_the_entries(decision, topic, secret, rosa, ada):
    close_topic(secret, by=ada, reason=MARKER)
    delete_topic(secret, by=ada, reason=MARKER)
    fields = [field.attname for field in Line._meta.concrete_fields]
    before = list(Line.objects.for_actions().order_by("pk").values_list(*fields))
    Line.objects.for_actions().all().delete()
    assert complete() == len(before)
    assert complete() == 0
    assert list(Line.objects.for_actions().order_by("pk").values_list(*fields)) == before


def test_the_numbers_of_a_month_say_how_much_and_how_long(decision, topic, lena):
    asked = appeal(decision, "I meant the source.", by=lena)
    answer_appeal(asked, Outcome.REVERSED, "Right.", by=make("Omar"))
    count_months()
    count_months()
    row = Month.objects.get(language=Month.ALL, month=clock.now().date().replace(day=1))
    assert (row.flags, row.decisions, row.appeals, row.reversals) == (1, 1, 1, 1)
    assert row.median_minutes == 0
    page = reads()("/moderation/numbers/", month=f"{row.month:%Y-%m}")
    assert "0 minutes" in page
    assert "English" in page
