"""Short texts that are put together, in the order and with the signs of the language of the page."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext


def labelled(label: str | Promise, value: str | Promise) -> SafeString:
    """`Move up: Cameroun`, for a text or the value of an attribute. What is no HTML yet is escaped."""
    # Translators: what something is or does, and of what: "Language: Français", "Move up: Help".
    return format_html(pgettext("label and value", "{label}: {value}"), label=label, value=value)
