"""Categories are made, changed, ordered and taken away: what holds then, and what the log says."""

import pytest
from django.core.exceptions import ValidationError

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    appoint,
    arrange_category,
    change_category,
    delete_category,
    dismiss_moderator,
    make_category,
    place_category,
    start_topic,
)
from space.discuss.actions.recounting import differences, recount
from space.discuss.arranging.history import history_of
from space.discuss.models import Audience, Category, Topic
from space.discuss.permissions import can_arrange, can_moderate
from space.discuss.rooms import categories, in_two_levels
from space.discuss.tagging.permissions import can_arrange_tags
from space.moderation.models import LogEntry

PEOPLE = ["amina", "lena", "kofi", "rosa", "viktor", "ada"]


def entries(category):
    return [
        (entry.what, entry.codes) for entry in LogEntry.objects.filter(thing_id=category.pk).order_by("pk")
    ]


def order():
    return [room.slug for room in in_two_levels(NOBODY)]


@pytest.fixture
def four(ada):
    return [make_category(name, by=ada, name=name.title()) for name in ("one", "two", "three", "four")]


@pytest.mark.parametrize(("rule", "may"), [(can_arrange, "ada"), (can_arrange_tags, "rosa ada")])
def test_who_looks_after_categories_and_tags(request, rule, may, django_assert_num_queries):
    readers = {name: reader_of(request.getfixturevalue(name)) for name in PEOPLE}
    with django_assert_num_queries(0):
        assert [name for name in PEOPLE if rule(readers[name])] == may.split()
        assert not rule(NOBODY)


def test_each_changed_field_is_one_entry_and_words_are_no_codes(ada, questions):
    change_category(questions, by=ada, name="Ask", tone=7, parent=None, first_list="top", noindex=True)
    assert entries(questions)[1:] == [
        ("category-changed", {"field": "name"}),
        ("category-changed", {"field": "tone", "old": 2, "new": 7}),
        ("category-changed", {"field": "first_list", "old": "latest", "new": "top"}),
        ("category-changed", {"field": "noindex", "old": 0, "new": 1}),
    ]
    told = [(one.what, one.lines, one.old, one.new) for one in history_of(questions)]
    assert told[-2] == ("Name", ("− Questions", "+ Ask"), "", "")
    assert told[-3][2:] == ("Blue", "Orange")
    assert told[0][2:] == ("no", "yes")


def test_choosing_what_holds_already_changes_nothing(ada, questions):
    change_category(questions, by=ada, name="Questions", tone=2)
    arrange_category("questions", by=ada, name="Questions")
    assert len(entries(questions)) == 1


def test_who_sees_a_category_never_changes_here(ada, questions, circle):
    change_category(questions, by=ada, audience=Audience.GROUP, group=circle)
    assert Category.objects.for_actions().get(pk=questions.pk).audience == Audience.PUBLIC


def test_of_two_administrators_at_once_both_have_their_way_in_different_fields(ada, rosa, questions):
    change_category(questions, by=rosa, seen={"tone": 2}, tone=5)
    changed = change_category(questions, by=ada, seen={"name": "Questions"}, name="Ask")
    assert (changed.name, changed.tone) == ("Ask", 5)


def test_who_would_undo_a_change_of_a_moment_ago_is_told_whose(ada, rosa, questions):
    change_category(questions, by=rosa, seen={"tone": 2}, tone=5)
    with pytest.raises(ValidationError) as refused:
        change_category(questions, by=ada, seen={"tone": 2, "name": "Questions"}, tone=7, name="Ask")
    assert list(refused.value.message_dict) == ["tone"]
    assert "Rosa Quispe" in refused.value.messages[0]
    assert Category.objects.for_actions().get(pk=questions.pk).name == "Questions"
    change_category(questions, by=ada, seen={"tone": 2}, tone=5)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"tone": 13}, {"who_starts": "all"}, {"name": "x" * 81}])
def test_what_cannot_be_is_refused_and_nothing_is_written(ada, questions, wrong):
    with pytest.raises(ValidationError):
        change_category(questions, by=ada, **wrong)
    assert len(entries(questions)) == 1


@pytest.mark.parametrize("slug", ["a b", "../x", "a/b", "", "x" * 81])
def test_a_word_in_an_address_holds_letters_and_hyphens(ada, db, slug):
    with pytest.raises(ValidationError):
        make_category(slug, by=ada, name="Odd")


def test_a_name_that_is_taken_is_refused_and_the_other_category_stays(ada, questions):
    with pytest.raises(ValidationError, match="has this address"):
        make_category("questions", by=ada, name="Mine now")
    assert Category.objects.for_actions().get().name == "Questions"


def test_a_new_category_stands_after_the_others_and_before_archives(ada, four):
    arrange_category("old-list", by=ada, name="Old list", kind="archive", position=900)
    make_category("five", by=ada, name="Five")
    assert order() == ["one", "two", "three", "four", "five", "old-list"]


def test_a_category_is_placed_before_and_after_others(ada, four):
    one, two, three, four = four
    place_category(four, by=ada, beside=two)
    assert order() == ["one", "four", "two", "three"]
    place_category(one, by=ada, beside=three, after=True)
    assert order() == ["four", "two", "three", "one"]


def test_placing_it_where_it_stands_changes_nothing(ada, four):
    place_category(four[1], by=ada, beside=four[0], after=True)
    place_category(four[1], by=ada, beside=four[2])
    assert [what for what, _ in entries(four[1])] == ["category-made"]
    place_category(four[0], by=ada, beside=four[1], after=True)
    place_category(four[0], by=ada, beside=four[1], after=True)
    assert [what for what, _ in entries(four[0])] == ["category-made", "category-placed"]


def test_only_what_stands_side_by_side_changes_places(ada, four):
    change_category(four[3], by=ada, parent=four[0])
    with pytest.raises(ValidationError, match="side by side"):
        place_category(four[1], by=ada, beside=four[3])
    with pytest.raises(ValidationError, match="side by side"):
        place_category(four[1], by=ada, beside=four[1])


def test_there_are_never_three_levels(ada, four):
    one, two, three, _ = four
    change_category(two, by=ada, parent=one)
    for child, parent in ((three, two), (one, three), (one, one)):
        with pytest.raises(ValidationError):
            change_category(child, by=ada, parent=parent)
    change_category(two, by=ada, parent=None)


@pytest.mark.parametrize(
    ("above", "below", "may"),
    [
        ("public", "public", True),
        ("public", "members", True),
        ("public", "group", True),
        ("members", "members", True),
        ("members", "group", True),
        ("members", "public", False),
        ("group", "group", True),
        ("group", "members", False),
        ("group", "public", False),
    ],
)
def test_a_category_stands_below_one_that_all_see_who_see_it(ada, circle, above, below, may):
    def of(audience):
        return {"audience": audience, **({"group": circle} if audience == "group" else {})}

    parent = make_category("above", by=ada, name="Above", **of(above))
    child = make_category("below", by=ada, name="Below", **of(below))
    if may:
        change_category(child, by=ada, parent=parent)
    else:
        with pytest.raises(ValidationError, match="do not see"):
            change_category(child, by=ada, parent=parent)


def test_topics_follow_when_their_category_leaves_the_common_lists(client, ada, topic, lena, questions):
    change_category(questions, by=ada, suppressed_from_latest=True)
    assert topic.title not in client.get("/discuss/").content.decode()
    assert topic.title in client.get("/discuss/c/questions/").content.decode()
    change_category(questions, by=ada, suppressed_from_latest=False)
    assert topic.title in client.get("/discuss/").content.decode()
    assert differences() == []


def test_what_a_moderator_keeps_out_of_lists_stays_out(ada, topic, questions):
    Topic.objects.for_actions().update(unlisted=True, listed=False)
    change_category(questions, by=ada, suppressed_from_latest=True)
    change_category(questions, by=ada, suppressed_from_latest=False)
    assert not Topic.objects.for_actions().get().listed


def test_who_begins_with_an_old_knowledge_of_the_category_is_put_right(ada, lena, questions):
    change_category(questions, by=ada, suppressed_from_latest=True)
    topic = start_topic(questions, by=lena, title="Seen as it was", text="Words.")
    assert not questions.suppressed_from_latest
    assert not topic.listed
    assert differences() == []


def test_a_recount_finds_and_mends_what_does_not_stand_where_it_should(topic):
    Topic.objects.for_actions().update(listed=False)
    assert [found.split()[0] for found in differences()] == ["listed"]
    recount()
    assert Topic.objects.for_actions().get().listed


def test_an_empty_category_goes_and_the_log_remembers_it(ada, four):
    pk = four[0].pk
    delete_category(four[0], by=ada)
    delete_category(Category(pk=pk), by=ada)
    last = LogEntry.objects.get(thing_id=pk, what="category-deleted")
    assert (last.codes, last.reason.text) == ({"slug": "one", "audience": "public"}, "One")
    assert "one" not in order()


def test_a_category_stays_while_anything_was_said_or_stands_below(ada, four, lena):
    one, two, three, _ = four
    start_topic(one, by=lena, title="Something said", text="Words.")
    Topic.objects.for_actions().update(audience=Audience.NOBODY)
    change_category(three, by=ada, parent=two)
    for room in (one, two):
        with pytest.raises(ValidationError, match="not empty"):
            delete_category(room, by=ada)
    assert Category.objects.for_actions().count() == 4


def test_who_writes_into_a_category_that_just_went_is_told(ada, four, lena):
    delete_category(four[0], by=ada)
    with pytest.raises(ValidationError, match="is gone"):
        start_topic(four[0], by=lena, title="Too late for that", text="Words.")


def test_changing_what_just_went_makes_no_new_one(ada, four):
    delete_category(four[0], by=ada)
    for act in (
        lambda: change_category(four[0], by=ada, name="Again"),
        lambda: place_category(four[0], by=ada, beside=four[1]),
    ):
        with pytest.raises(ValidationError, match="is gone"):
            act()
    assert Category.objects.for_actions().count() == 3


def test_a_moderator_is_appointed_and_dismissed_and_both_are_told(ada, lena, questions):
    for _ in range(2):
        appoint(lena, questions, by=ada)
    assert can_moderate(reader_of(lena), questions)
    for _ in range(2):
        dismiss_moderator(lena, questions, by=ada)
    assert not can_moderate(reader_of(lena), questions)
    told = history_of(questions)
    assert [(one.what, one.who and one.who.name) for one in told[:2]] == [
        ("Moderates no longer", "Lena Müller"),
        ("Appointed to moderate", "Lena Müller"),
    ]


def test_only_members_of_a_group_moderate_its_category(ada, lena, kofi, hideout):
    appoint(kofi, hideout, by=ada)
    with pytest.raises(ValidationError, match="members of its group"):
        appoint(lena, hideout, by=ada)


def test_a_change_is_seen_by_pages_that_keep_categories(hearing, ada, questions):
    from space.web import versions

    assert [room.name for room in categories(NOBODY)] == ["Questions"]
    change_category(questions, by=ada, name="Ask")
    versions.ledger.note("rooms")
    assert [room.name for room in categories(NOBODY)] == ["Ask"]
