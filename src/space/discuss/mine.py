"""What of a topic's page is one reader's own: how much they want to hear of it, and the way to what is new to them."""

from functools import cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.lists.levels import OF_TOPIC, Menu
from space.discuss.models import Topic
from space.discuss.thread import Mark
from space.kit.paging import Page
from space.web import fragments

# Where the kept time line of a topic has room for what is the reader's own. In kept pieces no topic has this id.
LEVEL, _TOPIC = "\x01", 2_147_483_647


@cache
def _menu() -> Menu:
    return Menu(OF_TOPIC, reverse("discuss:level", args=[_TOPIC]), swaps=True)


def level_menu(topic: Topic, level: int | None, token: str, back: str, *, again: bool = False) -> SafeString:
    """The menu by which a member says how much they want to hear of a topic."""
    html = _menu().html(level, here=back, token=token, again=again)
    return mark_safe(html.replace(str(_TOPIC), str(topic.pk)))


def timeline_of(timeline: str, topic: Topic, reader: Reader, token: str, here: str) -> SafeString:
    """The kept time line with the menu in it, for members."""
    menu = level_menu(topic, topic.my_level, token, here) if reader.is_member else ""
    return mark_safe(timeline.replace(LEVEL, menu, 1))


def jump_to_new(topic: Topic, page: Page, marks: list[Mark]) -> SafeString | str:
    """The way to the first post that came since the reader's last visit, where it does not stand on top of the page."""
    read = topic.my_number or 0
    if not 0 < read < topic.last_number or read == page.first - 1:
        return ""
    here = read >= page.first and any(mark.number > read for mark in marks)

    def build(_: object) -> dict[bool, str]:
        address = "#new" if here else reverse("discuss:first_unread", args=[_TOPIC])
        return {here: render_to_string("discuss/_jump.html", {"url": address})}

    html = fragments.kept("jump to new", [here], build, language=get_language() or "")[here]
    return mark_safe(html.replace(str(_TOPIC), str(topic.pk), 1))
