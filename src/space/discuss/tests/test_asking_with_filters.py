"""Filters in search: each narrows what is found to what its name says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    arrange_category,
    bookmark,
    choose_answer,
    close_topic,
    start_topic,
    write_reply,
)
from space.kit import clock
from space.search.asking import query
from space.search.grammar import parse
from space.testing.rooms import MARKER


def found(text, reader=NOBODY):
    """The first posts as their titles' last words, replies as `reply`."""
    asked = parse(text, reader)
    assert asked.problems == ()
    hits = query(asked.question(reader), reader).hits
    return sorted(f"{hit.kind} {hit.pk}" for hit in hits)


@pytest.fixture
def said(questions, lena, kofi, ada):
    """Two topics in two categories, three weeks apart, and a reply to the first."""
    below = arrange_category("maps-room", by=ada, name="Maps", parent=questions)
    now = timezone.now()
    with clock.at(now - timedelta(days=21)):
        old = start_topic(
            below,
            by=lena,
            title="Lighthouse maps",
            text="Where are they?",
            language="en",
            kind="question",
            tags=["maps", "sea"],
        )
        reply = write_reply(old, by=kofi, text="Le phare, the lighthouse, is on sheet nine.", language="en")
    new = start_topic(
        questions, by=kofi, title="Lighthouse keepers", text="Who knows one?", language="fr", tags=["sea"]
    )
    return {"old": old.posts.get(number=1), "reply": reply, "new": new.posts.get(number=1)}


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ("", "old reply new"),
        ("by:lena-müller", "old"),
        ("-by:lena-müller", "reply new"),
        ("category:questions", "old reply new"),
        ("category:maps", "old reply"),
        ("-category:maps", "new"),
        ("tag:sea tag:maps", "old reply"),
        ("tag:maps,sea -lang:fr", "old reply"),
        ("-tag:maps", "new"),
        ("lang:fr", "new"),
        ("-lang:fr", "old reply"),
        ("kind:question", "old reply"),
        ("kind:question,conversation -lang:fr", "old reply"),
        ("in:title", "old new"),
        ("in:first", "old new"),
        ("after:7d", "new"),
        ("before:7d", "old reply"),
        ("-after:7d", "old reply"),
        ("status:unanswered", "new"),
        ("-status:unanswered", "old reply"),
        ("status:unsolved", "old reply"),
        ("status:open", "old reply new"),
        ("posts:>1", "old reply"),
        ("-posts:2..5", "new"),
        ('"the lighthouse"', "reply"),
        ("-sheet -keepers", "old"),
        ("order:newest", "old reply new"),
    ],
)  # fmt: skip
def test_a_filter_narrows_what_is_found(said, filters, names):
    text = filters if filters.startswith('"') else f"lighthouse {filters}"
    hits = query(parse(text, NOBODY).question(NOBODY), NOBODY).hits
    shown = {(hit.kind, hit.pk) for hit in hits}
    grouped = {(hit.topic) for hit in hits}
    wanted = [said[name] for name in names.split()]
    assert grouped == {post.topic_id for post in wanted}
    assert {pk for _, pk in shown} <= {post.pk for post in wanted}


def test_decisions_about_a_topic_are_found_by(said, rosa):
    choose_answer(said["reply"], by=rosa)
    close_topic(said["new"].topic, by=rosa)
    for filters, topics in {
        "status:solved": {"old"}, "status:unsolved": set(), "status:closed": {"new"}, "status:open": {"old"},
        "status:closed,solved": {"old", "new"}, "-status:closed": {"old"}, "status:pinned": set(),
    }.items():  # fmt: skip
        hits = query(parse(f"lighthouse {filters}", NOBODY).question(NOBODY), NOBODY).hits
        assert {hit.topic for hit in hits} == {said[name].topic_id for name in topics}, filters


def test_what_is_mine_is_found_by_me(said, lena, kofi):
    bookmark(said["reply"], by=lena)
    reader = reader_of(lena)
    assert found("lighthouse in:mine", reader) == [f"topic {said['old'].pk}"]
    assert found("lighthouse in:bookmarked", reader) == [f"post {said['reply'].pk}"]
    assert found("lighthouse in:bookmarked", reader_of(kofi)) == []
    assert found(f"lighthouse topic:{said['new'].topic_id}", reader) == [f"topic {said['new'].pk}"]


def test_filters_open_no_door(secret, lena, kofi):
    """Inside one finds by them; outside they are names of nothing, and narrow nothing."""
    assert found(f"plan tag:{MARKER} by:kofi-mensah", reader_of(kofi)) != []
    for filters in (f"category:{MARKER}-room", f"tag:{MARKER}", f"topic:{secret.pk}"):
        asked = parse(f"plan {filters}", reader_of(lena))
        assert len(asked.problems) == 1
        assert query(asked.question(reader_of(lena)), reader_of(lena)).hits == ()


@pytest.mark.parametrize("text", ["posts:>9999999", "posts:>20", "posts:<1", "posts:9..2"])
def test_a_number_of_posts_reads_back_the_same(db, text):
    once = parse(text, NOBODY)

    assert once.problems == ()
    assert parse(str(once), NOBODY) == once
