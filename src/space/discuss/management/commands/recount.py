from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from space.discuss.actions.recounting import differences, recount


class Command(BaseCommand):
    help = "Compare the kept numbers of topics and categories with a count. Changes nothing without --mend."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="set what is wrong to what was counted")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        found = differences()
        self.stdout.write("\n".join(found) or "Every number is right.")
        if mend and found:
            self.stdout.write(f"mended {recount()}")
