"""In which language somebody is shown a story: their own, then the interface's, then that of its original."""

from collections.abc import Sequence

from space.accounts.readers import Reader
from space.languages import canonical, language


def wishes(reader: Reader, interface: str) -> tuple[str, ...]:
    """What this reader wants, dearest first. Named languages come before those into which they fall back."""
    named = tuple(dict.fromkeys([*reader.languages, canonical(interface) or interface]))
    behind = (code for one in named for code in language(one).fallbacks)
    return tuple(dict.fromkeys([*named, *behind]))


def chosen(wanted: Sequence[str], there: Sequence[str], original: str) -> str:
    """The first wish that is there. The common fall-back to English is nobody's wish: the original comes before it."""
    return next((code for code in wanted if code in there), original)
