from django import template

from space.accounts.wiki import door

register = template.Library()


@register.simple_tag
def wiki_door() -> str:
    """The host name of the wiki whose accounts open our door; empty where there is none."""
    return door.host() if door.is_open() else ""
