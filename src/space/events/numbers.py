"""The settings of events that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, countries, yes_no

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
