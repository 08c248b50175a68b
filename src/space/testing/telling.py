"""What people are told, as a test asks: the jobs of telling done, and somebody's lines, the newest first."""

import re

from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import User
from space.accounts.readers import reader_of
from space.notifications import actions
from space.notifications.bell import unread
from space.notifications.lines import Asked, lines_of


def tell_what_waits() -> int:
    """What the worker does. Done again it tells nobody anything."""
    told = actions.tell_what_waits()
    own = ProcrastinateJob.objects.filter(task_name="notifications.tell_of").order_by("pk")
    return told + sum(actions.tell_all(job.args["cause"]) for job in own)


def told(person: User) -> list[str]:
    """The lines on the page of this person, as text."""
    tell_what_waits()
    reader = reader_of(person)
    # Whatever language the page before was in.
    with translation.override("en"):
        lines = lines_of(Asked().found(reader, 100), reader)
    shown = [re.sub(r"<[^>]+>", "", line.text) for line in lines]
    assert unread(reader) == len([line for line in lines if line.unread])
    return shown
