"""What the map costs a telephone that sees it first, and what frames bring to pages of others, in Chromium."""

import argparse
from typing import Any

from bench.site import served
from bench.visit import QUIET, line, load
from space.command.packages import need_chromium
from space.events.models import Event

# As slow as a telephone of a few years ago.
SLOWER = 4
_POINTS, _SHAPES = ("/map/points", "/map/list"), ("/places/world.",)
_FRAMES = ("/embed/calendar", "/embed/list", "/embed/map", "/map.svg", "/map.png")
# When the first cluster is in the page, by the page's own clock.
_FIRST = """new Promise((told) => {
  const look = () => document.querySelector(".marker-cluster") ? told(performance.now()) : requestAnimationFrame(look)
  look()
})"""


def measure(options: argparse.Namespace) -> None:
    """The clock is that of this machine, whatever else is at work; the processor time is the page's own."""
    from playwright.sync_api import sync_playwright

    print(f"{Event.objects.for_actions().count():,} events, processor {SLOWER} times slower.\n")
    print(
        "| map | first cluster: ms | of it CPU of the page | points and list, kB | shapes, kB |\n|---|---|---|---|---|"
    )
    with served(options.port, 2, worker=False) as site, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=need_chromium(), args=QUIET)
        home = f"http://localhost:{site.port}"
        context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        for name in ("first visit", "again"):
            print(f"| {name} | {_visit(context, f'{home}/map/')} |", flush=True)
        print("\n| frame | requests | kB over the wire | of it | ms to first paint |\n|---|---|---|---|---|")
        for path in _FRAMES:
            print(line(path, load(browser, f"{home}{path}")), flush=True)
        browser.close()


def _visit(context: Any, address: str) -> str:
    clock, sizes = _opened(context, address, SLOWER)
    # The brake itself takes time of the page's thread: what the page costs is measured without it.
    cpu, _ = _opened(context, address, 1)
    told = [
        sum(size for path, size in sizes.items() if any(one in path for one in kind))
        for kind in (_POINTS, _SHAPES)
    ]
    return f"{clock['ms']:.0f} | {SLOWER * cpu['cpu']:.0f} | {told[0] / 1000:.1f} | {told[1] / 1000:.1f}"


def _opened(context: Any, address: str, slower: int) -> tuple[dict[str, float], dict[str, float]]:
    """Milliseconds by the clock and of the page's thread until the first cluster; bytes of each address."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    addresses: dict[str, str] = {}
    sizes: dict[str, float] = {}
    wire.on(
        "Network.responseReceived",
        lambda told: addresses.__setitem__(told["requestId"], told["response"]["url"]),
    )
    wire.on(
        "Network.loadingFinished",
        lambda told: sizes.__setitem__(addresses.get(told["requestId"], ""), told["encodedDataLength"]),
    )
    page.goto(address, wait_until="commit")
    moment = page.evaluate(_FIRST)
    ticks = {one["name"]: one["value"] for one in wire.send("Performance.getMetrics")["metrics"]}
    page.wait_for_load_state("networkidle")
    page.close()
    return {"ms": moment, "cpu": 1000 * ticks["TaskDuration"]}, sizes
