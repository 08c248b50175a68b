from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from space.web import shell
from space.web.icons import turned

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "", label: str = "") -> SafeString:
    """An icon of the sprite. Decoration, unless a label says what it stands for."""
    return _icon(str(name), str(classes), str(label))


@cache
def _icon(name: str, classes: str, label: str) -> SafeString:
    flip = " icon--flip" if name in turned() else ""
    spoken = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    address = f"{static('web/icons.svg')}#{escape(name)}"
    return mark_safe(f'<svg class="icon {escape(classes)}{flip}" {spoken}><use href="{address}"/></svg>')


@register.simple_tag
def person(name: str) -> SafeString:
    """A person's name: never translated, in its own direction."""
    return format_html('<bdi translate="no">{}</bdi>', name)


@register.simple_tag(takes_context=True)
def piece(context: template.Context, name: str) -> SafeString:
    """A part of the shell, such as the bar on top."""
    return shell.piece(name, context)
