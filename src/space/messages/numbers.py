"""The numbers of messages that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

MESSAGES_A_DAY = number(
    "messages_a_day",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Messages in a day"),
    explanation=pgettext_lazy(
        "setting", "How many private conversations one person may begin. It grows with trust as topics do."
    ),
    unit=units.topics,
    at_least=1,
    at_most=500,
    default=20,
)
RECIPIENTS_AT_MOST = number(
    "message_recipients",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "People in a message"),
    explanation=pgettext_lazy("setting", "How many people and groups a private conversation is written to."),
    unit=units.people,
    at_least=1,
    at_most=200,
    default=30,
)
