"""What archives add to the pages of others."""

from typing import Any

from django.urls import reverse

from space.accounts.readers import Reader
from space.archives.permissions import can_decide_takedowns
from space.discuss.models import Kind, Topic


def origin_of_topic(topic: Topic, reader: Reader) -> dict[str, Any] | None:
    """Above an imported conversation: where it comes from, and the way to have it taken down."""
    if topic.kind != Kind.ARCHIVED or topic.category is None:
        return None
    return {
        "list_name": topic.category.name,
        "takedown": reverse("archives:takedown", args=[topic.pk]),
        "requests": reverse("archives:takedowns") if can_decide_takedowns(reader) else "",
    }
