"""DATABASE_URL as Django wants it."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def from_address(address: str, *, pool: int, embedded: bool = False) -> dict[str, Any]:
    """Settings for PostgreSQL from `postgresql://user:password@host:port/name?option=value`.

    A socket folder stands in `?host=`, percent-encoded, as libpq has it. An empty address gives settings
    that fail at the first query with PostgreSQL's own words, so that commands without a database work.
    """
    parts = urlsplit(address or "postgresql:///space")
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured(
            "DATABASE_URL has to begin with postgresql:// (Space keeps its data in PostgreSQL)."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "space",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": options.pop("port", None) or str(parts.port or ""),
        # A database of somebody else's may restart while we run; asking first costs a round trip and saves an error.
        # The embedded one never does: when it ends, the web processes are started anew.
        "CONN_HEALTH_CHECKS": not embedded,
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": pool, "timeout": 20}},
    }
