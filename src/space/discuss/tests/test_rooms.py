import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import appoint, arrange_category, start_topic
from space.discuss.models import Category, Door, Topic
from space.discuss.permissions import can_close, can_reply, can_start
from space.discuss.rooms import categories, rooms


def test_the_operator_makes_a_category_and_changes_one_thing_of_it(db):
    call_command("arrange_category", "events", name="Events", tone=7, icon="calendar")
    call_command("arrange_category", "events", description="Where we meet.")

    events = Category.objects.for_actions().get()
    assert (events.name, events.tone, events.description) == ("Events", 7, "Where we meet.")


def test_a_wrong_parent_is_refused(db):
    with pytest.raises(CommandError, match="no category"):
        call_command("arrange_category", "events", name="Events", parent="nowhere")


def test_categories_have_two_levels(ada, questions):
    below = arrange_category("maps", by=ada, name="Maps", parent=questions)

    with pytest.raises(ValidationError):
        arrange_category("old-maps", by=ada, name="Old maps", parent=below)
    assert [(room.category.slug, [c.slug for c in room.children]) for room in rooms(NOBODY)] == [
        ("questions", ["maps"])
    ]


def test_only_members_of_the_group_see_its_category(hideout, questions, kofi, lena, viktor):
    assert hideout in categories(reader_of(kofi))
    assert all(hideout not in categories(reader) for reader in (NOBODY, reader_of(lena), reader_of(viktor)))


def test_a_category_may_keep_out_of_latest(client, ada, lena):
    quiet = arrange_category("quiet", by=ada, name="Quiet", suppressed_from_latest=True)
    topic = start_topic(quiet, by=lena, title="Read me only here", text="Please.")

    assert topic.title not in client.get("/discuss/").content.decode()
    assert topic.title in client.get(quiet.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("door", "may"), [(Door.MEMBERS, "amina lena rosa"), (Door.MODERATORS, "rosa"), (Door.NOBODY, "")]
)
def test_who_may_start_a_topic(request, ada, door, may):
    hall = arrange_category("hall", by=ada, name="Hall", who_starts=door)
    readers = {name: reader_of(request.getfixturevalue(name)) for name in ("amina", "lena", "rosa", "viktor")}

    assert [name for name, reader in readers.items() if can_start(reader, hall)] == may.split()


def test_a_moderator_of_one_category_decides_there_and_nowhere_else(ada, lena, topic, questions):
    elsewhere = start_topic(
        arrange_category("events", by=ada, name="Events"), by=ada, title="Elsewhere", text="Words."
    )
    appoint(lena, questions, by=ada)
    lena = reader_of(lena)

    assert can_close(lena, topic)
    assert not can_close(lena, elsewhere)


def test_rules_ask_the_database_nothing(topic, kofi, django_assert_num_queries):
    reader = reader_of(kofi)
    found = Topic.objects.visible_to(reader).select_related("category", "closure").get(pk=topic.pk)

    with django_assert_num_queries(0):
        assert can_reply(reader, found)
        assert not can_close(reader, found)
        assert can_start(reader, found.category)
