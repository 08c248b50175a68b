"""Settings from the environment: read once, typed; a wrong value stops the start and says what to give."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from space.kit import riddles

_TILES = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?/[^\s;,'\"<>]*")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def number(name: str, default: int, *, at_least: int = 0) -> int:
    given = os.environ.get(name, str(default))
    if given.isdecimal() and int(given) >= at_least:
        return int(given)
    raise ImproperlyConfigured(f"{name} is {given!r}: give a whole number, {at_least} or more.")


def flag(name: str, *, default: bool = False) -> bool:
    given = os.environ.get(name, "yes" if default else "no").lower()
    if given in {"1", "yes", "true", "on"}:
        return True
    if given in {"", "0", "no", "false", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {given!r}: give yes or no.")


def listing(name: str, default: str = "") -> list[str]:
    """A list written with commas; spaces around the parts do not matter."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def choice(name: str, default: str, options: Sequence[str]) -> str:
    given = os.environ.get(name, default)
    if given in options:
        return given
    raise ImproperlyConfigured(f"{name} is {given!r}: give one of {', '.join(options)}.")


def questions(name: str) -> str:
    """Lines of a question and its answers; a line that nobody could answer would shut the door."""
    given = os.environ.get(name, "").strip()
    try:
        riddles.read(given)
    except riddles.Unreadable as error:
        raise ImproperlyConfigured(
            f"{name} has the line {error.line!r}: write a question, =, its answers."
        ) from error
    return given


def countries(name: str) -> tuple[str, ...]:
    """Codes of ISO 3166-1: two letters each. A word that is none would protect nobody, so it stops the start."""
    codes = tuple(code.upper() for code in listing(name))
    if wrong := [code for code in codes if not re.fullmatch("[A-Z]{2}", code)]:
        raise ImproperlyConfigured(f"{name} has {', '.join(wrong)}: give codes of two letters, with commas.")
    return codes


def tiles(name: str) -> str:
    """The address of a tile of a map. Its host stands in a header: nothing in it may mean something there."""
    address = os.environ.get(name, "")
    if not address or (_TILES.fullmatch(address) and all(part in address for part in ("{z}", "{x}", "{y}"))):
        return address
    raise ImproperlyConfigured(
        f"{name} is {address!r}: give an address as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png."
    )


def folder(name: str, default: Path) -> Path:
    """An absolute folder; it is not made here."""
    return Path(os.environ.get(name) or default).expanduser().resolve()


def secret(name: str, file: Path) -> str:
    """A secret from the environment, or else from a file that only its owner can read.

    The file is made at the first start, so that secrets outlive a restart without being typed.
    Two processes that start at once agree: the file appears whole, by a hard link, or not at all.
    """
    given = os.environ.get(name, "")
    if given:
        return given
    if not file.exists():
        _write_once(file)
    return file.read_text().strip()


def _write_once(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(os.urandom(32).hex() + "\n")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
