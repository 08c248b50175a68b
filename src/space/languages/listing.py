"""Several words one after the other, as the language of the page sets them apart."""

from collections.abc import Iterable

from django.utils.translation import pgettext


def comma() -> str:
    """What stands between them: Arabic has a comma of its own."""
    return pgettext("between languages", ", ")


def listed(words: Iterable[str]) -> str:
    return comma().join(words)
