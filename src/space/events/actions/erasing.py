"""What becomes of the events of who is erased, and of their coming."""

from django.db import transaction
from django.db.models import QuerySet

from space.accounts.models import User
from space.accounts.personal import Way
from space.discuss.actions.erasing_words import take_post
from space.discuss.actions.indexing import index_title
from space.discuss.models import Audience, Post
from space.events.actions.attending import forget_answers
from space.events.actions.finding import lock_event, touch
from space.events.actions.publishing import publish
from space.events.models import (
    Attendance,
    CalendarKey,
    Change,
    Event,
    EventVersion,
    Guest,
    Organiser,
    Question,
    Source,
    Status,
    Template,
    Word,
)
from space.groups.models import Group
from space.web import versions

_FEW = 50
_TEXTS = ("place", "address", "region", "online_url", "wiki_url")


def attendance(person: User, way: Way) -> bool:
    """A place that becomes free goes to who waits longest."""
    found = list(Attendance.objects.filter(person=person).select_related("event").order_by("event")[:_FEW])
    for one in found:
        forget_answers(one.event, by=person)
    return bool(found)


def calendar(person: User, way: Way) -> bool:
    """What they brought in stays as events; that they brought it goes. Templates of a category stay."""
    CalendarKey.objects.filter(person=person).delete()
    Source.objects.filter(by=person).delete()
    Template.objects.filter(by=person, category=None).delete()
    return False


def words(person: User, way: Way) -> bool:
    if way == Way.WORDS:
        Word.objects.filter(by=person).exclude(text="").update(text="")
    return False


def events(person: User, way: Way) -> bool:
    """They organise nothing any more. Where words go, so does what the event says; where others take part in its
    conversation, when and where stays for them."""
    mine = Organiser.objects.filter(person=person).order_by("pk")
    if found := list(mine.values_list("pk", "event")[:_FEW]):
        mine.filter(pk__in=[pk for pk, _ in found]).delete()
        versions.bump(*(f"event:{event}" for _, event in found))
        return True
    if way == Way.NAME:
        return False
    EventVersion.objects.filter(by=person).exclude(summary="").update(summary="")
    told = list(_telling(person)[:_FEW])
    for post in told:
        _take(post, person)
    return bool(told)


def _telling(person: User) -> QuerySet[Post]:
    """The first posts of their events, as far as they still say something."""
    posts = Post.objects.for_actions().filter(author=person, number=1, topic__event__by=person)
    return posts.exclude(source="").select_related("topic__event").order_by("pk")


def _take(post: Post, person: User) -> None:
    take_post(post, person)
    event = lock_event(post.topic.event)
    if event.topic.audience == Audience.NOBODY:
        _blank(event)
    else:
        publish(event)
    touch(event)
    # It is found by its place, too.
    index_title(event.topic)


@transaction.atomic
def empty_group(group: Group) -> bool:
    """What events of a group that ended say of themselves beside their texts, and what people answered there."""
    for event in Event.objects.for_actions().filter(topic__group=group):
        _blank(event)
        Attendance.objects.filter(event=event).delete()
        Guest.objects.filter(event=event).delete()
    return False


def _blank(event: Event) -> None:
    """Nobody sees it any more. Who calls saves it."""
    for name in (*_TEXTS, "reason", "vevent"):
        setattr(event, name, "")
    event.latitude = event.longitude = event.geoname = None
    event.status = Status.CANCELLED
    Change.objects.filter(event=event).update(place="", note="")
    Question.objects.filter(event=event).delete()
    for version in EventVersion.objects.filter(event=event):
        version.said |= dict.fromkeys(_TEXTS, "") | {"changes": []}
        version.save(update_fields=["said"])
    Word.objects.filter(event=event).update(text="")
    event.save()
