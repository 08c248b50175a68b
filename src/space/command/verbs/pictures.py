"""Take the pictures of the help pages again, in each language, from a demo made for it.

Give --only to take some: ./space pictures --only poll --only keys. The demo begins afresh each
time and is thrown away; with --at the pictures are taken of a demo that runs already.
"""

import argparse
import os
import signal
import tempfile
from itertools import product
from pathlib import Path

from space.command.asking import Trouble, cores, port_option
from space.command.home import Home
from space.command.packages import need_chromium
from space.command.picturing.words import WORDS
from space.command.server import Server

SUMMARY = "take the pictures of the help pages again"


def options(parser: argparse.ArgumentParser) -> None:
    port_option(parser)
    parser.add_argument("--only", metavar="NAME", action="append", help="one of them; may be given again")
    parser.add_argument("--language", choices=WORDS, action="append", help="only in this language")
    parser.add_argument("--at", metavar="ADDRESS", help="take them of the demo that runs at this address")


def run(options: argparse.Namespace) -> int:
    from space.command.verbs.demo import become_a_demo

    if options.at:
        return take(options, options.at)
    with tempfile.TemporaryDirectory(prefix="space-pictures-") as folder:
        home = Home(Path(folder))
        become_a_demo(home, options.port)
        server = Server(home, verb="demo", host="127.0.0.1", port=options.port, workers=min(cores(), 2))
        return server.run(ready=lambda: and_end(options, server.address))


def and_end(options: argparse.Namespace, address: str) -> None:
    try:
        take(options, address)
    finally:
        os.kill(os.getpid(), signal.SIGTERM)


def take(options: argparse.Namespace, address: str) -> int:
    from space.command.picturing.scenes import SCENES, play
    from space.command.picturing.studio import studios
    from space.pages.help.shelf import PICTURES

    wanted = options.only or list(SCENES)
    if unknown := set(wanted) - set(SCENES):
        raise Trouble(f"There is no picture {', '.join(sorted(unknown))}. There are: {', '.join(SCENES)}")
    chromium = need_chromium()
    with studios(chromium, address, PICTURES, options.language or list(WORDS)) as opened:
        # One after the other in every language: those that come later change what the demo shows.
        for name, studio in product(wanted, opened):
            print(f"{name} ({studio.language})", flush=True)
            play(name, studio)
    return 0
