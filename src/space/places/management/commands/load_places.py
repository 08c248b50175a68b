import sys
from typing import Any

from django.core.management.base import BaseCommand

from space.kit.progress import Progress
from space.places.actions import load_places


class Command(BaseCommand):
    help = (
        "Fill the tables of towns from the list of GeoNames (CC BY 4.0) that is installed with Space. "
        "Running it again changes only what is new. The worker does it by itself."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_places(tell=Progress(sys.stderr).show)} places.")
