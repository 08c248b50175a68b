"""People who are signed in, without asking for passwords: hashing those is slow on purpose."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from space.accounts.models import Session, User
from space.accounts.sessions import SessionStore
from space.discuss.actions import note_visit

# A secret of a form, the same in the cookie and in what is sent: that is all the check asks.
TOKEN = "b" * 32


def cookies(first: int, last: int) -> list[str]:
    """What the browsers of these people send. Sessions of an earlier run are thrown away."""
    Session.objects.filter(user__pk__range=(first, last)).delete()
    return [_cookie(user) for user in User.objects.filter(pk__range=(first, last)).order_by("pk")]


def _cookie(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    # They have been here for a while: a visit is noted every few minutes, not with each page.
    note_visit(user)
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
