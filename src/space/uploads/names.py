"""Names of files: as their owners gave them, without what could mislead or break an address."""

import re
import unicodedata

from space.kit.fields import one_line
from space.uploads.kinds import Kind

# What ends an address, a Markdown link or a path; and marks that turn the direction of a text unseen.
_UNWANTED = re.compile(r"[\s/\\<>()\[\]{}|\"'`?#%&*:;^~$!\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_LONGEST = 80


def safe_name(given: str, kind: Kind) -> str:
    """The name in its own script, with the ending that the file's true kind has."""
    base = re.split(r"[/\\]", one_line(given))[-1]
    stem = base.rpartition(".")[0] or base
    words = _UNWANTED.sub("-", unicodedata.normalize("NFC", stem)).strip("-._")
    return f"{words[:_LONGEST].rstrip('-._') or 'file'}.{kind.suffix}"
