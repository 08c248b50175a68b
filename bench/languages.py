"""How well Space knows the language of a text: labelled texts, language by language.

A folder holds `sentences/CODE.txt`, one text a line, or `i18n/CODE.json`, messages of MediaWiki; at any depth.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from space.languages import canonical, guess, known
from space.languages.certain import surely
from space.languages.guessing import Guess

# The 40 languages of docs/languages.md: of the largest communities, of the interface, of the demo's corners.
NAMED = """
    ar bg bn ca cs da de el en es eu fa fi fr he hi hr hu id it ja ko nb nl pa pl pt ro ru sk sr sv sw ta th tr
    uk ur vi zh
"""
# Shorter texts are not counted: there one asks.
LEAST = 60
# Fewer texts of a language say nothing of it.
_ENOUGH = 10
_MARKS = re.compile(r"\{\{(?:GENDER|PLURAL):?([^}|]*)[^}]*\}\}|\{\{[^}]*\}\}|\$\d|\[\[|\]\]|<[^>]*>")
# Two codes for one language.
_SAME = {"ku-latn": "ku", "pt-br": "pt", "zh-hans": "zh", "zh-hant": "zh", "sr-ec": "sr", "en-gb": "en"}


@dataclass
class Tally:
    texts: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    quick: int = 0
    mistaken: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, code: str, quick: Guess, found: Guess) -> None:
        self.texts += 1
        self.quick += quick.code == code
        self.right += found.code == code
        self.sure += found.sure
        self.sure_right += found.sure and found.code == code
        if found.code != code:
            self.mistaken[found.code or "?"] += 1

    def add(self, other: "Tally") -> None:
        for name in ("texts", "right", "sure", "sure_right", "quick"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name: str) -> str:
        often = sorted(self.mistaken.items(), key=lambda pair: -pair[1])[:2]
        told = ", ".join(f"{code} {times}" for code, times in often)
        return (
            f"{name:<9} {self.texts:>6} texts   right {_share(self.right, self.texts)}   "
            f"sure {_share(self.sure, self.texts)}, then right {_share(self.sure_right, self.sure)}   "
            f"while writing {_share(self.quick, self.texts)}   {told}"
        ).rstrip()


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f} %" if whole else "      –"


def measure(folder: Path) -> None:
    for name, found in (("sentences", _sentences(folder)), ("messages of MediaWiki", _messages(folder))):
        tallies = {code: _tried(code, texts) for code, texts in found}
        tallies = {code: tally for code, tally in tallies.items() if tally.texts >= _ENOUGH}
        if tallies:
            print(f"\n{name}, {LEAST} characters and more")
            named = {code: tally for code, tally in tallies.items() if code in NAMED.split()}
            _print("the 40 languages of docs/languages.md", named)
            _print("others", {code: tally for code, tally in tallies.items() if code not in named})


def _print(title: str, tallies: dict[str, Tally]) -> None:
    print(f"\n{title}")
    total = Tally()
    for code, tally in sorted(tallies.items()):
        print(tally.line(code))
        total.add(tally)
    print(total.line("total"))


def _tried(code: str, texts: list[str]) -> Tally:
    tally = Tally()
    for text in texts:
        if len(text) >= LEAST:
            tally.count(code, guess(text), surely(text))
    return tally


def _sentences(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for file in sorted({*folder.rglob("sentences/*.txt"), *folder.glob("*.txt")}):
        if known(file.stem):
            yield canonical(file.stem), [line.strip() for line in file.read_text("utf-8").splitlines()]


def _messages(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Without what is not words; all files of a language together."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.rglob("i18n/*.json")):
        if known(file.stem):
            said = json.loads(file.read_text("utf-8"))
            words = (_MARKS.sub(r" \1 ", text) for name, text in said.items() if not name.startswith("@"))
            found[_SAME.get(file.stem, canonical(file.stem))] += [" ".join(text.split()) for text in words]
    yield from found.items()
