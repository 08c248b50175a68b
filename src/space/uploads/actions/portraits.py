"""Pictures by which people are shown: chosen, taken away, out of sight and back."""

from datetime import timedelta
from functools import partial
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from space.accounts.actions import choose_picture
from space.accounts.faces import SIZES
from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import record
from space.uploads import portraits
from space.uploads.models import Portrait
from space.uploads.permissions import take_picture

# By then whoever was just choosing a picture has chosen it.
LOST_AFTER = timedelta(hours=1)
# As long as somebody may appeal, be answered, and then some.
HIDDEN_FOR = timedelta(days=90)


def show_picture(file: "IO[bytes] | File[bytes]", *, by: User) -> str:
    """Show this picture wherever its owner is shown. Gives its address. Raises a ValidationError that says why not.

    As with other files the try uses up the allowance.
    """
    data = file.read()
    take_picture(by)
    address = portraits.store(portraits.make(data))
    try:
        _replace(by, address)
    except BaseException:
        portraits.forget(address)
        raise
    return address


@transaction.atomic
def remove_picture(person: User, *, by: User, reason: str = "") -> bool:
    """Show somebody as a letter again. Moderators say why, and it is written down."""
    had_one = bool(_replace(person, ""))
    if had_one and by.pk != person.pk:
        record(by, "picture-removed", person, reason)
    return had_one


@transaction.atomic
def _replace(person: User, address: str) -> str:
    """The files of the picture before go when nothing can bring it back."""
    before = choose_picture(person, address)
    if before:
        transaction.on_commit(partial(portraits.forget, before))
    return before


def forget_lost_pictures() -> int:
    """Take away files that no account shows: of accounts that were closed, and of changes that broke off.

    What a moderator took out of sight stays for as long as it may come back.
    """
    now = clock.now()
    shown = User.objects.exclude(picture="").values_list("picture", flat=True)
    hidden = Portrait.objects.filter(hidden_at__gt=now - HIDDEN_FOR).values_list("address", flat=True)
    lost = portraits.stored_before(now - LOST_AFTER) - set(shown) - set(hidden)
    for address in lost:
        portraits.forget(address)
    return len(lost)


def portrait_of(person: User) -> Portrait:
    """The picture by which somebody is shown now, as a thing that can be spoken of. Expects that there is one."""
    return Portrait.objects.get_or_create(address=person.picture, defaults={"owner": person})[0]


@transaction.atomic
def hide_portrait(portrait: Portrait, *, by: User, reason: str = "") -> None:
    """Nobody is shown it any more; its owner is a letter, unless they have chosen another one since."""
    portrait = _locked(portrait)
    if portrait.hidden_at:
        return
    portrait.hidden_at = clock.now()
    portrait.save(update_fields=["hidden_at"])
    if _shows(portrait.owner) == portrait.address:
        choose_picture(portrait.owner, "")
    record(by, "portrait-hidden", portrait.owner, reason, picture=portrait.pk)


@transaction.atomic
def show_portrait(portrait: Portrait, *, by: User) -> None:
    """The way back, for who has chosen no other one since."""
    portrait = _locked(portrait)
    if portrait.hidden_at is None:
        return
    portrait.hidden_at = None
    portrait.save(update_fields=["hidden_at"])
    stored = default_storage.exists(portraits.path_at(portrait.address, max(SIZES)))
    if stored and portrait.owner.is_active and not _shows(portrait.owner):
        choose_picture(portrait.owner, portrait.address)
    record(by, "portrait-shown", portrait.owner, picture=portrait.pk)


@transaction.atomic
def forget_portraits(person: User) -> None:
    """Of who is erased nothing is kept, also not what was hidden."""
    theirs = Portrait.objects.filter(owner=person)
    for address in theirs.values_list("address", flat=True):
        transaction.on_commit(partial(portraits.forget, address))
    theirs.delete()


def _locked(portrait: Portrait) -> Portrait:
    found = Portrait.objects.select_for_update(of=("self",)).select_related("owner")
    return found.get(pk=portrait.pk)


def _shows(person: User) -> str:
    return User.objects.values_list("picture", flat=True).get(pk=person.pk)
