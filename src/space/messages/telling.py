"""What is told of private conversations beside what is said in them: that staff have opened one."""

from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.models import Participant, Topic
from space.groups.circles import Circle
from space.messages.models import MessageVisit
from space.moderation.telling import batch_of
from space.notifications import causes, messages
from space.notifications.causes import NOTHING, Batch, News, To
from space.notifications.kinds import Said
from space.notifications.messages import SYSTEM

_OPENED = "message-opened"


def register_telling() -> None:
    """Called once, from `ready()`."""
    causes.register(_OPENED, of_visit)
    messages.register(_OPENED, words_of_visit)


def of_visit(pk: int, *, after: int, limit: int) -> Batch:
    """Everybody in the conversation."""
    visit = MessageVisit.objects.filter(pk=pk).first()
    if visit is None:
        return NOTHING
    there = Participant.objects.still().filter(topic=visit.topic_id).exclude(person=visit.person_id)
    people = dict.fromkeys(there.values_list("person_id", flat=True), "")
    once = f"{_OPENED} {pk}"
    news = News(at=visit.at, circle=Circle.MEMBERS, actor=visit.person_id, once=once)
    batch = batch_of(news, people, after, limit, kind=SYSTEM)
    return Batch(
        news, [To(one.person, (SYSTEM,), because=_OPENED, because_of=pk) for one in batch.to], batch.last
    )


def words_of_visit(pk: int, reader: Reader) -> Said | None:
    visit = MessageVisit.objects.select_related("topic", "person").filter(pk=pk).first()
    if visit is None or not Topic.objects.visible_to(reader).filter(pk=visit.topic_id).exists():
        return None
    text = pgettext("notification", "%(name)s, of the staff, opened your conversation “%(title)s”")
    told = text % {"name": visit.person.name, "title": visit.topic.title}
    return Said(text=told, url=visit.topic.get_absolute_url(), words=visit.reason)
