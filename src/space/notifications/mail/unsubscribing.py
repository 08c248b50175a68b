"""One click in a mail program stops mails of a kind (RFC 8058). The page behind the address reads the token."""

from django.conf import settings
from django.core import signing

from space.accounts.models import User

_SALT = "space.mail.unsubscribe"


def token(person: User, kind: str) -> str:
    return signing.dumps([person.pk, kind], salt=_SALT)


def read(token: str) -> tuple[int, str] | None:
    """Whom and what a token is about; None for one that we did not make. Old mails stay good."""
    try:
        pk, kind = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return int(pk), str(kind)


def headers(person: User, kind: str) -> dict[str, str]:
    address = f"{settings.ORIGIN}/notifications/stop/{token(person, kind)}"
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
