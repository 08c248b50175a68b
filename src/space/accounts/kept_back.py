"""What pages say to who wrote words that wait for a moderator."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.web import menu

Words = Mapping[str, str]


def is_kept_back(wrote: Words, stands: Words, before: Words) -> bool:
    """Whether there stands nothing, or what stood there before, where somebody has just written something else."""
    return any(
        said and stands[name] != said and stands[name] in ("", before.get(name, ""))
        for name, said in wrote.items()
    )


def lead_to_what_waits(request: Request, otherwise: str) -> HttpResponse:
    """Say that words are kept back, and show why."""
    text = pgettext(
        "held",
        "Saved. Some of your words wait for a moderator, usually some hours. Until then nobody else sees them.",
    )
    messages.success(request, text)
    return redirect(menu.doors().get("what_waits") or otherwise)
