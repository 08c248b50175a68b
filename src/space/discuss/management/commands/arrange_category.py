from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from space.accounts.models import User
from space.discuss.actions import arrange_category
from space.discuss.actions.rooms import category_named
from space.discuss.models import Category, CategoryKind, Door

FIELDS = ("name", "description", "language", "icon", "tone", "position", "kind", "who_replies", "who_starts")


class Command(BaseCommand):
    help = "Make a category or change it; what is not named stays as it is. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="its short name in addresses")
        parser.add_argument("--name")
        parser.add_argument("--description")
        parser.add_argument("--language", help="code, where the category speaks one language")
        parser.add_argument("--icon", help="name of an icon, as in web/icons.json")
        parser.add_argument("--tone", type=int, help="colour, 1 to 12")
        parser.add_argument("--position", type=int, help="order in lists")
        parser.add_argument("--kind", choices=CategoryKind.values)
        parser.add_argument("--who-replies", choices=Door.values)
        parser.add_argument("--who-starts", choices=Door.values)
        parser.add_argument("--parent", help="slug of the category above")
        parser.add_argument(
            "--out-of-latest", action="store_true", help="keep its topics out of the common list"
        )

    def handle(self, *args: Any, slug: str, **options: Any) -> None:
        fields = {name: options[name] for name in FIELDS if options[name] is not None}
        if options["parent"]:
            fields["parent"] = _category(options["parent"])
        if options["out_of_latest"]:
            fields["suppressed_from_latest"] = True
        try:
            category = arrange_category(slug, by=User.objects.system(), **fields)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{category.name}: {category.get_absolute_url()}")


def _category(slug: str) -> Category:
    found = category_named(slug)
    if found is None:
        raise CommandError(f"There is no category {slug!r}.")
    return found
