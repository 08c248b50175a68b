"""The switch *my languages / all* over what was found, and what it hides."""

from collections import Counter

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.narrowing import Switch, named
from space.search.showing.asked import address
from space.search.showing.looking import SWITCH, Looking


def switch_html(looking: Looking, token: str) -> SafeString | str:
    """Nothing where the text says itself which languages are wanted."""
    if looking.names_languages:
        return ""
    choice = looking.languages
    switch = Switch(
        where=SWITCH,
        choice=choice,
        address=lambda asked: address(str(looking.query), languages=asked),
        hidden=_hidden(looking, choice.shown) if choice.codes else "",
    )
    return switch.html(looking.reader, token)


def _hidden(looking: Looking, shown: frozenset[str]) -> SafeString | str:
    counts = looking.count(of_all_languages=True).facets.get("language", ())
    away = Counter({str(code): number for code, number in counts if code not in shown})
    if not away:
        return pgettext("languages", "No match is hidden.")
    said = npgettext(
        "languages",
        "{n} match is hidden, in {languages}.",
        "{n} matches are hidden, in {languages}.",
        away.total(),
    )
    return format_html(said, n=away.total(), languages=named([code for code, _ in away.most_common()]))
