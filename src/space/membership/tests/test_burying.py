"""When nobody can take the deletion of a group back any more, its words are gone."""

from dataclasses import replace
from datetime import timedelta

from django.apps import apps
from django.db import connection

from space.discuss.actions import save_draft
from space.discuss.models import Post
from space.events.actions import add_event
from space.groups.actions import admit
from space.groups.models import Group, Role
from space.kit import clock
from space.membership.actions import bury, delete_group
from space.testing.events import TRAINING
from space.testing.rooms import MARKER


def _tables_with(word):
    """Where it still stands, in any column of any table, but for the log and what others keep of themselves."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            cursor.execute(f'SELECT count(*) FROM "{table}" AS t WHERE t::text ILIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(model._meta.label)
    return found


def test_nothing_that_was_said_there_is_left(secret, kofi, circle):
    admit(circle, kofi, role=Role.OWNER)
    save_draft(f"reply-{secret.pk}", by=kofi, data={"text": MARKER})
    with clock.at(clock.now() + timedelta(minutes=2)):
        add_event(
            replace(TRAINING, place=f"{MARKER} house"),
            by=kofi,
            category=secret.category,
            title=f"Where the {MARKER} meets",
            text=f"The {MARKER} door is on the left.",
        )
    assert "discuss.Post" in _tables_with(MARKER)
    delete_group(circle, by=kofi)
    assert bury() == 0

    with clock.at(clock.now() + timedelta(days=15)):
        assert bury() == 1

    # The log is never edited: it keeps the word in the address of a category.
    assert set(_tables_with(MARKER)) <= {"discuss.Tag", "moderation.LogEntry"}
    assert not Post.objects.for_actions().filter(topic__group=circle).exclude(source="").exists()
    assert Group.objects.for_actions().get(pk=circle.pk).name == str(circle.pk)
