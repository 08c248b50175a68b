from functools import cache

from django import template
from django.forms import BaseForm
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.kit.phrases import labelled
from space.web import fragments, menu, shell
from space.web.icons import turned

register = template.Library()
register.simple_tag(labelled)


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


@register.simple_tag
def to_first_fault(form: BaseForm) -> str:
    """Where a page begins that gives a form back, with a script or without: forms are longer than screens.

    Stands before the fields. What is only asked for again, because something else was wrong, is not where it begins.
    """
    wrong = {name for name, errors in form.errors.as_data().items() if any(e.code != "again" for e in errors)}
    faulty = next((field for field in form.visible_fields() if field.name in wrong), None)
    if faulty is not None:
        faulty.field.widget.attrs["autofocus"] = True
    return ""


@register.simple_tag(takes_context=True)
def piece(context: template.Context, name: str) -> SafeString:
    """A part of the shell, such as the bar on top."""
    return shell.piece(name, context)


@register.simple_tag
def items(place: str, path: str, reader: object) -> list[menu.Shown]:
    """The links that apps have put into a place, as far as this reader is shown them."""
    return menu.shown(place, path, reader)


class Kept(template.Node):
    def __init__(self, inside: template.NodeList, named: dict[str, FilterExpression]) -> None:
        self.inside = inside
        self.named = named

    def render(self, context: template.Context) -> SafeString:
        shown = {name: value.resolve(context) for name, value in self.named.items()}
        key = (self, *shown.values())

        def build(_: object) -> dict[tuple[object, ...], str]:
            return {key: self.inside.render(context.new(shown))}

        return mark_safe(fragments.kept("block", [key], build, language=get_language() or "")[key])


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """`{% kept tab="latest" %}...{% endkept %}`: rendered once for each language and these plain values.

    The inside sees the values that are named and nothing else, so nothing of a person can get in.
    """
    named = token_kwargs(token.split_contents()[1:], parser)
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(inside, named)
