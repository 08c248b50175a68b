"""The texts that come with Space."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.administration.texts import said
from space.community import Said

_FOLDER = Path(__file__).parent.parent / "texts"


@dataclass(frozen=True)
class Kind:
    """A page that there is: its name in addresses, and what it is called."""

    name: str
    title: str | Promise

    def ours(self, language: str) -> Said:
        """In English where a language has none."""
        return _file(self.name, language)

    @property
    def languages(self) -> list[str]:
        """In which it comes with Space."""
        return sorted(file.suffixes[0][1:] for file in _FOLDER.glob(f"{self.name}.*.md"))


GUIDELINES = Kind("guidelines", pgettext_lazy("page title", "Guidelines"))
ABOUT = Kind("about", pgettext_lazy("page title", "About this place"))
PRIVACY = Kind("privacy", pgettext_lazy("page title", "Privacy"))
CONTACT = Kind("contact", pgettext_lazy("page title", "Contact"))
KINDS = {kind.name: kind for kind in (GUIDELINES, ABOUT, PRIVACY, CONTACT)}


@lru_cache(maxsize=100)
def _file(name: str, language: str) -> Said:
    """Rendered once a process."""
    file = _FOLDER / f"{name}.{language}.md"
    if not file.exists():
        return _file(name, "en")
    return said(language, file.read_text("utf-8"), rich=True)
