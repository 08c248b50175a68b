"""Sessions in the database that bring their person and the person's roles along: one query a request."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from space.accounts import readers
from space.accounts.models import Session, User, today

# What is only looked up by need not come along with every request; it follows from the name.
_UNSEEN = {"id", "name_pieces", "sort_name"}
_PERSON = [field.attname for field in User._meta.concrete_fields if field.attname not in _UNSEEN]
_AN_HOUR = 3600
# As Django makes them. Anything else in the cookie is no session, and is not asked for.
_KEYS = re.compile(r"[a-z0-9]{32}")
_DEVICE, _SINCE = "device", "since"
# Stand-ins in the kept statement for what differs from request to request.
_KEY, _NOW = "the key of the session", datetime.max.replace(tzinfo=UTC)


class SessionStore(DatabaseStore):
    """Django's database session, with `person()` beside it."""

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._row: dict[str, Any] | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(key and _KEYS.fullmatch(key))

    def load(self) -> dict[str, Any]:
        self._row = _find(self.session_key) if self.session_key else None
        if self._row is None:
            self._session_key = None
            return {}
        return self.decode(self._row["session_data"])

    def get_session_cookie_age(self) -> int:
        """Who only asked for a passkey, or is half signed in, is forgotten after an hour."""
        return settings.SESSION_COOKIE_AGE if SESSION_KEY in self else _AN_HOUR

    async def aload(self) -> dict[str, Any]:
        raise NotImplementedError("Space has no asynchronous views.")

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        session = cast(Session, super().create_model_instance(data))
        session.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        session.device = data.get(_DEVICE, "")
        if _SINCE in data:
            session.created_at = datetime.fromisoformat(data[_SINCE])
        return session

    def began(self, device: str) -> None:
        """Somebody signed in here just now. It stands in the data, so that it stays however the row is written."""
        self[_DEVICE], self[_SINCE] = device, timezone.now().isoformat()

    def note_use(self) -> None:
        """Remember the day; once a day at most."""
        if self._row and self._row["used_on"] < today():
            Session.objects.filter(session_key=self.session_key).update(used_on=today())

    def person(self) -> tuple[User, readers.Reader] | None:
        """Who is signed in, with roles; None when nobody is, the account is shut or the password has changed."""
        user_id, proof = self.get(SESSION_KEY), self.get(HASH_SESSION_KEY)
        row = self._row
        if not row or not user_id or row["user_id"] != int(user_id):
            return None
        user = User(pk=row["user_id"], **{name: row[f"user_{name}"] for name in _PERSON})
        user._state.adding, user._state.db = False, "default"
        if not user.is_active or not constant_time_compare(proof or "", user.get_session_auth_hash()):
            return None
        return user, readers.reader_from(
            user, {name: row[f"carries_{name}"] for name in readers.carried_names()}
        )


def _find(key: str) -> dict[str, Any] | None:
    sql, params, columns = _statement()
    filled = [key if p == _KEY else timezone.now() if p == _NOW else p for p in params]
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        row = cursor.fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


@cache
def _statement() -> tuple[str, tuple[Any, ...], tuple[str, ...]]:
    """The query, written by Django once a process: composing it anew cost more than running it."""
    named = {**{f"user_{name}": F(f"user__{name}") for name in _PERSON}, **readers.carried("user_id")}
    rows = Session.objects.filter(session_key=_KEY, expire_date__gt=_NOW).annotate(**named)
    columns = ("session_data", "user_id", "used_on", *named)
    sql, params = rows.values_list(*columns).query.sql_with_params()
    return sql, params, columns
