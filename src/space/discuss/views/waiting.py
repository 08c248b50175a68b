"""What a gate holds until somebody looked at it: its author is told, and led to where it stands for them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.discuss.models import Audience, Topic
from space.web import menu


def is_held(topic: Topic) -> bool:
    """Of a topic that was begun or changed in this moment: nobody sees it."""
    return topic.audience == Audience.NOBODY


def waits(request: Request, otherwise: str) -> HttpResponse:
    """To the page of what waits, which an app above may have; else to this address."""
    told = pgettext(
        "held", "Thank you. It waits for a moderator, usually some hours. Until then nobody else sees it."
    )
    messages.info(request, told)
    return redirect(menu.doors().get("what_waits") or otherwise)
