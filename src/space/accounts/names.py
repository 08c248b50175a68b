"""Names of people: exactly as on the wikis, in any script; local ones carry a mark that wikis forbid."""

import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.lookalikes import skeleton
from space.kit.fields import one_line

LOCAL_MARK = "@local"
# Of who was erased. Neither a wiki nor who signs up can give such a name.
FORMER_MARK = "@former"
_FORBIDDEN = re.compile(
    r"[#<>\[\]|{}/@:~\u0080-\u009f\u00a0\u2000-\u200f\u2028-\u202f\u3000\ue000-\uf8ff]"
    # What nobody sees: two names that differ only in these would be one to every reader.
    r"|[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]"
    r"|[\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_ADDRESS = re.compile(r"\d{1,3}(\.\d{1,3}){3}|[\da-fA-F]{0,4}(:[\da-fA-F]{0,4}){2,7}")


def local_name(typed: str) -> str:
    """The stored name of a local account from what its owner typed, with or without the mark."""
    return one_line(one_line(typed).removesuffix(LOCAL_MARK).replace("_", " ")) + LOCAL_MARK


def typed_names(pieces: Iterable[str]) -> list[str]:
    """Names as people type several, with or without an @ before each; once each, in their order."""
    return list(dict.fromkeys(filter(None, (one_line(one).removeprefix("@").strip() for one in pieces))))


def check_local_name(name: str) -> None:
    """Refuse what could not stand as a name on a wiki, so that a local account can become one later."""
    bare = name.removesuffix(LOCAL_MARK)
    if not bare or _FORBIDDEN.search(bare) or unicodedata.category(bare[0]).startswith("M"):
        raise ValidationError(
            pgettext_lazy("name", "A name cannot hold any of # < > [ ] | { } / @ : ~ or unusual spaces."),
            code="forbidden_characters",
        )
    if len(bare) > 85 or len(bare.encode()) > 249:
        raise ValidationError(
            pgettext_lazy("name", "This name is too long. Use at most 85 characters."), code="too_long"
        )
    if not any(character.isalpha() for character in bare) or _ADDRESS.fullmatch(bare):
        raise ValidationError(
            pgettext_lazy("name", "A name needs letters; a number or an address is none."), code="number"
        )


def skeleton_of(name: str) -> str:
    """The skeleton to store with a name; empty for wiki names, whose look-alikes are the wikis' affair."""
    return skeleton(name.removesuffix(LOCAL_MARK))[:255] if name.endswith(LOCAL_MARK) else ""


def in_address(name: str) -> str:
    """The name as it stands in an address: spaces become underscores, as on the wikis."""
    return name.replace(" ", "_")


def from_address(text: str) -> str:
    return one_line(text.replace("_", " "))


def former_name(code: str) -> str:
    """The neutral name of who was erased."""
    return f"Former member {code}{FORMER_MARK}"


def is_former(name: str) -> bool:
    return name.endswith(FORMER_MARK)
