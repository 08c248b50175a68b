"""Try Space out with a made-up community, on this machine only. One command, nothing to set up.

Everything stays in data/demo; remove that folder to start afresh. Anybody can be anybody here, so
it listens on 127.0.0.1 alone and takes no database but its own.
"""

import argparse
import os
import threading
from secrets import token_hex
from typing import TYPE_CHECKING

from space.command import ports
from space.command.asking import cores, data_option, port_option
from space.command.home import DEMO, Home, home_of
from space.command.server import Server

if TYPE_CHECKING:
    from space.pages.demo import cast

SUMMARY = "try it out with a made-up community"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    port_option(parser)


def run(options: argparse.Namespace) -> int:
    home = home_of(options.data, default=DEMO)
    become_a_demo(home, options.port)
    open_a_wiki(options.port)
    server = Server(home, verb="demo", host="127.0.0.1", port=options.port, workers=min(cores(), 2))
    return server.run(ready=lambda: welcome(server))


def become_a_demo(home: Home, port: int) -> None:
    """Settings of the demo: this machine only, whatever the environment says of hosts."""
    home.make()
    os.environ["SPACE_DEMO"] = "1"
    os.environ["SPACE_HOSTS"] = "localhost,127.0.0.1"
    os.environ["SPACE_SCHEME"] = "http"
    os.environ["SPACE_ORIGIN"] = f"http://localhost:{port}"
    for name in ("SPACE_ALIASES", "SPACE_EMAIL_URL", "SPACE_PROXIES"):
        os.environ.pop(name, None)


def open_a_wiki(port: int) -> None:
    """An invented wiki beside the demo, so that anybody can try what it is to come from one."""
    from space.pages.demo.testwiki.server import serving
    from space.pages.demo.testwiki.wiki import WAY_BACK, TestWiki

    client, secret = token_hex(16), token_hex(20)
    wanted = port + 1 if port < 65535 and ports.problem_with("127.0.0.1", port + 1) is None else 0
    wiki = serving(TestWiki(f"http://localhost:{port}{WAY_BACK}", client, secret), wanted)
    place = f"localhost:{wiki.server_port}"
    os.environ["SPACE_WIKI"] = f"http://{place}"
    os.environ["SPACE_WIKI_CLIENT"], os.environ["SPACE_WIKI_SECRET"] = client, secret
    allowed = os.environ.get("SPACE_PRIVATE_HOSTS", "")
    os.environ["SPACE_PRIVATE_HOSTS"] = f"{allowed},{place}".strip(",")
    threading.Thread(target=wiki.serve_forever, daemon=True).start()


def welcome(server: Server) -> None:
    print(
        f"""
Space answers at    {server.address}
Be one of them      {server.address}/demo/people
{people()}
Come from a wiki    {server.address}/accounts/login/
Mails it would send {server.address}/demo/mail/
Your data           {server.home.folder}

Ctrl-C stops it.""",
        flush=True,
    )


def people() -> str:
    """One of each kind among the demo people, one a line; there are more on the page."""
    from space.pages.demo import cast

    first: dict[str, str] = {}
    for person in cast.people():
        first.setdefault(kind_of(person), person.name)
    return "\n".join(f"{'':20}{kind}: {name}" for kind, name in first.items())


def kind_of(person: "cast.Person") -> str:
    if person.suspended:
        return "suspended"
    if person.role or person.moderates:
        return person.role or "moderator of a category"
    return "newcomer" if person.trust == 0 else "member"
