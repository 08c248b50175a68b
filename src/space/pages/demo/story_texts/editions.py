"""The texts of a story: its original, its translations, and how it read before it was corrected."""

from space.pages.demo.story_texts.parts import Part
from space.pages.demo.story_texts.told import Approval, Correction, Edition, Translation
from space.pages.demo.texts.header import Keys, header_of

_KEYS = Keys(once=frozenset({"title", "summary", "alt", "caption"}), needed=frozenset({"title", "summary"}))


def edition(part: Part, language: str) -> Edition:
    """Its own header goes to the first empty line; the text follows."""
    end = next((number for number, line in enumerate(part.lines) if not line.strip()), len(part.lines))
    header = header_of(part.place.path, part.lines[:end], _KEYS, part.first)
    text = "\n".join(part.lines[end:]).strip()
    if not text:
        raise part.place.wrong("nothing stands below title and summary.")
    alt, caption = header.one("alt"), header.one("caption")
    return Edition(
        language=part.place.language(language),
        title=header.needed("title").value,
        summary=header.needed("summary").value,
        alt=alt.value if alt else "",
        caption=caption.value if caption else "",
        text=text,
        line=part.place.line,
    )


def translation(part: Part) -> Translation:
    place, words = part.place, part.words
    if len(words) not in {3, 5}:
        raise place.wrong(
            "a translation says “=== en · Name · -6d”, then “ · ready · -5d” or “ · Name · -5d”."
        )
    language, by, began = words[:3]
    made = Translation(edition(part, language), by, place.ago(began))
    if len(words) == 3:
        return made
    reader, when = words[3], place.ago(words[4])
    if when > made.began:
        raise place.wrong("it was ready or approved before it was begun.")
    if reader == by:
        raise place.wrong(f"{by} cannot approve what {by} translated.")
    approval = None if reader == "ready" else Approval(reader, when)
    return Translation(made.edition, by, made.began, when, approval)


def correction(part: Part, language: str) -> Correction:
    if len(part.words) != 3:
        raise part.place.wrong("an earlier version says “=== was -9d · Name · what was corrected”.")
    when, by, why = part.words
    return Correction(edition(part, language), part.place.ago(when.removeprefix("was ")), by, why)
