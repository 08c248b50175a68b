"""The numbers of questions to groups that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

WAITING_DAYS = number(
    "group_question_days",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "When a question to a group has waited long"),
    explanation=pgettext_lazy(
        "setting", "If nobody has answered for the group by then, its owners are told, once."
    ),
    unit=units.days,
    at_least=1,
    at_most=365,
    default=7,
)
PEOPLE_ASKED = number(
    "group_question_people",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "Members told of a question to their group"),
    explanation=pgettext_lazy(
        "setting",
        "Owners and moderators first, then who answered for the group lately, then who belongs to it longest.",
    ),
    unit=units.people,
    at_least=1,
    at_most=1_000,
    default=50,
)
