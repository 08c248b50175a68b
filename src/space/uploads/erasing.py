"""What becomes of the files of who is erased."""

from datetime import datetime

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Concat
from django.utils.timezone import get_default_timezone

from space.accounts.models import User
from space.accounts.personal import Way
from space.uploads.actions import forget_loose, forget_portraits, remove_picture
from space.uploads.models import Hanging, Upload

# Before every file there is, so that the job which tidies up takes it next.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=get_default_timezone())


def picture(person: User, way: Way) -> bool:
    remove_picture(person, by=person)
    forget_portraits(person)
    return False


def uploads(person: User, way: Way) -> bool:
    """What hangs on nothing goes now. What is left hangs on what stays; where words go, its name goes.

    Comes after the apps above have taken their things off.
    """
    mine = Upload.objects.filter(owner=person)
    hung = Exists(Hanging.objects.filter(upload=OuterRef("pk")))
    mine.filter(~hung).update(loose_since=_LONG_AGO)
    if way == Way.WORDS:
        mine.update(alt="", name=Concat(Value("file."), F("kind"), output_field=CharField()))
    forget_loose()
    return mine.filter(loose_since=_LONG_AGO).exists()
