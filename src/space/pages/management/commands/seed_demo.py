from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from space.pages.demo.actions import seed


class Command(BaseCommand):
    help = "Make the demo community. Safe to run again: what is there stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo community belongs into a demo only: start one with ./space demo")
        seed(self._tell)

    def _tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
