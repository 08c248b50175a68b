from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from space.accounts.models import Nature, User
from space.groups.actions import admit, dismiss, office
from space.groups.models import Office
from space.groups.offices import appointed

OFFICES = [choice.value for choice in Office if choice.value]


class Command(BaseCommand):
    help = "Give a person an office, or take it back: the way to the first administrator. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the account's name as it is shown, such as Amina@local")
        parser.add_argument("office", choices=OFFICES)
        parser.add_argument("--end", action="store_true", help="take the office back")

    def handle(self, *args: Any, name: str, end: bool, **options: Any) -> None:
        person = User.objects.filter(name=name, nature=Nature.PERSON).first()
        if person is None:
            raise CommandError(
                f"Nobody is called {name!r}. Names are case-sensitive; local ones end in @local."
            )
        group = office(Office(options["office"]))
        if end:
            dismiss(group, person)
        else:
            admit(group, person)
            appointed.send(type(group), person=person)
        self.stdout.write(f"{name} {'no longer belongs' if end else 'belongs'} to the {options['office']}.")
