"""The way to the queue in the person's menu, with how much waits: asked only for those who have one."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import pgettext_lazy

from space.review.permissions import can_review
from space.review.queue.beside import waiting
from space.web import menu


def register_menus() -> None:
    """Called once, when everything is there."""
    label = pgettext_lazy("menu", "Review")
    menu.register("person", label, "review:queue", order=12, icon="flag", who=can_review, counts=True)


def work(request: HttpRequest) -> dict[str, Any]:
    """For the shell: how much waits. Costs a query where a page with the menu is shown to who has a queue."""
    reader = getattr(request, "reader", None)
    if reader is None or not reader.is_member or not can_review(reader):
        return {}
    if not hasattr(request, "work"):
        request.work = SimpleLazyObject(lambda: waiting(reader))  # type: ignore[attr-defined]
    return {"work": request.work}  # type: ignore[attr-defined]
