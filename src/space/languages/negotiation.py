"""Which of the languages that the interface speaks a reader gets."""

from functools import cache, lru_cache

from django.conf import settings

from space.languages.table import Language, canonical, known, language

_LONGEST_HEADER = 500


@cache
def _spoken() -> dict[str, str]:
    """Languages of the interface by our code: the value is the code as Django's settings spell it."""
    return {language(code).code: code for code, _ in settings.LANGUAGES if known(code)}


def interface_languages() -> tuple[Language, ...]:
    """The languages that the interface can speak, in the order of the settings."""
    return tuple(language(code) for code in _spoken())


@lru_cache(maxsize=4096)
def spoken(wanted: str) -> str:
    """The interface language that serves this wish, by its chain of fall-backs; empty if none does.

    Stops before the common fall-back to English: the reader's next wish comes first.
    """
    for tag in _shorter_and_shorter(wanted[:40]):
        one = language(tag)
        for code in (one.code, *one.fallbacks):
            if code in _spoken():
                return _spoken()[code]
    return ""


def _shorter_and_shorter(tag: str) -> list[str]:
    """`fr-Latn-CM` asks for itself, `fr-Latn`, `fr`."""
    parts = tag.strip().replace("_", "-").split("-")
    return ["-".join(parts[:n]) for n in range(len(parts), 0, -1)]


def negotiate(header: str, *chosen: str) -> str:
    """The code for `translation.activate`: the first choice we can serve, else by Accept-Language."""
    for wish in chosen:
        if wish and (code := spoken(wish)):
            return code
    return _accepted(header[:_LONGEST_HEADER])


@lru_cache(maxsize=2048)
def _accepted(header: str) -> str:
    for wish in _wishes(header):
        if code := spoken(wish):
            return code
    return settings.LANGUAGE_CODE


def _wishes(header: str) -> list[str]:
    """Tags of an Accept-Language header, dearest first; nonsense is left out."""
    weighed = [_weighed(part) for part in header.split(",")[:30]]
    ranked = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: -pair[0])
    return [tag for _, tag in ranked]


def asked_for(header: str, at_most: int = 5) -> tuple[str, ...]:
    """The languages that a browser asks for, dearest first, whether the interface speaks them or not."""
    codes = (canonical(tag) or canonical(tag.split("-")[0]) for tag in _wishes(header[:_LONGEST_HEADER]))
    return tuple(dict.fromkeys(code for code in codes if code))[:at_most]


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameters = part.partition(";")
    name, _, value = parameters.strip().partition("=")
    if not tag.strip() or tag.strip() == "*":
        return 0, ""
    if name.strip() != "q":
        return 1, tag
    try:
        return float(value), tag
    except ValueError:
        return 0, ""


def forget() -> None:
    """For tests that change the settings."""
    for kept in (_spoken, spoken, _accepted):
        kept.cache_clear()
