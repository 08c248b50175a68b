"""Names and marks of languages in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from space import languages
from space.languages.table import Language

register = template.Library()


@register.simple_tag
def autonym(code: str) -> str:
    return languages.autonym(code)


@register.simple_tag
def language_mark(code: str) -> SafeString:
    """`lang="…" dir="…"` for an element that holds a text in this language."""
    lang, direction = languages.mark(code)
    return format_html('lang="{}" dir="{}"', lang, direction)


@register.filter
def bcp47(code: str) -> str:
    return languages.bcp47(code)


@register.filter
def direction(code: str) -> str:
    return languages.direction(code)


@register.simple_tag
def interface_languages() -> tuple[Language, ...]:
    return languages.interface_languages()
