"""What a database that an earlier version made meets in this one."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from space.command.asking import Trouble
from space.command.upgrade import must_not_be_halfway


@pytest.fixture
def earlier(db):
    """The database as it was recorded before the steps of each app became one."""
    joined = [one for one in MigrationLoader(None).disk_migrations.values() if one.replaces]
    recorder = MigrationRecorder(connection)
    for one in joined:
        recorder.record_unapplied(one.app_label, one.name)
        for step in one.replaces:
            if step not in recorder.applied_migrations():
                recorder.record_applied(*step)
    return joined


def test_a_database_with_every_earlier_step_has_nothing_to_do(earlier):
    must_not_be_halfway(connection)
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_one_that_stands_halfway_is_told_to_end_with_its_own_version_first(earlier):
    last = earlier[0].replaces[-1]
    MigrationRecorder(connection).record_unapplied(*last)
    with pytest.raises(Trouble, match=r"\.".join(last)):
        must_not_be_halfway(connection)
