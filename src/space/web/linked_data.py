"""What machines are told as schema.org has it. Data, so the policy against scripts says nothing of it."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# What would end the element, or begin a comment in it, is said otherwise; JSON reads it as the same.
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def linked_data(told: Mapping[str, Any]) -> SafeString:
    """What is None is left out."""
    said = json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(said.translate(_UNSAFE)))
