"""The key in the mail that leads back. It holds a number, and is good while its farewell waits."""

from django.core import signing

from space.privacy.models import Farewell

_SALT = "space.privacy.back"
_LONGEST = 60 * 60 * 24 * 31


def key_of(farewell: Farewell) -> str:
    return signing.dumps([farewell.pk, farewell.person_id], salt=_SALT)


def farewell_of(key: str) -> Farewell | None:
    try:
        pk, person = signing.loads(key, salt=_SALT, max_age=_LONGEST)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Farewell.objects.filter(pk=pk, person=person, began_at=None).first()
