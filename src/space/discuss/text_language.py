"""The language of a text that is being written: what it looks like, what one can choose, and when one is asked."""

from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.languages import autonym, bcp47, guess, interface_languages
from space.languages.guessing import SISTERS, is_enough, words_only

AS_IT_LOOKS = pgettext_lazy("form", "As it looks")
# So many are offered where one is asked.
_AT_MOST = 5


def language_choices(reader: Reader, current: str) -> list[tuple[str, Any]]:
    """Languages to choose for a text: the one it has, those one reads, those of the interface."""
    codes = [current, *reader.languages, *(language.code for language in interface_languages())]
    known = [(code, autonym(code)) for code in dict.fromkeys(codes) if code]
    return [("", AS_IT_LOOKS), *known]


def as_it_looks(text: str, reader: Reader) -> str:
    """The choice that leaves the language to us, with what it would be for this text."""
    looks = guess(text, reads=reader.languages)
    if not looks.sure:
        return str(AS_IT_LOOKS)
    return pgettext("form", "As it looks: %(language)s") % {"language": autonym(looks.code)}


def likely(text: str, reader: Reader) -> list[str]:
    """Where a text is long enough and its language still not sure: what it could be, the likeliest first."""
    looks = guess(text, reads=reader.languages)
    if looks.sure or not is_enough(words_only(text), looks.code):
        return []
    own = reader.languages or tuple(one.code for one in interface_languages())
    sisters = next((sorted(group - {"sh", "no"}) for group in SISTERS if looks.code in group), [])
    return [code for code in dict.fromkeys([looks.code, *sisters, *own]) if code][:_AT_MOST]


def asked(text: str, reader: Reader) -> dict[str, Any]:
    """What a page or script says of the language of a text: how it looks, and what to choose from where it asks."""
    codes = likely(text, reader)
    offered = [{"code": code, "name": autonym(code), "lang": bcp47(code)} for code in codes]
    return {"looks": as_it_looks(text, reader), "likely": offered}
