from space.events.models.asking import Given, Question, Word
from space.events.models.attendance import Answer, Attendance
from space.events.models.choices import Status, Type
from space.events.models.events import Change, Event, EventVersion, Organiser
from space.events.models.occurrences import Occurrence

__all__ = [
    "Answer",
    "Attendance",
    "Change",
    "Event",
    "EventVersion",
    "Given",
    "Occurrence",
    "Organiser",
    "Question",
    "Status",
    "Type",
    "Word",
]
