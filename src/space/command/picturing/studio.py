"""A browser in front of the demo: whoever looks, in which language, and what of the page becomes a picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from re import compile as pattern
from urllib.parse import unquote

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from space.command.asking import Trouble
from space.pages.help.shelf import DOTS

AT_MOST = 25_000  # bytes of a picture: people open these pages on slow connections
MARGIN = 12
PATIENCE = 20_000
ADDRESS = pattern(r"<loc>[^<]*?(/discuss/t/[^<]+)</loc>")


class Studio:
    """For one language. People stay signed in from one picture to the next."""

    def __init__(self, browser: Browser, address: str, folder: Path, language: str) -> None:
        self.language = language
        self._browser = browser
        self._address = address
        self._folder = folder
        self._contexts: dict[tuple[str, int], BrowserContext] = {}
        self._topics: list[str] = []

    def visit(self, path: str, who: str = "", width: int = 720) -> Page:
        """A page as this person of the demo sees it."""
        page = self._context(who, width).new_page()
        page.goto(path)
        page.wait_for_load_state("networkidle")
        return page

    def topic(self, words: str) -> str:
        """The address of a public topic, by some words of it."""
        if not self._topics:
            page = self.visit("/sitemap-topics.xml")
            self._topics = [unquote(found) for found in ADDRESS.findall(page.content())]
        address = next((one for one in self._topics if words in one), None)
        if address is None:
            raise Trouble(f"The demo has no topic with “{words}” in its address; see picturing/words.py.")
        return address

    def take(self, name: str, *shown: Locator, page: Page, margin: int = MARGIN) -> None:
        """Cut out what holds all these elements, and keep it."""
        page.wait_for_timeout(300)
        boxes = [box for one in shown if (box := one.bounding_box())]
        left = max(min(box["x"] for box in boxes) - margin, 0)
        top = max(min(box["y"] for box in boxes) - margin, 0)
        size = page.viewport_size or {"width": 0, "height": 0}
        right = min(max(box["x"] + box["width"] for box in boxes) + margin, size["width"])
        bottom = min(max(box["y"] + box["height"] for box in boxes) + margin, size["height"])
        clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        dots = page.screenshot(clip=clip, scale="device", animations="disabled", caret="hide")  # type: ignore[arg-type]
        (self._folder / f"{name}.{self.language}.webp").write_bytes(light(dots))

    def _context(self, who: str, width: int) -> BrowserContext:
        key = (who, width)
        if key not in self._contexts:
            self._contexts[key] = self._entered(who, width)
        return self._contexts[key]

    def _entered(self, who: str, width: int) -> BrowserContext:
        context = self._browser.new_context(
            base_url=self._address,
            viewport={"width": width, "height": 1600},
            device_scale_factor=DOTS,
            color_scheme="light",
            reduced_motion="reduce",
            locale=self.language,
        )
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "lang", "value": self.language, "url": self._address}])
        if who:
            page = context.new_page()
            page.goto("/demo/people")
            page.locator("li", has=page.get_by_text(who, exact=True)).locator("form button").first.click()
            page.wait_for_load_state()
            page.close()
        return context


def light(png: bytes) -> bytes:
    """As WebP without loss, in as many colours as fit: letters stay sharp where photographs' formats blur them."""
    with Image.open(BytesIO(png)) as image:
        for colours in (256, 128, 96, 64, 48, 32):
            few = image.convert("RGB").quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            kept = BytesIO()
            few.convert("RGB").save(kept, "WEBP", lossless=True, quality=100, method=6)
            if kept.tell() < AT_MOST:
                return kept.getvalue()
    raise Trouble("A picture shows too much to be light. Cut out less of the page.")


@contextmanager
def studios(chromium: str, address: str, folder: Path, languages: list[str]) -> Iterator[list[Studio]]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield [Studio(browser, address, folder, language) for language in languages]
        browser.close()
