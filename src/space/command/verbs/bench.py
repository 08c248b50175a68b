"""Measure how quick Space is. What it measures and what was found: bench/README.md

Everything but --data goes to the bench: ./space bench load ..., ./space bench run ...
"""

import argparse
import runpy
import sys

from space.command.asking import CHECKOUT, Trouble, data_option
from space.command.home import database_of

SUMMARY = "measure how quick it is (bench/README.md)"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)


def run_with(options: argparse.Namespace, rest: list[str]) -> int:
    if not (CHECKOUT / "bench" / "__main__.py").exists():
        raise Trouble("There is no bench/ in this copy of Space.")
    with database_of(options.data):
        sys.path.insert(0, str(CHECKOUT))
        sys.argv = ["./space bench", *rest]
        runpy.run_module("bench", run_name="__main__", alter_sys=False)
    return 0
