from typing import Any

from django.core.management.base import BaseCommand, CommandError

from space.accounts.models import User
from space.accounts.personal import duties_of
from space.privacy.actions.again import make_true_again
from space.privacy.erased import Line, Was

_SAID = {
    Was.ASKED: "closed again, as asked; it is erased on its day",
    Was.TAKEN_BACK: "open again: its erasure had been taken back",
    Was.ERASED: "erased again",
}


class Command(BaseCommand):
    help = "Erase again who was erased after the back-up that was brought back. ./space restore does it by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = False
            for line in make_true_again():
                self._tell(line)
                done = True
        except ValueError as error:
            raise CommandError(str(error)) from error
        if not done:
            self.stdout.write("Nobody has to be erased again.")

    def _tell(self, line: Line) -> None:
        self.stdout.write(f"Account {line.person}: {_SAID[line.was]}.")
        for duty in duties_of(User.objects.get(pk=line.person)):
            self.stdout.write(f"  Look after this: {duty.text} {duty.url}")
