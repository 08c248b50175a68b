"""Serve a community: database (unless DATABASE_URL names one), web and worker, looked after.

Settings come from the environment: docs/settings.md lists them, ./space doctor looks at them.
Ctrl-C or SIGTERM stops everything in order.
"""

import argparse
import os

from space.command.asking import Trouble, data_option, port_option
from space.command.home import REAL, home_of
from space.command.server import Server
from space.command.verbs.web import web_options

SUMMARY = "serve a community (production settings)"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    port_option(parser)
    web_options(parser)


def run(options: argparse.Namespace) -> int:
    home = home_of(options.data, default=REAL)
    if home.is_demo or os.environ.get("SPACE_DEMO"):
        raise Trouble(
            f"{home.folder} holds the demo, where anybody is let in as anybody. Unset SPACE_DEMO and use "
            "another folder: ./space serve --data DIR"
        )
    server = Server(home, verb="serve", host=options.host, port=options.port, workers=options.workers)

    def ready() -> None:
        print(f"Space answers at {server.address}. Ctrl-C stops it.", flush=True)

    return server.run(ready=ready)
