"""The settings of events that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.community import Group, choice, countries, number, units, yes_no
from space.discuss.trust_words import with_number

PROTECTED_COUNTRIES = countries(
    "protected_countries",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "Protected countries"),
    explanation=pgettext_lazy(
        "setting",
        "Where it can be dangerous to say where people meet. Of events there nothing but the country is told: "
        "no place, no address, no point on a map, and never who comes.",
    ),
    env="PROTECTED_COUNTRIES",
)
GUESTS_MAY_COME = yes_no(
    "guests_may_come",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "Coming without an account"),
    explanation=pgettext_lazy(
        "setting",
        "Who has no account says with a mail address that they come to a public event, and confirms it by a link. "
        "Organisers can decide otherwise for their event. Never in protected countries.",
    ),
    default=True,
)
SOURCES_TRUST = choice(
    "sources_trust",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "Who may subscribe to calendars elsewhere"),
    explanation=pgettext_lazy(
        "setting",
        "The trust it takes. Such a calendar is read each hour, and all that is in it becomes events here; "
        "moderators always may.",
    ),
    options={str(trust.value): with_number(trust) for trust in Trust},
    default=str(Trust.MEMBER.value),
)
SOURCES_A_PERSON = number(
    "sources_a_person",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "Calendars that one person subscribes to"),
    explanation=pgettext_lazy("setting", "At most so many. Who has more keeps them; at 0 none is read."),
    unit=units.calendars,
    at_least=0,
    at_most=100,
    default=5,
)
REMIND_EARLY = number(
    "event_remind_early",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "First reminder of an event"),
    explanation=pgettext_lazy(
        "setting", "So long before it begins, who is going is reminded; without any, nobody is."
    ),
    unit=units.hours,
    at_least=0,
    at_most=168,
    default=24,
)
REMIND_LATE = number(
    "event_remind_late",
    group=Group.EVENTS,
    label=pgettext_lazy("setting", "Second reminder of an event"),
    explanation=pgettext_lazy(
        "setting", "The same, shortly before. Of what lasts whole days there is only the first reminder."
    ),
    unit=units.minutes,
    at_least=0,
    at_most=240,
    default=60,
)
