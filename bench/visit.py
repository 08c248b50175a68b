"""What a first visit brings over the wire: the page and all that it asks for, in a browser with nothing kept."""

import argparse
from collections import Counter
from typing import Any

from bench.pages import Pages
from bench.site import served
from space.command.packages import need_chromium

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def visit(options: argparse.Namespace) -> None:
    from playwright.sync_api import sync_playwright

    print("| page | requests | kB over the wire | of it | ms to first paint |\n|---|---|---|---|---|")
    pages = Pages()
    addresses = {"home": "/", **pages.one, "sign in": "/accounts/login/"}
    with served(options.port, 2, worker=False) as site, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=need_chromium(), args=QUIET)
        for name, path in addresses.items():
            print(line(name, load(browser, f"http://localhost:{site.port}{path}")), flush=True)
        browser.close()


def load(browser: Any, address: str) -> tuple[dict[str, str], dict[str, float], float]:
    """Kinds and bytes of all that was fetched; bytes are what came over the connection, headers included."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda told: kinds.__setitem__(told["requestId"], told["type"]))
    wire.on(
        "Network.loadingFinished",
        lambda told: sizes.__setitem__(told["requestId"], told["encodedDataLength"]),
    )
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1000)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    context.close()
    return kinds, sizes, paint


def line(name: str, loaded: tuple[dict[str, str], dict[str, float], float]) -> str:
    kinds, sizes, paint = loaded
    of_kind: Counter[str] = Counter()
    for number, size in sizes.items():
        of_kind[kinds.get(number, "Other").lower()] += round(size)
    parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in of_kind.most_common())
    return f"| {name} | {len(sizes)} | {sum(sizes.values()) / 1000:.1f} | {parts} | {paint:.0f} |"
