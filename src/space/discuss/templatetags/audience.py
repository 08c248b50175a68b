"""The bar over every page of what not everybody reads: who can read it, and how many they are."""

from typing import Any

from django import template

from space.discuss.models import Audience, Category, Topic
from space.discuss.topic_page import who_reads
from space.groups.audience import members_alone

register = template.Library()
_CLOSED = frozenset({Audience.GROUP, Audience.PEOPLE})


@register.inclusion_tag("discuss/_who_reads.html")
def readers_of(topic: Topic | None) -> dict[str, Any]:
    """Nothing where everybody, or everybody who has signed in, can read."""
    return {"says": who_reads(topic) if topic and topic.audience in _CLOSED else ""}


@register.inclusion_tag("discuss/_who_reads.html")
def readers_there(form: Any) -> dict[str, Any]:
    """Of what is written in a form: who will read it in the category that is chosen in it, as far as one is."""
    field = form.fields.get("category")
    chosen = form["category"].value() if field else None
    rooms: dict[str, Category] = getattr(field, "rooms", {})
    room = chosen if isinstance(chosen, Category) else rooms.get(str(chosen))
    return {"says": members_alone(room.group) if room and room.group else ""}
