"""Events of the world, which take place in ten days."""

from dataclasses import replace
from datetime import date, timedelta

from space.accounts.models import User
from space.discuss.models import Category
from space.events.actions import add_event
from space.events.actions.asking import Asked, ask
from space.events.actions.attending import answer
from space.events.models import Answer, Event
from space.events.plan import Plan
from space.kit import clock
from space.testing.events import TRAINING
from space.testing.rooms import MARKER


def plan_events(lena: User, kofi: User, hideout: Category) -> tuple[Event, Event]:
    """One that everybody sees, and one of the closed group in which everything carries the marker."""
    day = clock.now().date() + timedelta(days=10)
    # Both have just begun a topic.
    with clock.at(clock.now() + timedelta(minutes=3)):
        seen = add_event(
            _on(day), by=lena, title="Wikidata for beginners", text="Bring a laptop and a question."
        )
        words = {"title": f"Where the {MARKER} meets", "text": f"The {MARKER} door is on the left."}
        hidden = add_event(_on(day, place=f"{MARKER} house"), by=kofi, category=hideout, **words)
        ask(hidden, [Asked(f"Which {MARKER} key do you have?")])
        answer(hidden, by=kofi, says=Answer.GOING, is_public=True)
    return seen, hidden


def _on(day: date, **more: str) -> Plan:
    return replace(TRAINING, first_day=day, last_day=day, **more)
