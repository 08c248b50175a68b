"""What the top bar links to. Apps register from `ready()`; only what is built is there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    label: str | Promise
    url_name: str
    order: int
    # Which colour underlines it: blog, discuss, events or plain.
    room: str = "plain"

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_items: list[Item] = []


def register(label: str | Promise, url_name: str, *, order: int, room: str = "plain") -> None:
    _items.append(Item(label, url_name, order, room))
    _items.sort(key=lambda item: item.order)


def items() -> list[Item]:
    return list(_items)
