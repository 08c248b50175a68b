"""The HTML that puts a page or picture of ours on a page of somebody else, and in which sizes."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import pgettext_lazy

from space.events.exports.titles import title_of
from space.events.lists.embedded import embedded_at
from space.events.lists.wanted import Wanted


class Size(NamedTuple):
    """Of a frame. Without a width it is as wide as where it stands."""

    key: str
    label: str | Promise
    width: int
    height: int


SIZES = (
    Size("wide", pgettext_lazy("size of a frame", "As wide as the page"), 0, 600),
    Size("small", pgettext_lazy("size of a frame", "Small: 360 × 480"), 360, 480),
    Size("medium", pgettext_lazy("size of a frame", "Medium: 600 × 600"), 600, 600),
    Size("large", pgettext_lazy("size of a frame", "Large: 960 × 720"), 960, 720),
)


def frame_of(kind: str, wanted: Wanted, *, width: int, height: int, **more: str) -> str:
    """An iframe; `kind` is one of `lists.embedded.KINDS`."""
    address = settings.ORIGIN + embedded_at(kind, wanted, **more)
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0"></iframe>',
        address,
        title_of(wanted),
        width or "100%",
        height,
    )


def picture_of(shape: str, wanted: Wanted, year: str = "") -> str:
    """An image that leads to the map; `shape` is svg or png."""
    return format_html(
        '<a href="{}"><img src="{}" alt="{}" width="600"></a>',
        settings.ORIGIN + wanted.at(reverse("events:map"), year=year),
        picture_address(shape, wanted, year),
        title_of(wanted),
    )


def picture_address(shape: str, wanted: Wanted, year: str = "") -> str:
    return settings.ORIGIN + wanted.at(reverse(f"events:map_{shape}"), year=year)
