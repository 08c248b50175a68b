"""What administrators may change about tags. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.community import Group, choice, number, units
from space.discuss.trust_words import with_number

TAGS_A_TOPIC = number(
    "tags_a_topic",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Tags on a topic"),
    explanation=pgettext_lazy("setting", "At most so many. Topics that carry more keep them."),
    unit=units.tags,
    at_least=1,
    at_most=20,
    env="TAGS_A_TOPIC",
)
NEW_TAGS_TRUST = choice(
    "new_tags_trust",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Who may make new tags"),
    explanation=pgettext_lazy(
        "setting",
        "The trust it takes to put a tag on a topic that nobody has used yet. "
        "Everybody may use those that are known; moderators always may make new ones.",
    ),
    options={str(trust.value): with_number(trust) for trust in Trust},
    default=str(Trust.REGULAR.value),
)
