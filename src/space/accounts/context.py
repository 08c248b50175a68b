from typing import Any

from django.http import HttpRequest

from space.accounts.faces import face


def me(request: HttpRequest) -> dict[str, Any]:
    """The face of the person who is signed in, for the bar on top."""
    reader = getattr(request, "reader", None)
    return {"me": face(reader.pk, reader.name, reader.picture)} if reader and reader.is_authenticated else {}
