"""A text in several languages, each as it was written and as it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Said:
    """A text in one language. `html` was made safe when it was saved; empty where the text is shown as it is."""

    language: str
    source: str
    html: str = ""

    @property
    def safe(self) -> SafeString:
        return mark_safe(self.html)

    def as_json(self) -> dict[str, str]:
        return {"source": self.source, "html": self.html}


def from_json(raw: Mapping[str, Mapping[str, str]]) -> dict[str, Said]:
    return {code: Said(code, text["source"], text["html"]) for code, text in raw.items()}


def as_json(texts: Mapping[str, Said]) -> dict[str, dict[str, str]]:
    return {code: text.as_json() for code, text in sorted(texts.items())}
