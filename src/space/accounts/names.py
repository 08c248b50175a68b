"""Names of people: exactly as on the wikis, in any script; local ones carry a mark that wikis forbid."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.kit.fields import one_line

LOCAL_MARK = "@local"
_FORBIDDEN = re.compile(r"[#<>\[\]|{}/@:~\u0080-\u009f\u00a0\u2000-\u200f\u2028-\u202f\u3000\ue000-\uf8ff]")


def local_name(typed: str) -> str:
    """The stored name of a local account from what its owner typed, with or without the mark."""
    return one_line(typed.removesuffix(LOCAL_MARK).replace("_", " ")) + LOCAL_MARK


def check_local_name(name: str) -> None:
    """Refuse what could not stand as a name on a wiki, so that a local account can become one later."""
    bare = name.removesuffix(LOCAL_MARK)
    if not bare or _FORBIDDEN.search(bare):
        raise ValidationError(
            pgettext_lazy("name", "A name cannot hold any of # < > [ ] | { } / @ : ~ or unusual spaces."),
            code="forbidden_characters",
        )
    if len(bare) > 85 or len(bare.encode()) > 249:
        raise ValidationError(pgettext_lazy("name", "This name is too long. Use at most 85 characters."), code="too_long")
    if bare.isdecimal() or re.fullmatch(r"[\d.]+|[\da-fA-F:]+:[\da-fA-F:]*", bare):
        raise ValidationError(pgettext_lazy("name", "A name needs letters; a number or an address is none."), code="number")


def in_address(name: str) -> str:
    """The name as it stands in an address: spaces become underscores, as on the wikis."""
    return name.replace(" ", "_")


def from_address(text: str) -> str:
    return one_line(text.replace("_", " "))
