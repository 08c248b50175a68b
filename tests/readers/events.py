"""Events of the world, which take place in ten days."""

from dataclasses import replace
from datetime import date, timedelta

from space.accounts.models import User
from space.discuss.models import Category
from space.events.actions import add_event
from space.events.actions.asking import Asked, ask
from space.events.actions.attending import answer
from space.events.models import Answer, Event, Likeness, Source
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
        ask(hidden, [Asked(f"Which {MARKER} key do you have?")], by=hidden.by)
        answer(hidden, by=kofi, says=Answer.GOING, is_public=True)
    return seen, hidden


def bring_more(seen: Event, hidden: Event) -> tuple[Source, Likeness, Likeness]:
    """A calendar elsewhere, and two questions whether events are the same: one of them is of the closed group."""
    with clock.at(clock.now() + timedelta(minutes=4)):
        twin = add_event(
            _on(seen.first_day, place="Kumasi"), by=seen.by, title="Wikidata again", text="Bring a friend."
        )
    source = Source.objects.create(by=seen.by, name="Tea", address="https://calendar.example.org/tea.ics")
    open_to_all = Likeness.objects.create(first=seen, second=twin)
    return source, open_to_all, Likeness.objects.create(first=seen, second=hidden)


def _on(day: date, **more: str) -> Plan:
    return replace(TRAINING, first_day=day, last_day=day, **more)
