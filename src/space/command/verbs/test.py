"""Run every test: of the apps, the journeys in a browser, of this command.

Installs Chromium and gettext from Debian first, where it may. Arguments go to pytest, for example
./space test src/space/discuss -k closes. Data sets for tests are found by SPACE_TEST_DATA.
"""

import argparse
import os
import subprocess
import sys

from space.command.asking import CHECKOUT, cores
from space.command.packages import need, need_chromium

SUMMARY = "run every test"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-n", "--parallel", default=str(min(cores(), 4)), help="processes (default: one a core, 4 at most)"
    )


def run_with(options: argparse.Namespace, rest: list[str]) -> int:
    environment = {**os.environ, "SPACE_TEST_CHROMIUM": need_chromium()}
    need("gettext", ["msgfmt"], ["gettext"])
    # Journeys are long: who is done takes over what waits for others.
    command = [sys.executable, "-m", "pytest", "-n", options.parallel, "--dist", "worksteal", *rest]
    return subprocess.run(command, cwd=CHECKOUT, env=environment).returncode
