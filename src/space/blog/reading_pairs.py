"""A translation as its second reader sees it: each paragraph beside that of the original, and what is new in it."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from space.blog.history import changed, version_of
from space.blog.merging import in_one
from space.blog.models import Edition, Version
from space.blog.side_by_side import Pair, beside, parts_of
from space.discuss.history import Way
from space.markup.blocks import blocks_of, blocks_read


def read_beside(edition: Edition, original: Version | None) -> dict[str, Any]:
    version = edition.current
    if version is None or original is None:
        return {"pairs": []}
    said = edition.story.editions.get(is_original=True).versions.filter(number=version.follows or 0).first()
    followed = said or original
    parts = parts_of(version.source, version.parts, blocks_of(followed.source))
    pairs = beside(followed, parts)
    return {
        "version": version,
        "original": followed,
        "is_stale": followed.number != original.number,
        "pairs": [
            {"original": pair.html, "own": html}
            for pair, html in zip(pairs, _read(version, pairs), strict=True)
        ],
        "missing": sum(not pair.text.strip() for pair in pairs),
        "since": _since(edition, version),
    }


def _read(version: Version, pairs: list[Pair]) -> list[SafeString]:
    """The HTML of each part: as many blocks as it holds, one after the other."""
    read, at = blocks_read(version.html), 0
    found: list[SafeString] = []
    counts = [len(blocks_of(pair.text)) for pair in pairs]
    if sum(counts) != len(read) or in_one([pair.text for pair in pairs]) != version.source:
        whole = mark_safe(version.html)
        return [whole, *[mark_safe("")] * (len(pairs) - 1)] if pairs else []
    for count in counts:
        found.append(mark_safe("".join(read[at : at + count])))
        at += count
    return found


def _since(edition: Edition, version: Version) -> dict[str, Any] | None:
    """What changed since readers see it, where they do."""
    if edition.shown is None or edition.shown_id == version.pk:
        return None
    older, newer = version_of(edition, edition.shown.number), version_of(edition, version.number)
    return changed(older, newer, Way.RENDERED) if older and newer else None
