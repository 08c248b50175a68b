"""What was said below a published story, and beside it while it was reviewed."""

from collections.abc import Iterable

from space.pages.demo.story_texts.parts import Part
from space.pages.demo.story_texts.told import Note, Review
from space.pages.demo.texts.posts import REACTIONS, SEPARATOR, Piece, pieces, posts_of
from space.pages.demo.texts.told import Said

_RESOLVED = "resolved "
_EXAMPLE = "a note begins with “--- note · Name · -3d”, then perhaps “ · fr”, “ · resolved Name -2d”."


def conversation(part: Part, language: str) -> tuple[Said, ...]:
    return posts_of(language, iter(_pieces(part)))


def review(part: Part, language: str) -> Review:
    found = _pieces(part)
    notes = [number for number, piece in enumerate(found) if piece.words[0] == "note"]
    for number in notes:
        _nothing_belongs_to_it(found[number + 1 : number + 2])
    return Review(
        posts=posts_of(language, (piece for number, piece in enumerate(found) if number not in notes)),
        notes=tuple(_note(found[number], language) for number in notes),
    )


def _pieces(part: Part) -> list[Piece]:
    """Read as if the lines above were empty, so that each piece keeps the number of its line."""
    if not any(line.startswith(SEPARATOR) for line in part.lines):
        raise part.place.wrong("nobody says anything below this line.")
    lines = [""] * part.place.line + part.lines
    return list(pieces(part.place.path, lines, part.place.line))


def _nothing_belongs_to_it(below: Iterable[Piece]) -> None:
    for piece in below:
        if piece.words[0] in REACTIONS | {"bookmark", "deleted", "edit"}:
            raise piece.place.wrong("a note has no reactions, bookmarks or edits.")


def _note(piece: Piece, language: str) -> Note:
    place, words = piece.place, piece.words[1:]
    end = words.pop().removeprefix(_RESOLVED) if words and words[-1].startswith(_RESOLVED) else ""
    if len(words) not in {2, 3}:
        raise place.wrong(_EXAMPLE)
    first, _, text = piece.text.partition("\n")
    if not (first.startswith("> ") and text.strip()):
        raise place.wrong("a note has a passage, quoted with “> ” in its first line, and a remark below.")
    by, dash, when = end.rpartition(" -") if end else ("", "", "")
    if end and not dash:
        raise place.wrong(_EXAMPLE)
    return Note(
        by=words[0],
        ago=place.ago(words[1]),
        language=place.language(words[2]) if len(words) == 3 else language,
        passage=first.removeprefix("> ").strip(),
        text=text.strip(),
        line=place.line,
        resolved_by=by,
        resolved=place.ago(f"-{when}") if end else None,
    )
