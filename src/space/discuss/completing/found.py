import re
from dataclasses import dataclass

# So many are offered at once.
MOST = 8
_MEANS_SOMETHING = re.compile(r"([\\\[\]*_`<>])")


@dataclass(frozen=True)
class Found:
    """Something to choose: what is shown of it, and what it puts into the text.

    `sign` stands before the name: a letter, a picture sign. `tone` is its colour, 0 for none; `picture` lies over it.
    """

    kind: str
    name: str
    insert: str
    sign: str = ""
    tone: int = 0
    picture: str = ""
    note: str = ""


def link(words: str, address: str) -> str:
    plain = _MEANS_SOMETHING.sub(r"\\\1", words)
    return f"[{plain}]({address})"
