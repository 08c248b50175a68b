"""What this reader may do with a topic as a whole: the menu beside its title."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.permissions import (
    can_close,
    can_moderate,
)
from space.discuss.topic_rules import (
    can_change,
    can_delete_topic,
    can_move_posts,
    can_pin,
    can_unlist,
)
from space.kit import clock
from space.kit.paging import pages_of
from space.web.times import day


@dataclass(frozen=True)
class Item:
    """A link, or with `posts` a button that does it at once."""

    label: str
    icon: str
    url: str
    posts: bool = False
    says: str = ""
    destroys: bool = False


def items_for(topic: Topic, reader: Reader) -> list[Item]:
    """Empty for most people on most topics. Rules ask the database nothing, and neither does this."""
    if not reader.is_authenticated:
        return []
    items = []
    if can_change(reader, topic):
        label = pgettext("menu of a topic", "Change title, category, tags")
        items.append(Item(label, "edit", _address("change", topic)))
    items += _of_lists(topic, reader)
    if can_close(reader, topic):
        items.append(_ending(topic))
        label = pgettext("menu of a topic", "Pace and times…")
        items.append(Item(label, "clock", _address("pace", topic)))
    if can_move_posts(reader, topic):
        items += _moves(topic)
    if can_delete_topic(reader, topic):
        label = pgettext("menu of a topic", "Delete this topic…")
        items.append(Item(label, "trash", _address("delete_topic", topic), destroys=True))
    if can_moderate(reader, topic.category) and topic.category_id:
        label = pgettext("menu of a topic", "What was deleted")
        items.append(Item(label, "archive", reverse("discuss:deleted")))
    return items


def _moves(topic: Topic) -> list[Item]:
    label = pgettext("menu of a topic", "Move posts…")
    merge = pgettext("menu of a topic", "Merge into another topic…")
    return [
        Item(label, "move", _address("move_posts", topic)),
        Item(merge, "move", f"{_address('move_posts_to', topic)}?posts=1-"),
    ]


def _of_lists(topic: Topic, reader: Reader) -> list[Item]:
    """Pinning and unlisting."""
    items = []
    pin: Any = getattr(topic, "pin", None)
    if can_pin(reader, topic):
        label = pgettext("menu of a topic", "Pin otherwise…") if pin else pgettext("menu of a topic", "Pin…")
        items.append(Item(label, "pushPin", _address("pin", topic), says=_until(pin)))
        if pin:
            unpin = reverse("discuss:unpin", args=[topic.pk])
            items.append(Item(pgettext("menu of a topic", "Unpin"), "undo", unpin, posts=True))
    if can_unlist(reader, topic) and topic.category_id:
        items.append(_listing(topic))
    return items


def _until(pin: Any) -> str:
    if not pin or not pin.until:
        return ""
    said = pgettext("menu of a topic", "Pinned until %(day)s") % {"day": day(pin.until, clock.now())}
    return str(said)


def _listing(topic: Topic) -> Item:
    if topic.unlisted:
        label = pgettext("menu of a topic", "Put back into lists")
        return Item(label, "eye", reverse("discuss:list_again", args=[topic.pk]), posts=True)
    label = pgettext("menu of a topic", "Take out of lists")
    says = pgettext("menu of a topic", "Who has the address still reads it.")
    return Item(label, "eyeClosed", reverse("discuss:unlist", args=[topic.pk]), posts=True, says=says)


def _ending(topic: Topic) -> Item:
    """The form that closes, with its reason, stands under the last post."""
    if topic.is_closed:
        reopen = reverse("discuss:reopen", args=[topic.pk])
        return Item(pgettext("menu of a topic", "Reopen"), "unLock", reopen, posts=True)
    last = pages_of(topic.highest_number, POSTS_PER_PAGE())
    query = f"?page={last}" if last > 1 else ""
    return Item(pgettext("menu of a topic", "Close…"), "lock", f"{topic.get_absolute_url()}{query}#closing")


def _address(name: str, topic: Topic) -> str:
    return reverse(f"discuss:{name}", args=[topic.slug, topic.pk])
