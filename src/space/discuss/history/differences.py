"""What changed between two versions, ready to be shown."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space.discuss.history.versions import Version
from space.languages import autonym, mark
from space.markup.changes import Fate, Line, compare, compare_lines, words_changed


class Way(models.TextChoices):
    """How to look at a difference."""

    RENDERED = "rendered"
    SOURCE = "source"
    WHOLE = "whole"


def difference(older: Version, newer: Version, way: Way) -> dict[str, Any]:
    """What the partial of a difference needs."""
    told = {
        "way": way.value,
        "titles": titles_compared(older.title, newer.title),
        "languages": _languages(older.language, newer.language),
        "same": older.source == newer.source,
        **in_language(newer.language),
    }
    if way is Way.SOURCE:
        return {**told, "lines": _lines(compare_lines(older.source, newer.source))}
    return {**told, "html": rendered(older.html, newer.html)}


def what_changes(html: tuple[str, str], language: str, titles: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """What the partial of changes needs; each pair is how it reads now, and how it would."""
    return {"titles": titles_compared(*titles), "html": rendered(*html), **in_language(language)}


def titles_compared(before: str, after: str) -> list[dict[str, Any]]:
    """Lines for the partial of lines; none where the title stayed."""
    return _lines(words_changed(before, after)) if before != after else []


def in_language(language: str) -> dict[str, str]:
    """What stands on the element around a text."""
    return mark(language)._asdict()


def rendered(before: str, after: str) -> SafeString:
    """The newer text with what came and went; empty where a reader sees no difference."""
    html = compare(before, after, settings.ORIGIN)
    return spoken(html) if "<ins>" in html or "<del>" in html else mark_safe("")


def spoken(html: str) -> SafeString:
    """With words around each change for who hears the page. Expects what `compare` gave: its marks are bare."""
    words = {
        "<ins>": pgettext("change", "added:"),
        "</ins>": pgettext("change", "end of what was added"),
        "<del>": pgettext("change", "taken out:"),
        "</del>": pgettext("change", "end of what was taken out"),
    }
    for tag, said in words.items():
        told = format_html('<span class="visually-hidden" lang="{}"> {} </span>', get_language(), said)
        html = html.replace(tag, f"{told}{tag}" if tag.startswith("</") else f"{tag}{told}")
    return mark_safe(html)


def _lines(lines: "list[Line] | tuple[Line, ...]") -> list[dict[str, Any]]:
    return [
        {
            "fate": line.fate.value,
            "gone": line.fate is Fate.GONE,
            "new": line.fate is Fate.NEW,
            "skipped": line.skipped,
            "pieces": line.pieces,
        }
        for line in lines
    ]


def _languages(older: str, newer: str) -> tuple[str, str] | None:
    if older == newer:
        return None
    unknown = pgettext("language", "none")
    before, after = (autonym(code) if code else unknown for code in (older, newer))
    return before, after
