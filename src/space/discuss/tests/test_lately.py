"""What was done lately to all categories and tags, for who looks after them."""

import pytest

from space.accounts.readers import reader_of
from space.discuss.actions import (
    arrange_category,
    change_category,
    delete_category,
    delete_tag,
    delete_tag_group,
    make_tag,
    make_tag_group,
    place_category,
)
from space.discuss.arranging import lately
from space.discuss.models import Tag
from space.testing.rooms import MARKER


def told(entries):
    return [(one.thing, one.what) for one in entries]


def test_it_names_each_category_and_leads_to_its_page(ada, questions):
    change_category(questions, by=ada, tone=4)
    newest = lately.of_rooms(reader_of(ada))[0]
    assert (newest.thing, newest.what, newest.old, newest.new) == ("Questions", "Colour", "Blue", "Ochre")
    assert newest.url == f"/administration/categories/{questions.pk}/"


def test_what_was_deleted_is_told_by_its_name(client, ada, questions):
    delete_category(arrange_category("empty", by=ada, name="Empty"), by=ada)
    client.force_login(ada)
    assert told(lately.of_rooms(reader_of(ada)))[0] == ("", "Deleted")
    assert '<p dir="auto">Empty</p>' in client.get("/administration/categories/").content.decode()


@pytest.mark.parametrize(("who", "knows"), [("ada", False), ("kofi", True)])
def test_what_was_done_in_a_closed_group_is_told_to_its_members_alone(
    request, ada, circle, hideout, who, knows
):
    change_category(hideout, by=ada, name=f"Den {MARKER}")
    person = request.getfixturevalue(who)
    words = str(lately.of_rooms(reader_of(person)))
    assert (MARKER in words) is knows
    delete_category(hideout, by=ada)
    assert MARKER not in str(lately.of_rooms(reader_of(person)))


def test_tags_and_their_groups_stand_together_newest_first(ada):
    group = make_tag_group("Projects", by=ada)
    tag = make_tag("wikidata", by=ada, group=group)
    delete_tag(tag, by=ada)
    delete_tag_group(group, by=ada)
    assert [one.what for one in lately.of_tags(reader_of(ada))] == ["Deleted", "Deleted"]
    assert [one.lines for one in lately.of_tags(reader_of(ada))] == [("Projects",), ("wikidata",)]


def test_a_word_of_a_closed_group_is_told_to_who_knows_it(ada, kofi, secret):
    tag = Tag.objects.get(topics=secret.pk)
    make_tag(tag.name, by=kofi)
    Tag.objects.update(introduced=False)
    assert MARKER in str(lately.of_tags(reader_of(kofi)))
    assert MARKER not in str(lately.of_tags(reader_of(ada)))


def test_however_much_was_done_it_costs_as_many_queries(
    client, ada, questions, django_assert_max_num_queries
):
    other = arrange_category("other", by=ada, name="Other")
    for _ in range(15):
        place_category(questions, by=ada, beside=other, after=True)
        place_category(questions, by=ada, beside=other)
    with django_assert_max_num_queries(3):
        assert len(lately.of_rooms(reader_of(ada))) == 10
