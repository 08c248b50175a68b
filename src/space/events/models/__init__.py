from space.events.models.asking import Given, Question, Word
from space.events.models.attendance import Answer, Attendance
from space.events.models.choices import Status, Type
from space.events.models.events import Change, Event, EventVersion, Organiser
from space.events.models.guests import Guest
from space.events.models.likeness import Found, Likeness
from space.events.models.occurrences import Occurrence
from space.events.models.outside import CalendarKey, Imported, Source
from space.events.models.templates import Template

__all__ = [
    "Answer",
    "Attendance",
    "CalendarKey",
    "Change",
    "Event",
    "EventVersion",
    "Found",
    "Given",
    "Guest",
    "Imported",
    "Likeness",
    "Occurrence",
    "Organiser",
    "Question",
    "Source",
    "Status",
    "Template",
    "Type",
    "Word",
]
