"""Which values the attributes that we keep may have."""

import re
from dataclasses import dataclass

from space.languages import known, language

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_SLASHES = re.compile(r"[\s\x00-\x20]*[/\\]{2}")
_SRCSET = re.compile(r"/uploads/[^\s,]+ \d{1,5}w(?:, /uploads/[^\s,]+ \d{1,5}w)*")
_SIZES = re.compile(r"[\w\s().,:%+-]{1,200}")
_DATE = re.compile(r"[0-9TZ:.+-]{4,35}")


@dataclass(frozen=True)
class Filter:
    """Asked by the sanitizer about every attribute: the value to write, or None to leave it out."""

    home: str
    classes: re.Pattern[str]
    own_images_only: bool

    def __call__(self, tag: str, name: str, value: str, /) -> str | None:
        match name:
            case "href":
                return self._address(value)
            case "src":
                return self._source(value)
            case "lang" | "hreflang":
                return _language(value)
            case "dir":
                return value if value in {"ltr", "rtl", "auto"} else None
            case "width" | "height" | "start" | "colspan" | "rowspan":
                return value if re.fullmatch(r"\d{1,5}", value) else None
            case "class":
                return value if self.classes.search(value) else None
            case "srcset" | "sizes" | "datetime":
                return value if _PATTERNS[name].fullmatch(value) else None
        return value

    def _address(self, value: str) -> str | None:
        """Whole addresses, and paths on this site. `//host` and `/\\host` lead elsewhere unseen: left out."""
        value = value.strip()
        if self.home and f"{value}/".startswith(f"{self.home}/"):
            value = value[len(self.home) :] or "/"
        if _SLASHES.match(value):
            return None
        if value.startswith("www."):
            return f"https://{value}"
        if value.startswith(("/", "#")):
            return value
        whole = re.fullmatch(r"(https?|mailto):(.+)", value, re.IGNORECASE | re.DOTALL)
        return f"{whole[1].lower()}:{whole[2]}" if whole else None

    def _source(self, value: str) -> str | None:
        address = self._address(value)
        if address and self.own_images_only and not address.startswith("/uploads/"):
            return None
        return address


_PATTERNS = {"srcset": _SRCSET, "sizes": _SIZES, "datetime": _DATE}


def _language(value: str) -> str | None:
    if known(value):
        return language(value).bcp47
    return value if _LANGUAGE_TAG.fullmatch(value) else None
