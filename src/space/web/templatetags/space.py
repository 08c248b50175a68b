from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """An icon of the sprite. Decoration: the words stand beside it or in the label of its control."""
    return icon_html(name, kind)


def icon_html(name: str, kind: str = "") -> SafeString:
    classes = f"icon {kind}".strip()
    return mark_safe(
        f'<svg class="{escape(classes)}" aria-hidden="true"><use href="{static("web/icons.svg")}#{escape(name)}"/></svg>'
    )


@register.simple_tag(takes_context=True)
def here_with(context: template.Context, **changes: object) -> str:
    """The query of this page with some parameters changed; None takes one away."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag
def person(name: str) -> SafeString:
    """A person's name: never translated, in its own direction."""
    return format_html('<bdi translate="no">{}</bdi>', name)
