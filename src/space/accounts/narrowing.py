"""The switch *my languages / all*: one piece for lists, search, and whatever else shows things in many languages.

Who is signed in presses it, and it is remembered for that list. For everybody else it is links, as their pages
are kept for all. Whoever uses it says what is hidden, in a sentence of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext

from space import languages
from space.accounts.readers import Reader
from space.languages import Choice
from space.web import fragments

# So many languages are named, and the others counted.
_NAMED = 4
# Where a kept switch holds what is of one page or one person.
_TOKEN, _BACK, _HIDDEN = "\x01", "\x02", "\x03"


@dataclass(frozen=True)
class Hidden:
    """How many things a choice of languages keeps out of sight, and their languages, the most frequent first."""

    number: int = 0
    languages: tuple[str, ...] = ()
    # Of how many that were looked at, where that was not all.
    among: int = 0


@dataclass(frozen=True)
class Switch:
    """The switch of one list."""

    # The name under which it is remembered: letters, or letters and an id, as `search` or `category:7`.
    where: str
    choice: Choice
    # The address of the same list for what `languages` can say: "", "all", "mine", or codes.
    address: Callable[[str], str]
    # The sentence on what is hidden; nothing while nothing can be.
    hidden: SafeString | str = ""
    # A language to offer to who has chosen none.
    offer: str = ""

    def html(self, reader: Reader, token: str = "") -> SafeString:
        """`token` is of the form, and is empty on pages that are for everybody."""
        key = (
            self.where,
            self.choice,
            self.offer,
            self.address(""),
            reader.languages,
            bool(token),
            bool(self.hidden),
        )

        def build(_: object) -> dict[Any, str]:
            return {key: render_to_string("accounts/_switch.html", self._told(reader, bool(token)))}

        html = fragments.kept("switch", [key], build, language=get_language() or "")[key]
        html = html.replace(_TOKEN, token).replace(_HIDDEN, str(self.hidden))
        return mark_safe(html.replace(_BACK, escape(self.address(""))))

    def _told(self, reader: Reader, presses: bool) -> dict[str, Any]:
        codes = self.choice.codes
        return {
            "narrows": bool(codes),
            "mine": named(reader.languages if presses else codes),
            "can_press": presses and bool(reader.languages),
            "must_choose": presses and not reader.languages,
            "is_mine": self.choice.is_mine,
            "others": named(codes) if codes and not self.choice.is_mine else "",
            "offer": named([self.offer]) if self.offer and not codes else "",
            "offer_url": self.address(self.offer),
            "all_url": self.address(languages.ALL if self.choice.is_mine else ""),
            "hidden": mark_safe(_HIDDEN) if self.hidden else "",
            "where": self.where,
            "token": _TOKEN,
            "back": _BACK,
            "preferences": f"{reverse('accounts:preferences')}#languages",
        }


def named(codes: Sequence[str], most: int = _NAMED) -> SafeString:
    """Languages by the names that they give themselves, each in itself; those that are too many in a number."""
    marks = [
        (languages.bcp47(code), languages.direction(code), languages.autonym(code)) for code in codes[:most]
    ]
    said = format_html_join(languages.comma(), '<bdi lang="{}" dir="{}">{}</bdi>', marks)
    if len(codes) <= most:
        return said
    more = npgettext("languages", "{languages} and {n} more", "{languages} and {n} more", len(codes) - most)
    return format_html(more, languages=said, n=len(codes) - most)
