"""What is asked before an event is stored: its words, and what its plan says of the place and of links."""

from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from django.db.models import Field

from space.accounts.models import User
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Category, Post
from space.discuss.text import Text
from space.events.models import Event
from space.events.plan import READ, Plan


def ask(
    plan: Plan,
    text: Text,
    *,
    by: User,
    title: str,
    room: Category | None = None,
    audience: str = "",
    key: UUID | None = None,
    draft: int = 0,
    before: Post | None = None,
) -> Passed:
    """Raises what a gate refuses with. `room` is where it comes to stand; one that is there has its `audience`."""
    beside = {name: said for name in READ if (said := getattr(plan, name))}
    audience = room.audience if room else audience
    return pass_gates(Writing(by, text, audience, title, key, draft, before, beside, room))


def passed_plan(plan: Plan, passed: Passed) -> Plan:
    """The plan as it came through. What became longer is cut to what is kept."""
    said: dict[str, Any] = {name: text[: _longest(name)] for name, text in passed.beside.items()}
    return replace(plan, **said)


def _longest(name: str) -> int | None:
    return cast("Field[Any, Any]", Event._meta.get_field(name)).max_length


def ask_again(event: Event, plan: Plan, text: Text, *, by: User, title: str) -> Passed:
    """The same of an event that is there, and is changed."""
    before = Post.objects.for_actions().get(topic=event.topic_id, number=1)
    return ask(plan, text, by=by, audience=event.topic.audience, title=title, before=before)
