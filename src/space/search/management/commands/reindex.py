from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from space.search.actions import survey
from space.search.reindexing import begin_again, differences, reindex


class Command(BaseCommand):
    help = "Make what search knows anew, where that is due. May be stopped, and run again. A job does it by itself."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="from the beginning, also what is done")
        parser.add_argument(
            "--check", action="store_true", help="change nothing; say what is not as it should be"
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        if check:
            self.stdout.write("\n".join(differences()) or "Everything is found as it is.")
            return
        if options["all"]:
            begin_again()
        done = reindex(tell=lambda done: self.stderr.write(f"\r{done} ", ending=""))
        self.stdout.write(f"{done} made anew; {survey()} are public.")
