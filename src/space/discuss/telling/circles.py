"""Who may know of a topic, in the one number that notifications keep; and the people that this is."""

from space.discuss.models import Audience, Topic
from space.notifications.models import Circle

_ALIKE = {Audience.PUBLIC: Circle.PUBLIC, Audience.MEMBERS: Circle.MEMBERS, Audience.PEOPLE: Circle.MEMBERS}


def circle_of(topic: Topic) -> int:
    if topic.audience == Audience.GROUP:
        return topic.group_id or Circle.NOBODY
    return _ALIKE.get(Audience(topic.audience), Circle.NOBODY)
