"""What is asked before an event is stored: its words, and what its plan says of the place and of links."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Field

from space.accounts.models import User
from space.accounts.sayings import Saying
from space.accounts.sayings import pass_gates as pass_gates_of_words
from space.discuss.actions.tagging import words_of_tags
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.models import Category, Post
from space.discuss.text import Text
from space.events.models import Event
from space.events.plan import READ, Plan
from space.events.when import Departure
from space.kit.fields import one_line

_SUMMARY = "summary"
# What is said of one date, and how much of it is kept.
OF_A_DATE = {"place": 200, "note": 500}


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
    summary: str = "",
    departures: Iterable[Departure] = (),
    tags: Iterable[str] = (),
) -> Passed:
    """Raises what a gate refuses with. `room` is where it comes to stand; one that is there has its `audience`."""
    beside = {name: said for name in READ if (said := getattr(plan, name))}
    beside |= _said_of_dates(departures) | words_of_tags(tags)
    beside |= {_SUMMARY: one_line(summary)[:500]} if summary else {}
    audience = room.audience if room else audience
    return pass_gates(Writing(by, text, audience, title, key, draft, before, beside, room))


def passed_plan(plan: Plan, passed: Passed) -> Plan:
    """The plan as it came through. What became longer is cut to what is kept."""
    said: dict[str, Any] = {
        name: text[: _longest(name)] for name, text in passed.beside.items() if name in READ
    }
    return replace(plan, **said)


def passed_summary(passed: Passed) -> str:
    """Why it was changed, as it came through."""
    return passed.beside.get(_SUMMARY, "")[:500]


def _longest(name: str) -> int | None:
    return cast("Field[Any, Any]", Event._meta.get_field(name)).max_length


def _said_of_dates(departures: Iterable[Departure]) -> dict[str, str]:
    """Of dates that are not as the others, as a calendar brings them along."""
    said = {f"{name} {one.of}": getattr(one, name) for one in departures for name in OF_A_DATE}
    return {name: words for name, words in said.items() if words}


def passed_departures(departures: Iterable[Departure], passed: Passed) -> tuple[Departure, ...]:
    """The same as they came through."""
    now = passed.beside
    return tuple(
        replace(
            one,
            **{
                name: now.get(f"{name} {one.of}", getattr(one, name))[:longest]
                for name, longest in OF_A_DATE.items()
            },
        )
        for one in departures
    )


def ask_again(
    event: Event,
    plan: Plan,
    text: Text,
    *,
    by: User,
    title: str,
    summary: str = "",
    departures: Iterable[Departure] = (),
) -> Passed:
    """The same of an event that is there, and is changed: `summary` says why."""
    before = Post.objects.for_actions().get(topic=event.topic_id, number=1)
    return ask(
        plan,
        text,
        by=by,
        audience=event.topic.audience,
        title=title,
        before=before,
        summary=summary,
        departures=departures,
    )


def passed_reason(event: Event, reason: str, *, by: User, status: str) -> str:
    """Why it has this status from now on, as it can stand now: the status itself waits for nobody."""
    words = {"reason": one_line(reason)[:500]}
    language = event.topic.language
    return pass_gates_of_words(Saying(by, event, "event-reason", words, {}, language, status))["reason"]


def passed_words(
    event: Event, of: date, words: dict[str, str], *, by: User, before: dict[str, str]
) -> dict[str, str]:
    """What is said of one date, as it can stand now: the date itself waits for nobody."""
    saying = Saying(by, event, "event-date", words, before, event.topic.language, of.isoformat())
    return pass_gates_of_words(saying)
