"""A translation beside its original, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from space.blog.models import Version
from space.discuss.history import rendered
from space.markup.blocks import blocks_of, blocks_read, kind_of
from space.markup.changes.pairing import paired

# Between the parts of a text that a form keeps in one field: more empty lines than anybody leaves.
BETWEEN = "\n\n\n\n"
# These say the same in every language, but for what stands in them: a translation begins with them.
_TAKEN_OVER = {"image", "code"}


@dataclass(frozen=True)
class Pair:
    """A block of the original, as it is typed and as it is read, and what the translation says for it."""

    source: str
    html: SafeString
    text: str = ""
    # The original has changed since it was translated: with what came and went, or because it is new, or gone.
    changes: str = ""
    is_new: bool = False
    is_gone: bool = False
    number: int = 0

    @property
    def rows(self) -> int:
        """Lines of a field in which it fits."""
        longest = max(len(self.source), len(self.text))
        return max(2, min(24, longest // 55 + self.source.count("\n") + 1))


def begun_parts(original: Version) -> list[str]:
    """What a new translation holds: pictures and code of the original."""
    return [block if kind_of(block) in _TAKEN_OVER else "" for block in blocks_of(original.source)]


def parts_of(text: str, parts: list[str] | None, blocks: list[str]) -> list[str]:
    """The text of a translation, a part for each block of what it says. Where nobody wrote it by parts, as it looks."""
    if parts is not None and len(parts) == len(blocks):
        return parts
    return _laid_beside(blocks_of(text), blocks)


def taken_apart(typed: str, blocks: list[str]) -> list[str]:
    """Parts that a form has kept in one field."""
    parts = [part.strip() for part in typed.split(BETWEEN)]
    return parts if len(parts) == len(blocks) else _laid_beside(blocks_of(typed), blocks)


def beside(original: Version, parts: list[str], said: Version | None = None) -> list[Pair]:
    """All blocks of the original with their parts. `said` is the version that the parts are of, where it is another."""
    if said is None or said.number == original.number:
        blocks = blocks_of(original.source)
        read = _read(original, blocks)
        pairs = zip(blocks, read, parts, strict=False)
        return [Pair(block, html, text, number=n) for n, (block, html, text) in enumerate(pairs)]
    return list(_since(original, parts, said))


def _since(original: Version, parts: list[str], said: Version) -> Iterator[Pair]:
    old, new = blocks_of(said.source), blocks_of(original.source)
    old_read, new_read = _read(said, old), _read(original, new)
    for before, after in paired(old, new):
        if after is None and before is not None:
            yield Pair(old[before], old_read[before], parts[before], is_gone=True)
        elif after is not None and before is None:
            yield Pair(new[after], new_read[after], is_new=True, number=after)
        elif after is not None and before is not None:
            changed = old[before] != new[after]
            changes = rendered(old_read[before], new_read[after]) if changed else ""
            yield Pair(new[after], new_read[after], parts[before], changes, number=after)


def _read(version: Version, blocks: list[str]) -> list[SafeString]:
    """Each block as it is read; as it is typed where one cannot tell them apart."""
    read = blocks_read(version.html)
    if len(read) == len(blocks):
        return [mark_safe(one) for one in read]
    return [format_html('<p class="as-typed">{}</p>', block) for block in blocks]


def _laid_beside(pieces: list[str], blocks: list[str]) -> list[str]:
    """Pieces of a translation for blocks of the original: headings and pictures say what belongs together."""
    if len(pieces) == len(blocks):
        return pieces
    parts: list[list[str]] = [[] for _ in blocks]
    if not parts:
        return []
    own, others = [kind_of(one) for one in pieces], [kind_of(one) for one in blocks]
    places = {
        match.a + step: match.b + step
        for match in SequenceMatcher(None, own, others, autojunk=False).get_matching_blocks()
        for step in range(match.size)
    }
    at = 0
    for number, piece in enumerate(pieces):
        at = places.get(number, at)
        parts[at].append(piece)
    return ["\n\n".join(part) for part in parts]
