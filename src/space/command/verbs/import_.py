"""Bring conversations from elsewhere into an archive category.

  ./space import mailman FILE... --category SLUG    mbox or pipermail text, also .gz; files or folders

Joins the running database of the data folder, or starts it for the time. Running it again adds only
what is new. More about a kind: ./space import KIND --help
"""

import argparse

from space.command.asking import data_option
from space.command.home import database_of

SUMMARY = "bring in conversations from elsewhere (mailman)"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    parser.add_argument("kind", help="what kind of files they are")


def run_with(options: argparse.Namespace, rest: list[str]) -> int:
    from space.command.verbs.manage import manage

    with database_of(options.data):
        from django import setup
        from django.core.management import get_commands

        setup()
        kinds = sorted(name.removeprefix("import_") for name in get_commands() if name.startswith("import_"))
        if options.kind not in kinds:
            print(f"Space cannot import {options.kind!r}. It can: {', '.join(kinds) or 'nothing yet'}.")
            return 2
        return manage([f"import_{options.kind}", *rest])
