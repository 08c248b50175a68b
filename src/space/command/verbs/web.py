"""Answer readers, without a worker. `serve` runs this for you; run it alone on a machine of its own."""

import argparse
import os

from space.command import ports
from space.command.asking import cores, count, data_option, port_option
from space.command.dying import SUPERVISED_PATIENCE, end_without_parent
from space.command.home import database_of

SUMMARY = "only the web server"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    port_option(parser)
    web_options(parser)
    supervised_option(parser)


def web_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        default=os.environ.get("SPACE_LISTEN", "127.0.0.1"),
        help="address to listen on (default: SPACE_LISTEN, else 127.0.0.1; 0.0.0.0 for all)",
    )
    parser.add_argument(
        "--workers",
        type=count,
        default=os.environ.get("SPACE_WEB_WORKERS", str(min(cores(), 8))),
        help="web processes (default: SPACE_WEB_WORKERS, else one a core)",
    )


def supervised_option(parser: argparse.ArgumentParser) -> None:
    """Given by a server to what it starts: not worth a line in the help."""
    parser.add_argument("--supervised", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    ports.must_be_free(options.host, options.port, "web")
    if options.supervised:
        end_without_parent(patience=SUPERVISED_PATIENCE)
    with database_of(options.data):
        serve(options.host, options.port, options.workers)
    return 0


def serve(host: str, port: int, workers: int) -> None:
    """Run granian here until it is told to stop. Dead processes are started again."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    Granian(
        "space.command.web_target:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=int(os.environ.get("SPACE_WEB_THREADS", "4")),
        websockets=False,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        http1_settings=HTTP1Settings(header_read_timeout=15_000),
        log_level=LogLevels.error,
    ).serve()
