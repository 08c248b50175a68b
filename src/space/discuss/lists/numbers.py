"""Numbers of what stands below a topic, for administrators to change."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

SUGGESTED_TOPICS = number(
    "suggested_topics",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Topics to read next"),
    explanation=pgettext_lazy("setting", "How many stand below the last post of a topic."),
    unit=units.topics,
    at_least=0,
    at_most=20,
    env="SUGGESTED_TOPICS",
)
