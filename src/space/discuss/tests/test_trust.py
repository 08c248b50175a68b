"""Trust grows over night for who has read and taken part enough: at each border of the table, and never down."""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.models import Trust, User
from space.administration.actions import change_setting
from space.discuss.actions import hide_post, mark_read, take_as_read, write_reply
from space.discuss.actions.trusting import counts_of, grow_trust
from space.discuss.models import Post, Reaction, ReadMark, Topic, Visit
from space.discuss.trust import TABLE, earned
from space.limits.models import Bucket
from space.moderation.actions import penalise
from space.moderation.models import LogEntry, Measure
from space.testing.cast import make

BASIC = {"topics": 5, "posts": 30, "minutes": 10}
MEMBER = {"topics": 20, "posts": 100, "minutes": 60, "days": 15, "given": 1, "received": 1, "replied": 3}


@pytest.fixture
def library(topic, questions, lena) -> list[Topic]:
    """Twenty topics to read, each with a post of Lena's that one can react to."""
    first = topic.posts.get(number=1)
    made = [topic]
    for number in range(19):
        another = Topic.objects.for_actions().get(pk=topic.pk)
        another.pk, another.title, another.posts_count = None, f"Topic {number}", 1
        another.save()
        Post.objects.create(
            topic=another,
            number=1,
            author=lena,
            source="Words.",
            html="<p>Words.</p>",
            renderer=first.renderer,
        )
        made.append(another)
    return made


def has_done(person: User, library: list[Topic], **done: int) -> None:
    """Somebody has done exactly so much."""
    for topic in library[: done.get("replied", 0)]:
        Bucket.objects.all().delete()
        write_reply(topic, by=person, text="I know that box of cards.")
    topics, posts, seconds = done["topics"], done["posts"], 60 * done["minutes"]
    ReadMark.objects.filter(person=person).delete()
    for number, topic in enumerate(library[:topics]):
        last = number == topics - 1
        ReadMark.objects.create(
            person=person,
            topic=topic,
            number=posts - (topics - 1) if last else 1,
            seconds=seconds - (topics - 1) if last else 1,
        )
    Visit.objects.update_or_create(person=person, defaults={"days": done.get("days", 0)})
    for topic in library[: done.get("given", 0)]:
        Reaction.objects.create(post=topic.posts.get(number=1), person=person, kind="thanks")
    for post in Post.objects.for_actions().filter(author=person)[: done.get("received", 0)]:
        Reaction.objects.create(post=post, person=library[0].author, kind="thanks")


def trust_of(person: User) -> int:
    return User.objects.get(pk=person.pk).trust


def test_the_table_says_what_behaviour_asks(db):
    told = {step: {name: needed() for name, needed in needs.items()} for step, needs in TABLE.items()}
    assert told == {Trust.BASIC: BASIC, Trust.MEMBER: MEMBER}


def test_exactly_enough_gives_trust_one_and_the_log_says_that_space_did_it(library):
    ibrahim = make("Ibrahim", trust=Trust.NEW, days=3)
    has_done(ibrahim, library, **BASIC)
    assert grow_trust() == 1
    assert trust_of(ibrahim) == Trust.BASIC
    entry = LogEntry.objects.get(what="trust-grew")
    assert (entry.by, entry.thing_id) == (User.objects.system(), ibrahim.pk)
    assert entry.codes == {"before": 0, "after": 1}
    assert grow_trust() == 0


@pytest.mark.parametrize("name", BASIC)
def test_one_less_of_anything_gives_no_trust_one(library, name):
    ibrahim = make("Ibrahim", trust=Trust.NEW, days=3)
    has_done(ibrahim, library, **BASIC | {name: BASIC[name] - 1})
    assert grow_trust() == 0
    assert trust_of(ibrahim) == Trust.NEW


@pytest.mark.parametrize("start", [Trust.NEW, Trust.BASIC])
def test_exactly_enough_gives_trust_two(library, start):
    ibrahim = make("Ibrahim", trust=start)
    has_done(ibrahim, library, **MEMBER)
    assert grow_trust() == 1
    assert trust_of(ibrahim) == Trust.MEMBER


@pytest.mark.parametrize("name", MEMBER)
def test_one_less_of_anything_gives_no_trust_two(library, name):
    ibrahim = make("Ibrahim", trust=Trust.BASIC)
    has_done(ibrahim, library, **MEMBER | {name: MEMBER[name] - 1})
    counted = counts_of(ibrahim)
    assert counted[name] == MEMBER[name] - 1
    assert grow_trust() == 0


def test_ten_minutes_are_six_hundred_seconds(library):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, **BASIC)
    ReadMark.objects.filter(person=ibrahim, topic=library[0]).update(seconds=0)
    assert counts_of(ibrahim)["minutes"] == 9


def test_a_list_taken_as_read_is_not_reading(library, amina):
    take_as_read([topic.pk for topic in library], by=amina, what="new")
    assert (counts_of(amina)["topics"], counts_of(amina)["posts"]) == (0, 0)
    mark_read(library[0], amina, 1, seconds=5)
    assert (counts_of(amina)["topics"], counts_of(amina)["posts"]) == (1, 1)


def test_what_one_leaves_at_ones_own_posts_is_no_reaction_of_others(topic, lena, kofi):
    Reaction.objects.create(post=topic.posts.get(number=1), person=lena, kind="star")
    assert counts_of(lena)["received"] == 0
    Reaction.objects.create(post=topic.posts.get(number=1), person=kofi, kind="star")
    assert counts_of(lena)["received"] == 1


def test_hidden_replies_do_not_count_nor_what_was_left_at_them(topic, kofi, lena, rosa):
    reply = write_reply(topic, by=kofi, text="Buy my pills.")
    Reaction.objects.create(post=reply, person=lena, kind="thanks")
    assert (counts_of(kofi)["replied"], counts_of(kofi)["received"]) == (1, 1)
    hide_post(reply, by=rosa)
    assert (counts_of(kofi)["replied"], counts_of(kofi)["received"]) == (0, 0)


def test_two_replies_in_one_topic_are_one_topic(topic, kofi):
    write_reply(topic, by=kofi, text="One thing.")
    Bucket.objects.all().delete()
    write_reply(topic, by=kofi, text="And another.")
    assert counts_of(kofi)["replied"] == 1


@pytest.mark.parametrize("measure", Measure)
def test_who_is_silenced_or_suspended_waits_until_that_is_over(library, rosa, measure):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, **BASIC)
    until = timezone.now() + timedelta(days=1)
    penalty = penalise(ibrahim, measure, by=rosa, until=until, reason="Shouting")
    assert grow_trust() == 0
    penalty.until = timezone.now() - timedelta(seconds=1)
    penalty.save()
    assert grow_trust() == 1


@pytest.mark.parametrize(
    "changed", [{"is_active": False}, {"nature": "archived"}, {"trust_by_hand": True}, {"trust": 3}]
)
def test_who_is_not_looked_at(library, changed):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, **MEMBER)
    User.objects.filter(pk=ibrahim.pk).update(**changed)
    before = trust_of(ibrahim)
    assert grow_trust() == 0
    assert trust_of(ibrahim) == before


def test_trust_never_falls_when_more_is_asked(library, ada):
    ibrahim = make("Ibrahim", trust=Trust.BASIC)
    change_setting(TABLE[Trust.BASIC]["posts"], 500, by=ada)
    has_done(ibrahim, library, **BASIC)
    assert grow_trust() == 0
    assert trust_of(ibrahim) == Trust.BASIC


def test_administrators_change_what_it_takes(library, ada, hearing):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, **BASIC | {"posts": 29})
    assert grow_trust() == 0
    change_setting(TABLE[Trust.BASIC]["posts"], 29, by=ada)
    from space.web.versions import ledger

    ledger.note("settings")
    assert grow_trust() == 1


@pytest.mark.parametrize(
    ("trust", "counts", "then"),
    [
        (0, BASIC | {"days": 0}, 1),
        (0, MEMBER, 2),
        (1, MEMBER, 2),
        (1, dict.fromkeys(MEMBER, 0), 1),
        (4, MEMBER, 4),
    ],
)
def test_steps_are_climbed_one_after_the_other(db, trust, counts, then):
    assert earned(trust, dict.fromkeys(MEMBER, 0) | counts) == then


def test_everybody_costs_the_same_few_queries(library, hearing, django_assert_max_num_queries):
    people = [make(f"Reader {n}", trust=Trust.NEW) for n in range(12)]
    for one in people:
        has_done(one, library, **BASIC | {"posts": 29})
    # One statement, between the two that mark its transaction inside of the test's.
    with django_assert_max_num_queries(3):
        grow_trust()


def test_one_sees_what_is_missing_and_nobody_else_does(client, library, kofi):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, topics=3, posts=40, minutes=2)
    client.force_login(ibrahim)
    page = client.get("/preferences/").content.decode()
    assert "You are known here as: <strong>New</strong>." in page
    assert "You have entered 3 of 5 topics." in page
    assert "You have read 30 of 30 posts." in page
    assert "You have read for 2 of 10 minutes." in page
    assert page.count("standing__done") == 1
    for reader in (None, kofi, ibrahim):
        client.logout()
        if reader:
            client.force_login(reader)
        for path in (ibrahim.get_absolute_url(), f"{ibrahim.get_absolute_url()}card", "/people/"):
            assert "You have entered" not in client.get(path).content.decode()


def test_after_a_step_one_reads_since_when_and_what_comes_next(client, library):
    ibrahim = make("Ibrahim", trust=Trust.NEW)
    has_done(ibrahim, library, **BASIC)
    grow_trust()
    client.force_login(ibrahim)
    page = client.get("/preferences/").content.decode()
    assert "you are known here as: <strong>Basic</strong>." in page
    assert "On the way to <strong>Member</strong>" in page
    assert "You have come on 0 of 15 days." in page


def test_who_has_what_grows_by_itself_reads_that_moderators_give_the_rest(client, lena, rosa):
    for person, words in ((lena, "What comes after it is given by moderators."), (rosa, "Leader")):
        client.force_login(person)
        page = client.get("/preferences/").content.decode()
        assert words in page
        assert "You have entered" not in page
