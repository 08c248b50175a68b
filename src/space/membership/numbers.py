"""The numbers of groups that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

VISIT_HOURS = number(
    "group_visit_hours",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "How long staff read a closed group"),
    explanation=pgettext_lazy(
        "setting", "After they gave a reason, which its members are told. Then the door is shut again."
    ),
    unit=units.hours,
    at_least=1,
    at_most=720,
    default=24,
)
WAY_BACK_DAYS = number(
    "group_way_back_days",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "When a deleted group is gone"),
    explanation=pgettext_lazy("setting", "Until then its owners can take the deletion back."),
    unit=units.days,
    at_least=1,
    at_most=90,
    default=14,
)
INVITATION_DAYS = number(
    "group_invitation_days",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "How long an invitation to a group is good"),
    explanation=pgettext_lazy("setting", "Who makes a link can choose fewer days."),
    unit=units.days,
    at_least=1,
    at_most=365,
    default=14,
)
IDLE_DAYS = number(
    "group_idle_days",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "When a silent group is remembered"),
    explanation=pgettext_lazy(
        "setting", "Owners of a group in which nobody wrote for so long are asked what shall become of it."
    ),
    unit=units.days,
    at_least=30,
    at_most=3650,
    default=180,
)
INVITATIONS_A_DAY = number(
    "group_invitations_a_day",
    group=Group.GROUPS,
    label=pgettext_lazy("setting", "Invitations to groups in a day"),
    explanation=pgettext_lazy("setting", "Of one person, to people by name and by link."),
    unit=units.invitations,
    at_least=1,
    at_most=1000,
    default=20,
)
