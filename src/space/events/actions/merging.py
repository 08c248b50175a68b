"""Of two events that are one, one is kept. The other leads to it, and who meant to come goes along."""

from django.db import transaction
from django.db.models import Q

from space.accounts.models import User
from space.discuss.actions.closing import close_topic
from space.discuss.actions.pinning import unlist_topic
from space.discuss.topic_rules import opens_wider
from space.events.actions.alike import already, lock_likeness, settle
from space.events.actions.finding import fresh, lock_event, touch
from space.events.actions.planning import name_organisers
from space.events.actions.telling_guests import write_to
from space.events.models import Answer, Attendance, Event, Found, Guest, Likeness
from space.events.permissions import takes_guests
from space.events.places_taken import Places
from space.events.telling import letters
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell


@transaction.atomic
def merge_events(likeness: Likeness, kept: Event, *, by: User, with_organisers: bool) -> Event:
    """`kept` is one of the two. Its words stay; the conversation of the other stays where it is, to be read.

    With `with_organisers` those of the other organise what is kept: who merges without a say in the kept event
    must not put anybody in charge of it. Saying the same again changes nothing.
    """
    likeness = lock_likeness(likeness)
    left_pk = likeness.second_id if kept.pk == likeness.first_id else likeness.first_id
    if likeness.found:
        if Event.objects.for_actions().filter(pk=left_pk, same_as=kept.pk).exists():
            return fresh(kept.pk)
        raise already(likeness)
    # In the order of their ids, so that two who merge at once do not wait for each other.
    locked = {pk: lock_event(fresh(pk)) for pk in sorted((kept.pk, left_pk))}
    kept, left = locked[kept.pk], locked[left_pk]
    if kept.same_as_id or left.same_as_id:
        raise already(likeness)
    _leave(left, kept, by)
    _move_attendance(left, kept)
    if with_organisers:
        people = [one.person for event in (kept, left) for one in event.organisers.select_related("person")]
        name_organisers(kept, people)
    settle(likeness, Found.SAME, by)
    _ask_of_kept(left, kept)
    record(by, "event-merged", left, into=kept.pk)
    touch(kept)
    return fresh(kept.pk)


def _leave(left: Event, kept: Event, by: User) -> None:
    Event.objects.for_actions().filter(same_as=left).update(same_as=kept)
    left.same_as, left.changed_at = kept, clock.now()
    left.save(update_fields=["same_as", "changed_at"])
    topic = fresh(left.pk).topic
    unlist_topic(topic, by=by)
    close_topic(topic, by=by)
    touch(left)


def _move_attendance(left: Event, kept: Event) -> None:
    """Who has answered there already keeps that answer; the others go along, as far as there are places."""
    moving = _not_there(left, kept)
    wider, places = opens_wider(left.topic, kept.topic), Places(kept)
    for one in moving:
        # They let those see it who could read the other one.
        one.is_public = one.is_public and not wider
        one.event, one.waits_since = kept, None
        if one.answer == Answer.GOING:
            one.waits_since = None if places.take(one) else one.at
            kept.going_count += one.of is None and one.has_place
    Attendance.objects.bulk_update(moving, ["event", "waits_since", "is_public"])
    guests = [one.guest_id for one in moving if one.guest_id]
    Guest.objects.filter(pk__in=guests).update(event=kept)
    left.going_count = Attendance.objects.with_place().filter(event=left, of=None).count()
    for event in (kept, left):
        event.save(update_fields=["going_count"])
    for one in moving:
        if one.person_id and one.answer != Answer.NOT_GOING:
            tell(f"event-merged {left.pk} {one.person_id}")
    write_to(Guest.objects.filter(pk__in=guests).select_related("attendance"), letters.merged)


def _not_there(left: Event, kept: Event) -> list[Attendance]:
    """Guests only where the event that is kept takes any: organisers of the other one still see them."""
    there = Attendance.objects.filter(event=kept)
    mine = Attendance.objects.filter(event=left).select_related("guest").order_by("at", "pk")
    people = mine.of_people().exclude(person__in=there.of_people().values("person"))
    # Of single dates as far as these are dates of the one that is kept.
    days = set(kept.occurrences.values_list("of", flat=True)) if kept.repeats else set()
    found = [one for one in people if one.of is None or one.of in days]
    if takes_guests(kept):
        known = Guest.objects.filter(event=kept).exclude(address="").values("address")
        found += mine.filter(guest__isnull=False).exclude(guest__address__in=known)
    return sorted(found, key=lambda one: (one.at, one.pk))


def _ask_of_kept(left: Event, kept: Event) -> None:
    """What may have been the same as the one left out may be the same as the one that is kept."""
    for one in Likeness.objects.open().filter(Q(first=left) | Q(second=left)):
        other = one.second_id if one.first_id == left.pk else one.first_id
        one.delete()
        first, second = sorted((other, kept.pk))
        Likeness.objects.get_or_create(first_id=first, second_id=second, defaults={"at": one.at})
