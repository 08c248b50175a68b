"""The numbers of messages that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units
from space.discuss.finding import LAST_WRITERS

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
BETWEEN_TWO = number(
    "between_two_posts",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Posts between two before a message is offered"),
    explanation=pgettext_lazy(
        "setting",
        "When two people alone wrote so many of the last posts of a public topic, by turns, they are offered "
        "to go on in a message. With 0 nobody is.",
    ),
    unit=units.posts,
    at_least=0,
    at_most=LAST_WRITERS,
    default=8,
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
