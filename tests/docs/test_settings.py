"""docs/settings.md names every setting of the code, with its default, and no other."""

import ast
import re
from collections.abc import Iterator

from space.community.registry import everything
from tests.architecture.sources import CHECKOUT, SPACE

PAGE = CHECKOUT / "docs" / "settings.md"
ROW = re.compile(r"^\| `(?P<name>[A-Z_]+)` \| (?P<default>[^|]*) \| (?P<meaning>[^|]*) \|$", re.MULTILINE)
NAME = re.compile(r"""["'](SPACE_[A-Z_]*[A-Z]|DATABASE_URL)["']""")
READERS = {"text", "number", "flag", "choice", "listing", "folder", "secret"}


def rows() -> dict[str, tuple[str, str]]:
    found = ROW.findall(PAGE.read_text())
    assert len(found) == len({name for name, _, _ in found}), "a setting has two rows"
    return {name: (default.strip(), meaning.strip()) for name, default, meaning in found}


def documented() -> dict[str, str]:
    return {name: row[0] for name, row in rows().items() if name.startswith(("SPACE_", "DATABASE_URL"))}


def in_code() -> set[str]:
    files = [CHECKOUT / "space", *SPACE.rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py")]
    known = (file for file in files if file.name not in {"test_env.py", "test_settings.py"})
    return {name for file in known for name in NAME.findall(file.read_text())}


def defaults() -> Iterator[tuple[str, str]]:
    """Names and defaults that the settings give to the readers of space.kit.env, where they are plain values."""
    files = [SPACE / "settings.py", SPACE / "settings_sign_in.py"]
    for call in (call for file in files for call in ast.walk(ast.parse(file.read_text()))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in READERS:
            name, *rest = call.args
            if not rest:
                yield ast.literal_eval(name), "no" if call.func.attr == "flag" else "*none*"
            elif isinstance(rest[0], ast.Constant):
                yield ast.literal_eval(name), f"`{rest[0].value}`" if rest[0].value != "" else "*none*"


def test_every_setting_is_documented_and_no_other():
    assert sorted(documented()) == sorted(in_code())


def test_the_page_tells_the_true_defaults():
    page = documented()
    wrong = [
        f"{name}: {default}"
        for name, default in defaults()
        if page.get(name, "").strip("`") != default.strip("`")
    ]

    assert len(list(defaults())) > 20
    assert wrong == []


def test_settings_without_a_variable_are_named_with_their_true_default():
    told = dict(re.findall(r"^\| `([a-z_]+)` \| (\d+) \|", PAGE.read_text(), re.MULTILINE))
    known = {setting.name: str(setting.default()) for setting in everything() if not setting.env}
    assert len(told) > 5
    assert told.items() <= known.items()


def test_the_page_marks_exactly_those_that_administrators_can_change():
    marked = {name for name, (_, meaning) in rows().items() if meaning.endswith("*(page)*")}
    assert marked == {f"SPACE_{setting.env}" for setting in everything() if setting.env}
