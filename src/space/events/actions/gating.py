"""What is asked before an event is stored: its words, and what its plan says of the place and of links."""

from dataclasses import replace
from uuid import UUID

from space.accounts.models import User
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Post
from space.discuss.text import Text
from space.events.models import Event
from space.events.plan import Plan

READ = ("place", "address", "region", "online_url", "wiki_url")


def ask(
    plan: Plan,
    text: Text,
    *,
    by: User,
    audience: str,
    title: str,
    key: UUID | None = None,
    draft: int = 0,
    before: Post | None = None,
) -> Passed:
    """Raises what a gate refuses with."""
    beside = {name: said for name in READ if (said := getattr(plan, name))}
    return pass_gates(Writing(by, text, audience, title, key, draft, before, beside))


def passed_plan(plan: Plan, passed: Passed) -> Plan:
    """The plan as it came through. What became longer is cut to what is kept."""
    longest = {name: Event._meta.get_field(name).max_length for name in passed.beside}
    return replace(plan, **{name: said[: longest[name]] for name, said in passed.beside.items()})


def ask_again(event: Event, plan: Plan, text: Text, *, by: User, title: str) -> Passed:
    """The same of an event that is there, and is changed."""
    before = Post.objects.for_actions().get(topic=event.topic_id, number=1)
    return ask(plan, text, by=by, audience=event.topic.audience, title=title, before=before)
