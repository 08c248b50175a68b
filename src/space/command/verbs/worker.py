"""Do the jobs that wait in the queue: mail, images, search. `serve` runs this for you."""

import argparse
import os

from space.command.asking import count, data_option
from space.command.dying import SUPERVISED_PATIENCE, end_without_parent
from space.command.home import database_of
from space.command.verbs.web import supervised_option

SUMMARY = "only the worker, which does what may wait"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    parser.add_argument(
        "--jobs",
        type=count,
        default=os.environ.get("SPACE_WORKER_JOBS", "2"),
        help="jobs done at the same time (default: SPACE_WORKER_JOBS, else 2)",
    )
    supervised_option(parser)


def run(options: argparse.Namespace) -> int:
    if options.supervised:
        end_without_parent(patience=SUPERVISED_PATIENCE)
    from space.command import working

    with database_of(options.data):
        working.work(jobs=options.jobs, patience=SUPERVISED_PATIENCE - 3)
    return 0
