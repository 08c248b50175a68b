from typing import Any

from django.core.management.base import BaseCommand

from space.discuss.actions.rendering import render_again


class Command(BaseCommand):
    help = "Render posts again that an older renderer made. May be stopped, and run again. A job does it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        done = render_again(tell=lambda done: self.stderr.write(f"\r{done} ", ending=""))
        self.stdout.write(f"{done} rendered again." if done else "Everything was rendered by this renderer.")
