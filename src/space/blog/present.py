"""Who else has the form of an edition open."""

from datetime import timedelta
from typing import Any

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.blog.models import Edition
from space.kit import clock
from space.web.times import ago, iso

# Scripts tell every 20 seconds that the form is open. Without them one knows when it was opened or sent.
_NOW, _LATELY = timedelta(seconds=60), timedelta(minutes=10)


def here_too(edition: Edition, reader: Reader) -> list[dict[str, Any]]:
    now = clock.now()
    lately = edition.editing.filter(at__gt=now - _LATELY).exclude(person=reader.pk)
    return [
        {
            "by": face_of(one.person),
            "is_now": now - one.at < _NOW,
            "iso": iso(one.at),
            "ago": ago(one.at, now),
        }
        for one in lately.select_related("person").order_by("-at")
    ]
