from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from space.accounts.models import User
from space.groups.models import Office
from space.review.actions import found_team_room


class Command(BaseCommand):
    help = "Open the closed room of moderators and administrators, or let in who is missing. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="name", required=True, help="the administrator who opens it")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        held = {"name": name, "memberships__group__office": Office.ADMINISTRATORS}
        person = User.objects.filter(**held).first()
        if person is None:
            raise CommandError(f"No administrator is called {name!r}. `appoint` makes one.")
        group = found_team_room(by=person)
        self.stdout.write(f"The room of the team is {group.name}, {group.get_absolute_url()}")
