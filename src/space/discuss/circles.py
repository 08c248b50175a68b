"""Who may know of a topic or category, in the one number that search and notifications keep."""

from space.discuss.models import Audience, Category, Topic
from space.groups.circles import Circle

_ALIKE = {Audience.PUBLIC: Circle.PUBLIC, Audience.MEMBERS: Circle.MEMBERS}


def circle_of(thing: Topic | Category) -> int:
    if thing.audience == Audience.GROUP:
        return thing.group_id or Circle.NOBODY
    return _ALIKE.get(Audience(thing.audience), Circle.NOBODY)


def group_alone(place: Topic | Category) -> int | None:
    """The group whose members alone read there, also while a topic is deleted: its name tells them nothing new."""
    return place.group_id if place.audience in (Audience.GROUP, Audience.NOBODY) else None


def circle_found(topic: Topic) -> int:
    """Who finds it: nobody finds what a moderator keeps out of lists, as its address would lead there."""
    return Circle.NOBODY if topic.unlisted else circle_of(topic)


def circle_told(topic: Topic) -> int:
    """Who may be told of it: of a private topic those are told who take part, and they are members."""
    return Circle.MEMBERS if topic.audience == Audience.PEOPLE else circle_of(topic)
