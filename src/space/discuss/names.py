"""Names of people in a sentence."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext, pgettext


def named(names: Sequence[str]) -> str:
    """One, two, or the first of many with how many more, as plain text."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return pgettext("names", "%(one)s and %(other)s") % {"one": names[0], "other": names[1]}
    more = len(names) - 1
    told = npgettext("names", "%(one)s and %(n)d other person", "%(one)s and %(n)d others", more)
    return told % {"one": names[0], "n": more}


def named_html(names: Sequence[str]) -> SafeString:
    """The same for a page: each name in its own direction, and translated by nobody."""
    return mark_safe(named([format_html('<bdi translate="no">{}</bdi>', name) for name in names]))
