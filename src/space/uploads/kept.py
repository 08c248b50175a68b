"""What uploads keep of a person."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any

from django.core.files.storage import default_storage
from django.utils.translation import pgettext_lazy

from space.accounts.copies import each, listed
from space.accounts.faces import SIZES
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, keeps
from space.uploads import erasing, portraits
from space.uploads.models import Portrait, Upload

_COLUMNS = "id", "name", "alt", "kind", "bytes", "width", "height", "made_at"
_Opened = tuple[str, Callable[[], IO[Any]]]


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "files",
            what=pgettext_lazy("kept", "Files you sent, with their names and what you said they show"),
            why=pgettext_lazy("kept", "To show them where you put them."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"uploads.Upload.owner": Fate.WORDS},
            stays=pgettext_lazy(
                "kept", "A picture belongs to the text that shows it. What hangs on nothing goes."
            ),
            rows=_uploads,
            files=_files,
            erase=erasing.uploads,
        ),
        Part(
            "picture",
            what=pgettext_lazy("kept", "Your picture, in two small squares"),
            why=pgettext_lazy("kept", "It stands over the letter that you are shown as."),
            until=Until.YOURS,
            seen=Seen.EVERYBODY,
            files=_picture,
            erase=erasing.picture,
        ),
        Part(
            "hidden_pictures",
            what=pgettext_lazy("kept", "Pictures of you that were flagged, and whether one was hidden"),
            why=pgettext_lazy(
                "kept", "So that one that was hidden can come back. After 90 days it is deleted."
            ),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={"uploads.Portrait.owner": Fate.GOES},
            rows=_hidden,
            erase=erasing.picture,
        ),
    )


def _uploads(person: User) -> Iterator[Row]:
    return listed(Upload.objects.filter(owner=person), *_COLUMNS)


def _files(person: User) -> Iterator[_Opened]:
    """As they are kept: pictures without what the camera said of itself."""
    for one in each(Upload.objects.filter(owner=person)):
        yield f"{one.pk}-{one.name}", partial(default_storage.open, one.file.name)


def _hidden(person: User) -> Iterator[Row]:
    return listed(Portrait.objects.filter(owner=person), "id", "hidden_at")


def _picture(person: User) -> Iterator[_Opened]:
    if path := portraits.path_at(person.picture, max(SIZES)):
        yield "picture.webp", partial(default_storage.open, path)
