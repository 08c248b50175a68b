"""What the first view of the map costs a telephone: bytes of data, and when the first cluster stands, in Chromium."""

import argparse
from typing import Any

from bench.site import served
from bench.visit import QUIET
from space.command.packages import CHROMIUM, need
from space.events.models import Event

# Of the processor: as slow as a telephone of a few years ago.
SLOWER = 4
_PATHS = ("/map/points", "/map/list", "/map/card", "world.")
# When the first cluster is in the page, by the page's own clock.
_FIRST = """new Promise((told) => {
  const look = () => document.querySelector(".marker-cluster") ? told(performance.now()) : requestAnimationFrame(look)
  look()
})"""


def measure(options: argparse.Namespace) -> None:
    from playwright.sync_api import sync_playwright

    print(f"{Event.objects.for_actions().count():,} events; processor {SLOWER} times slower.\n")
    print(
        "| visit | ms to first paint | ms to first cluster | CPU of the page, as slow | data, kB | all, kB |"
    )
    print("|---|---|---|---|---|---|")
    with served(options.port, 2, worker=False) as site, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=need("Chromium", "chromium", CHROMIUM), args=QUIET)
        context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        for name in ("first", "second"):
            print(f"| {name} | {_visit(context, f'http://localhost:{site.port}/map/')} |", flush=True)
        browser.close()


def _visit(context: Any, address: str) -> str:
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    addresses: dict[str, str] = {}
    sizes: dict[str, float] = {}
    wire.on(
        "Network.responseReceived",
        lambda told: addresses.__setitem__(told["requestId"], told["response"]["url"]),
    )
    wire.on(
        "Network.loadingFinished",
        lambda told: sizes.__setitem__(told["requestId"], told["encodedDataLength"]),
    )
    page.goto(address, wait_until="commit")
    cluster = page.evaluate(_FIRST)
    # What a clock says on a busy machine is not what the page costs.
    ticks = {one["name"]: one["value"] for one in wire.send("Performance.getMetrics")["metrics"]}
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    data = sum(
        size for number, size in sizes.items() if any(one in addresses.get(number, "") for one in _PATHS)
    )
    page.close()
    cpu = 1000 * SLOWER * ticks["TaskDuration"]
    return f"{paint:.0f} | {cluster:.0f} | {cpu:.0f} | {data / 1000:.1f} | {sum(sizes.values()) / 1000:.1f}"
