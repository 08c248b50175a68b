"""Stories that are written for a group: on its page, and all of them on a page of their own."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from space.accounts.readers import Reader
from space.blog.forms.rooms import rooms_to_write_in
from space.blog.models import Story
from space.blog.models.stories import StoryQuerySet
from space.blog.newsroom.slips import Slip, slips
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.lines import columns, line_of
from space.groups.models import Group

_SHOWN, _A_PAGE, _UNDER_WAY = 3, 24, 5
_PAGES = 500


def on_its_page(group: Group, reader: Reader) -> dict[str, Any] | None:
    """What appeared last, what is being written, and the way to write one. Nobody but those inside is asked for."""
    if group.pk not in reader.groups:
        return None
    found, more = _cards(group, reader, 0, _SHOWN)
    coming = under_way(group, reader)
    write_url = way_to_write(group, reader)
    if not (found or coming or write_url):
        return None
    url = reverse("blog:of_group", args=[group.slug]) if more or len(coming) == _UNDER_WAY else ""
    return {"cards": found, "coming": coming, "write_url": write_url, "url": url}


def page_of(group: Group, reader: Reader, number: int) -> dict[str, Any]:
    """One page of all that appeared, the newest first."""
    number = min(max(number, 1), _PAGES)
    found, more = _cards(group, reader, (number - 1) * _A_PAGE, _A_PAGE)
    here = reverse("blog:of_group", args=[group.slug])
    return {
        "cards": found,
        "coming": under_way(group, reader, most=_A_PAGE) if number == 1 else [],
        "write_url": way_to_write(group, reader),
        "older": f"{here}?page={number + 1}" if more else "",
        "newest": here if number > 1 else "",
    }


def under_way(group: Group, reader: Reader, most: int = _UNDER_WAY) -> list[Slip]:
    """What is on its way and this reader sees: shared ones, and their own."""
    coming = Story.objects.visible_to(reader).of_group(group).under_way()
    return slips(coming.order_by("-stage_since", "-pk")[:most], reader)


def published_in(group: Group, reader: Reader) -> StoryQuerySet:
    return Story.objects.shown_to(reader).of_group(group).filter(topic__unlisted=False)


def way_to_write(group: Group, reader: Reader) -> str:
    """Where one writes a story for it, in its first category that takes one."""
    rooms = (one for one in rooms_to_write_in(reader) if one.group_id == group.pk)
    room = next(rooms, None)
    return f"{reverse('blog:submit')}?{urlencode({'category': room.slug})}" if room else ""


def _cards(group: Group, reader: Reader, start: int, most: int) -> tuple[str, bool]:
    rows = published_in(group, reader).newest_first().values_list(*columns())[start : start + most + 1]
    found = [line_of(row) for row in rows]
    shown = found[:most]
    return (cards_html(shown, reader, Layout.SMALL) if shown else ""), len(found) > most
