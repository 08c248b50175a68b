"""What the log remembers of a change: numbers and short words as codes, texts among the reasons."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from space.community.kinds import Choice, Countries, Number, Order, Riddles, Texts, YesNo
from space.community.notices import Notice, OneNotice
from space.community.pictures import OnePicture
from space.community.registry import Definition, TextDefinition
from space.community.said import Said


def told(definition: Definition[Any], before: Any, after: Any) -> tuple[str, dict[str, str | int]]:
    """The words and the codes of one change. The same in every language: others read it too."""
    match definition.kind:
        case Number() | YesNo() | Choice():
            return "", {"old": before, "new": after}
        case Order() | Countries():
            return "", {"old": ",".join(before), "new": ",".join(after)}
        case OnePicture():
            return "", {"old": before.digest if before else "", "new": after.digest if after else ""}
        case Riddles():
            # The log is for everybody, and whoever reads the answers there needs no head of their own.
            return "", {}
        case Texts():
            ours = cast(TextDefinition, definition).ours
            was, is_now = (_shown(texts, {*before, *after}, ours) for texts in (before, after))
            return "\n".join(_texts(was, is_now)), {}
        case OneNotice():
            return "\n".join(_notice(before, after)), {}
    return _line(str(before), str(after)), {}


def _line(before: str, after: str) -> str:
    return "\n".join(f"{sign} {text}" for sign, text in (("−", before), ("+", after)) if text)


def _shown(texts: Mapping[str, Said], codes: set[str], ours: Callable[[str], Said]) -> dict[str, Said]:
    """What people read: where the community has no text of its own, the one that comes with Space."""
    return {code: texts.get(code) or ours(code) for code in codes}


def _texts(before: Mapping[str, Said], after: Mapping[str, Said]) -> Iterator[str]:
    for code in sorted({*before, *after}):
        old, new = (texts[code].source if code in texts else "" for texts in (before, after))
        if old != new:
            yield f"[{code}]\n{_line(old, new)}"


def _notice(before: Notice | None, after: Notice | None) -> Iterator[str]:
    yield from _texts(before.texts if before else {}, after.texts if after else {})
    old, new = _when(before), _when(after)
    if old != new:
        yield _line(old, new)


def _when(notice: Notice | None) -> str:
    if notice is None:
        return ""
    ends = (f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "…" for moment in (notice.since, notice.until))
    return f"{notice.level}: {' – '.join(ends)}"
