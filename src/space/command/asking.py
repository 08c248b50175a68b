"""What every command says and asks in the same way."""

import argparse
import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


class Trouble(Exception):
    """A command cannot go on; the words say why and what to do."""


def data_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        metavar="DIR",
        default=os.environ.get("SPACE_DATA"),
        help="folder of all that is kept: database, uploads, secrets (default: SPACE_DATA, else data/)",
    )


def port_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=port_number,
        default=os.environ.get("SPACE_PORT", "8000"),
        help="port to answer on (default: SPACE_PORT, else 8000)",
    )


def port_number(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")


def count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")


def cores() -> int:
    """Processors that we may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
