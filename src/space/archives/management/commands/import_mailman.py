import argparse
import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from space.accounts.models import User
from space.archives.actions import archive_category, begin_import
from space.archives.mailman.importing import Import
from space.archives.mailman.report import Report
from space.kit.progress import Progress

_REFUSALS_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Bring the archive of a mailing list into an archive category: mbox files, pipermail text, single "
        "messages, also compressed (.gz), or folders of them. Running it again adds only what is new."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders to read")
        parser.add_argument(
            "--category", required=True, metavar="SLUG", help="the archive; made if there is none"
        )
        parser.add_argument("--list-name", default="", metavar="NAME", help="what the list was called")
        parser.add_argument(
            "--language", default="", metavar="CODE", help="of all messages; else each is guessed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[Path] = options["files"]
        if missing := [str(path) for path in paths if not path.exists()]:
            raise CommandError(f"There is no {', no '.join(missing)}. Nothing was imported.")
        slug, name = options["category"], options["list_name"]
        by = User.objects.system()
        try:
            category = archive_category(slug, by=by, name=name, language=options["language"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        row = begin_import(category, source="mailman", files=[path.name for path in paths])
        progress = Progress(sys.stderr)
        report = Import(row, by, progress, name or category.name, options["language"]).run(paths)
        self._tell(report)

    def _tell(self, report: Report) -> None:
        for where, why in report.refused[:_REFUSALS_SHOWN]:
            self.stderr.write(f"Refused: {where}: {why}")
        if len(report.refused) > _REFUSALS_SHOWN:
            self.stderr.write(
                f"... and {len(report.refused) - _REFUSALS_SHOWN} more; the run keeps them all."
            )
        self.stdout.write("\n".join(report.lines()))
