import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def as_json(value: Any) -> str:
    """For an attribute that a custom element reads; the template escapes it."""
    return json.dumps(value)
