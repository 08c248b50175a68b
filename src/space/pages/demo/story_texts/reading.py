"""A file becomes a story."""

from pathlib import Path

from space.pages.demo.story_texts import editions, talk
from space.pages.demo.story_texts.head import facts, head_of
from space.pages.demo.story_texts.parts import Part, parts_of
from space.pages.demo.story_texts.told import Review, Story
from space.pages.demo.texts.mistakes import Place


def read(path: Path) -> Story:
    """Read one file, or raise DemoTextError."""
    lines, parts = parts_of(path)
    header = head_of(path, lines)
    language = header.needed("language").value
    original = _only(parts, "original")
    if original is None:
        raise Place(path, 1).wrong(f"there is no original. It begins with “=== {language}”.")
    if original.words[0] != language:
        raise original.place.wrong(f"the original is in {language}, as the line “language” says.")
    said, beside = _only(parts, "conversation"), _only(parts, "review")
    return Story(
        path=path,
        original=editions.edition(original, language),
        translations=tuple(editions.translation(part) for part in _all(parts, "translation")),
        corrections=tuple(editions.correction(part, language) for part in _all(parts, "was")),
        conversation=talk.conversation(said, language) if said else (),
        review=talk.review(beside, language) if beside else Review(),
        **facts(header),
    )


def _all(parts: list[Part], kind: str) -> list[Part]:
    return [part for part in parts if part.kind == kind]


def _only(parts: list[Part], kind: str) -> Part | None:
    found = _all(parts, kind)
    if len(found) > 1:
        raise found[1].place.wrong(f"a story has one {kind}.")
    return found[0] if found else None
