"""Run one of Django's management commands, such as migrate, shell or createsuperuser.

Joins the running database of the data folder, or starts it for the time.
Everything but --data goes to the command: ./space manage COMMAND --help
"""

import argparse
import sys

from space.command.asking import data_option
from space.command.home import database_of, home_of

SUMMARY = "run a management command of Django"
WITHOUT_DATABASE = {"makemessages", "compilemessages", "findstatic", "version"}


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)


def run_with(options: argparse.Namespace, rest: list[str]) -> int:
    if rest and rest[0] in WITHOUT_DATABASE:
        home_of(options.data).settle()
        return manage(rest)
    with database_of(options.data):
        return manage(rest)


def manage(rest: list[str]) -> int:
    """Run a management command in this process; its own errors are its own words."""
    from django.core.management import execute_from_command_line

    sys.argv = ["./space manage", *rest]
    execute_from_command_line(sys.argv)
    return 0
