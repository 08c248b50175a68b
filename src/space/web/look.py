"""What this place is called and how it looks: told by the app that knows what administrators chose."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Look:
    """A name, and the address of a mark that stands in place of ours."""

    name: str
    mark: str = ""

    @property
    def brand(self) -> tuple[str, str]:
        """The name as the bar shows it: a small line where it begins with our movement, and the large one."""
        first, _, rest = self.name.partition(" ")
        return (first, rest) if first == "Wikimedia" and rest else ("", self.name)

    @property
    def is_long(self) -> bool:
        """Whether the bar needs smaller letters for it."""
        return len(self.brand[1]) > 12


@dataclass(frozen=True)
class Banner:
    """What stands on top of all pages for a time. `key` is another one when the words are."""

    key: str
    html: SafeString
    lang: str
    dir: str
    level: str


_look: Callable[[], Look] = lambda: Look(settings.NAME)  # noqa: E731
_banner: Callable[[], Banner | None] = lambda: None  # noqa: E731


def tell(look: Callable[[], Look], banner: Callable[[], Banner | None]) -> None:
    """From the `ready()` of the app that knows. Both are asked for every page, so they must be quick."""
    global _look, _banner
    _look, _banner = look, banner


def look() -> Look:
    return _look()


def banner() -> Banner | None:
    return _banner()
