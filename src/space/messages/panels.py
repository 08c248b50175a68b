"""What messages add to the pages of others."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.accounts.names import in_address
from space.accounts.readers import Reader
from space.discuss.models import Audience, Participant, Post, Topic
from space.discuss.thread import acts
from space.discuss.thread.acts import Act
from space.messages.models import MessageVisit
from space.messages.numbers import BETWEEN_TWO
from space.messages.permissions import can_block, can_message, takes_messages
from space.messages.turns import only_other
from space.web import menu, panels

# The latest of them; all stand in the log.
_VISITS_SHOWN = 5


def tools_of_message(topic: Topic, reader: Reader) -> dict[str, Any] | None:
    """On the page of a private conversation: who is in it, and what one does with it."""
    if topic.audience != Audience.PEOPLE:
        return None
    mine = Participant.objects.filter(topic=topic, person=reader.pk).first()
    author = topic.author if mine and mine.waits else None
    visits = MessageVisit.objects.filter(topic=topic).select_related("person")[:_VISITS_SHOWN]
    return {"topic": topic, "mine": mine, "author": author, "visits": visits}


def ways_to_write(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page and the card of a person."""
    if not can_block(reader, person):
        return None
    return {
        "write_url": _to(person.name) if can_message(reader) else "",
        "block_url": reverse("messages:block", args=[in_address(person.name)]),
    }


def room_for_two(topic: Topic, reader: Reader) -> dict[str, Any] | None:
    """In the form of a reply: two who write back and forth in public are offered to go on in a message."""
    other = only_other(topic.last_writers, reader.name, of_last=BETWEEN_TWO())
    if not other or not can_message(reader):
        return None
    return {"name": other, "write_url": _to(other, topic.title)}


def _to(name: str, title: str = "") -> str:
    about = {"title": title} if title else {}
    return f"{reverse('messages:new')}?{urlencode({'to': in_address(name)} | about)}"


def _to_author(post: Post, topic: Topic) -> str:
    return _to(post.author.name)


def _may_write(reader: Reader, post: Post, topic: Topic) -> bool:
    return bool(can_message(reader) and takes_messages(reader, post.author))


def register_panels() -> None:
    """Called once, from `ready()`."""
    menu.register("person", pgettext_lazy("menu", "Messages"), "messages:inbox", order=12, icon="message")
    panels.register("topic", order=1, partial="messages/_tools.html", content=tools_of_message)
    panels.register("person:actions", order=4, partial="messages/_write.html", content=ways_to_write)
    panels.register("person:card", order=5, partial="messages/_write.html", content=ways_to_write)
    panels.register("writing", order=1, partial="messages/_for_two.html", content=room_for_two)
    acts.register(
        Act("message", pgettext_lazy("act", "Send a message"), "message", _to_author, _may_write, order=26)
    )
