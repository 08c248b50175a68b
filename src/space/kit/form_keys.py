"""Keys of forms: so that sending one twice makes one thing, and so that one knows when a form was opened."""

import secrets
from datetime import UTC, datetime
from uuid import UUID

from space.kit import clock


def new_key() -> UUID:
    """A UUID of version 7: the time in milliseconds, and the rest by chance."""
    value = int(clock.now().timestamp() * 1000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 7 << 76
    return UUID(int=value & ~(0b11 << 62) | 0b10 << 62)


def opened_at(key: UUID | None) -> datetime | None:
    """When the form with this key was made, if it was made here."""
    if key is None or key.version != 7:
        return None
    return datetime.fromtimestamp((key.int >> 80) / 1000, tz=UTC)
