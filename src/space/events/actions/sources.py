"""Calendars that are read by themselves: somebody subscribes, mutes, unmutes, removes them."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.discuss.actions.deleting import delete_topic
from space.events.actions.in_turn import MUTE, REMOVE, TAKE_AWAY, UNMUTE, begin, others_take_part
from space.events.actions.planning import cancel_event
from space.events.models import Event, Source
from space.events.numbers import SOURCES_A_PERSON
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def subscribe(address: str, *, by: User, name: str, shows_address: bool = False) -> Source:
    """It is read from now on. An address is read once for everybody; subscribing to it again gives what is there."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    live = Source.objects.read_by_themselves().filter(address=address).first()
    if live and live.by_id == by.pk:
        return live
    _refuse_more(by)
    try:
        with transaction.atomic():
            source = Source.objects.create(
                by=by, name=name[:250], address=address, shows_address=shows_address, read_at=clock.now()
            )
    except IntegrityError as error:
        raise _read_already() from error
    source.due_at = clock.now()
    source.save(update_fields=["due_at"])
    return source


@transaction.atomic
def mute_source(source: Source, *, by: User) -> None:
    """Its events are in no list, calendar, map or feed, and it is not read. Whoever has their address reads them."""
    source = lock_source(source)
    if source.muted_at or source.underway:
        return
    source.muted_at, source.muted_by, source.due_at = clock.now(), by, None
    source.save(update_fields=["muted_at", "muted_by", "due_at"])
    begin(source, MUTE, by=by)
    record(by, "source-muted", source)
    versions.bump(tag_of(source))


@transaction.atomic
def unmute_source(source: Source, *, by: User) -> None:
    """Everything is as before, but for what moderators keep out of lists; and it is read again."""
    source = lock_source(source)
    if not source.muted_at or source.underway:
        return
    if source.address and Source.objects.read_by_themselves().filter(address=source.address).exists():
        raise _read_already()
    source.muted_at = source.muted_by = None
    source.due_at = clock.now() if source.address and not source.stopped_at else None
    source.save(update_fields=["muted_at", "muted_by", "due_at"])
    begin(source, UNMUTE, by=by)
    record(by, "source-unmuted", source)
    versions.bump(tag_of(source))


@transaction.atomic
def remove_source(source: Source, *, by: User, with_events: bool, thoroughly: bool = False) -> None:
    """It is read no more. Its events stay as those of who subscribed, or go.

    Those in which others have a part, by an answer or a post, do not vanish: what is to come of them is cancelled,
    and its conversation stays. `thoroughly`, for moderators: they go as well.
    """
    source = lock_source(source)
    if source.underway:
        return
    source.stopped_at, source.due_at = source.stopped_at or clock.now(), None
    source.save(update_fields=["stopped_at", "due_at"])
    begin(source, TAKE_AWAY if with_events else REMOVE, by=by, thoroughly=thoroughly)


def lock_source(source: Source) -> Source:
    return Source.objects.select_for_update(of=("self",)).select_related("by").get(pk=source.pk)


def tag_of(source: Source) -> str:
    """What pages of its events are kept with: they tell when it was read."""
    return f"source:{source.pk}"


def take_back(event: Event, by: User, reason: str) -> None:
    """It does not take place. Where nobody but who brought it has a part in it, nothing of it need stay."""
    if others_take_part(event):
        cancel_event(event, by=by, reason=reason)
    else:
        delete_topic(event.topic, by=by, reason=reason)


def _refuse_more(by: User) -> None:
    most = SOURCES_A_PERSON()
    if Source.objects.subscribed().filter(by=by).count() < most:
        return
    text = npgettext(
        "limit",
        "You can subscribe to %(n)d calendar. Remove one before you add another.",
        "You can subscribe to %(n)d calendars. Remove one before you add another.",
        most,
    )
    raise ValidationError(text % {"n": most}, code="too_many")


def _read_already() -> ValidationError:
    text = pgettext("limit", "This calendar is read already: its events are in the calendar here.")
    return ValidationError(text, code="read_already")
