"""`python -m space.command.checks.migrations`: every model is as its migrations say. Asks no database."""

import sys


def main() -> int:
    import django
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    django.setup()
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    changes = detector.changes(graph=loader.graph)
    for app, migrations in changes.items():
        for operation in (operation for migration in migrations for operation in migration.operations):
            print(f"{app}: {operation.describe()}")
    for app, names in loader.detect_conflicts().items():
        print(f"{app}: {', '.join(sorted(names))} both come last")
    return 1 if changes or loader.detect_conflicts() else 0


if __name__ == "__main__":
    sys.exit(main())
