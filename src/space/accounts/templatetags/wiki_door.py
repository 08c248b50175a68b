from django import template
from django.conf import settings

from space.accounts.wiki import door

register = template.Library()


@register.simple_tag
def wiki_is_invented() -> bool:
    """The demo brings a wiki of its own."""
    return bool(settings.DEMO)


@register.simple_tag
def wiki_door() -> str:
    """The host name of the wiki whose accounts open our door; empty where there is none."""
    return door.host() if door.is_open() else ""
