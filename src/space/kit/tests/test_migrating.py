import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from space.kit.migrating import together

MILL = migrations.CreateModel("Mill", [("id", models.BigAutoField(primary_key=True))])
SAIL = migrations.CreateModel(
    "Sail",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("mill", models.ForeignKey("village.Mill", models.CASCADE)),
    ],
)
TABLES = {"village_mill", "village_sail"}


def test_tables_one_after_the_other_are_made_as_one_and_what_stands_between_keeps_its_place():
    counting = migrations.RunSQL("SELECT 1")
    steps = together([counting, MILL, SAIL, counting, MILL])
    assert [getattr(step, "operations", step) for step in steps] == [counting, [MILL, SAIL], counting, [MILL]]
    assert steps[1].describe() == "Create model Mill; Create model Sail"


@pytest.mark.django_db
def test_they_come_in_their_order_are_rendered_once_and_go_again(monkeypatch):
    [step] = together([MILL, SAIL])
    before = ProjectState()
    assert before.apps.get_models() == []
    monkeypatch.setattr(ProjectState, "reload_model", None)  # nothing is rendered anew for each
    after = before.clone()
    step.state_forwards("village", after)
    assert {model._meta.db_table for model in after.apps.get_models()} == TABLES

    with connection.schema_editor(atomic=False) as editor:
        step.database_forwards("village", editor, before, after)
    assert set(connection.introspection.table_names()) >= TABLES
    with connection.schema_editor(atomic=False) as editor:
        step.database_backwards("village", editor, after, before)
    assert not TABLES & set(connection.introspection.table_names())
