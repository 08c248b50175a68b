"""A wiki that says what a test has recorded, and nothing else: asking for more fails the test."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from space.kit import outgoing
from space.kit.outgoing import Answer, NoAnswer, Why
from space.mediawiki import commons, searching
from space.testing.pictures import photo

API = "https://commons.example.org/w/api.php"
PAGE = "https://commons.example.org/wiki/File:"


def metadata(**values: object) -> dict[str, dict[str, object]]:
    return {
        key: {"value": value, "source": "commons-desc-page", "hidden": ""} for key, value in values.items()
    }


LIBRARY_SAYS = metadata(
    Artist=(
        '<div class="vcard"><table><tr><td><span class="fn"><a href="//commons.example.org/wiki/User:Wikilover90" '
        'title="User:Wikilover90">Wikilover90</a></span></td></tr></table></div>'
    ),
    LicenseShortName="CC BY-SA 4.0",
    LicenseUrl="https://creativecommons.org/licenses/by-sa/4.0",
    License="cc-by-sa-4.0",
    DateTimeOriginal='<time class="dtstart" datetime="2018-07-13">13 July 2018</time>',
    ImageDescription={"en": "The Municipal Library Patiala", "pa": "<p>ਪਟਿਆਲਾ</p>", "_type": "lang"},
)


class Recorded:
    """`pages` by the name of their file, `files` by their address, `finds` the names for some words; `fails` is what
    every request gets instead."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.finds: dict[str, list[str]] = {}
        self.asked: list[dict[str, str]] = []
        self.fails: Answer | NoAnswer | None = None

    def has(self, name: str, said: dict[str, Any] = LIBRARY_SAYS, data: bytes = b"", **info: object) -> None:
        """There is a file of this name, of which the wiki says this."""
        thumb = f"https://upload.example.org/thumb/{name.replace(' ', '_')}/1920px.jpg"
        self.files |= {thumb: data or photo((1920, 1280)), _small(thumb): photo((330, 220))}
        facts: dict[str, object] = {
            "url": thumb,
            "thumburl": thumb,
            "descriptionurl": PAGE + name.replace(" ", "_"),
        }
        facts |= {"mime": "image/jpeg", "width": 4000, "height": 2667, "timestamp": "2018-07-14T10:00:00Z"}
        self.pages[name] = {"title": f"File:{name}", "imageinfo": [{**facts, "extmetadata": said, **info}]}

    def get(self, url: str, *, at_most: int, seconds: float, accept: str = "*/*") -> Answer:
        if isinstance(self.fails, NoAnswer):
            raise self.fails
        if self.fails:
            return self.fails
        if url in self.files:
            if len(self.files[url]) > at_most:
                raise NoAnswer(Why.TOO_LARGE)
            return Answer(200, url, {}, self.files[url])
        return Answer(200, url, {}, json.dumps({"query": {"pages": self._pages(url)}}).encode())

    def _pages(self, url: str) -> list[dict[str, Any]]:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}
        self.asked.append(asked)
        words, name = asked.get("gsrsearch", ""), asked.get("titles", "").removeprefix("File:")
        known = words in self.finds if asked.get("generator") == "search" else bool(name)
        if not url.startswith(API) or asked.get("prop") != "imageinfo" or not known:
            raise AssertionError(f"nothing is recorded for {url}")
        if words:
            return self._found(self.finds[words])
        return [self.pages.get(name, {"title": f"File:{name}", "missing": True})]

    def _found(self, names: list[str]) -> list[dict[str, Any]]:
        """In no order, as wikis do; how well each fits says its index."""
        pages = [{**self.pages[name], "index": number} for number, name in enumerate(names, 1)]
        for page in pages:
            info = page["imageinfo"][0]
            page["imageinfo"] = [{**info, "thumburl": _small(info["thumburl"])}]
        return pages[::-1]


def _small(thumb: str) -> str:
    return thumb.replace("/1920px", "/330px")


@pytest.fixture
def recorded(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """Wikimedia Commons, as far as this test has it."""
    settings.COMMONS_API = API
    one = Recorded()
    monkeypatch.setattr(outgoing, "get", one.get)
    commons._at.cache_clear()
    searching._found.cache_clear()
    return one
