"""What the pages of documentation say is so: links lead somewhere, commands exist, excerpts stand in the code."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands

from space.command.verbs import VERBS
from tests.architecture.sources import CHECKOUT, SPACE

SKIPPED = {"node_modules", "data", "texts", "topics", "build"}
LINK = re.compile(r"""\]\(([^)\s]+)\)|(?:src|href)="([^"]+)\"""")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"\./space ([a-z]+)(?: ([a-z_]+))?")
EXCERPT = re.compile(r"^```python\n# (\S+/\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def pages() -> Iterator[Path]:
    for folder, below, files in os.walk(CHECKOUT):
        below[:] = sorted(name for name in below if name not in SKIPPED and not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if name.endswith(".md"))


def name(file: Path) -> str:
    return str(file.relative_to(CHECKOUT))


every_page = pytest.mark.parametrize("page", list(pages()), ids=name)


def headings(page: Path) -> set[str]:
    """The anchors of a page, as hosts of repositories make them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@every_page
def test_every_link_leads_to_a_file(page):
    lost = []
    for link in (one or other for one, other in LINK.findall(CODE.sub("", page.read_text()))):
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path) if path else page
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (anchor and anchor not in headings(target)):
            lost.append(link)
    assert lost == []


@every_page
def test_every_command_exists(page):
    unknown = []
    for verb, word in COMMAND.findall(page.read_text()):
        if verb not in VERBS or (verb == "manage" and word and word not in get_commands()):
            unknown.append(f"./space {verb} {word}")
    assert unknown == []


@every_page
def test_excerpts_of_code_stand_in_the_code(page):
    for path, excerpt in EXCERPT.findall(page.read_text()):
        source = (CHECKOUT / path).read_text()
        for piece in re.split(r"^\s*\.\.\.\n", excerpt, flags=re.MULTILINE):
            assert piece.strip("\n") in source, f"{path} no longer says:\n{piece}"


@every_page
def test_no_page_names_a_place_of_one_machine(page):
    assert re.findall(r"(?<![\w.])/(?:work|root|Users|tmp)/\S*", page.read_text()) == []


def test_the_first_page_fits_on_a_screen_and_names_the_two_commands():
    text = (CHECKOUT / "README.md").read_text()

    assert len(text.splitlines()) <= 60
    assert "./space demo" in text
    assert "./space test" in text


def test_pictures_of_the_documentation_are_light():
    pictures = list((CHECKOUT / "docs" / "images").glob("*"))
    assert pictures
    assert [name(file) for file in pictures if file.stat().st_size > 250_000] == []


def test_every_app_opens_with_a_page_about_itself():
    apps = [folder for folder in SPACE.iterdir() if (folder / "__init__.py").exists()]
    silent = [app.name for app in apps if not (app / "README.md").exists()]
    assert silent == []
    assert [
        app.name for app in apps if not (app / "README.md").read_text().startswith(f"# {app.name} — ")
    ] == []


def test_every_decision_is_listed_and_numbered():
    folder = CHECKOUT / "docs" / "decisions"
    files = sorted(file.name for file in folder.glob("0*.md"))
    assert [int(file[:4]) for file in files] == list(range(1, len(files) + 1))
    assert re.findall(r"\((0[^)]+)\)", (folder / "README.md").read_text()) == files


def test_the_languages_that_are_measured_are_those_that_the_page_names():
    told = re.findall(
        r"^\| [^|]+ \| [^|]+ \| `([\w-]+)` \|", (CHECKOUT / "docs/languages.md").read_text(), re.MULTILINE
    )
    named = re.search(r'NAMED = """(.*?)"""', (CHECKOUT / "bench/languages.py").read_text(), re.DOTALL)
    assert named
    assert told == named[1].split()
    assert len(told) == 40
