"""The numbers of flags that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units, yes_no

FLAGS_A_DAY = number(
    "flags_a_day",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "Flags in a day"),
    explanation=pgettext_lazy("setting", "Of one person. Moderators have no such limit."),
    unit=units.flags,
    at_least=1,
    at_most=1_000,
    default=20,
)
HIDES_AT = number(
    "flags_hide_at",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "Weight at which a post is hidden by itself"),
    explanation=pgettext_lazy(
        "setting", "A flag weighs 1, plus the trust of who made it, plus how often their flags were right."
    ),
    unit=units.points,
    at_least=2,
    at_most=100,
    default=8,
)
HIDES_FROM = number(
    "flags_hide_from_people",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "And from how many people"),
    explanation=pgettext_lazy("setting", "Accounts that belong together count as one."),
    unit=units.people,
    at_least=1,
    at_most=20,
    default=3,
)
CLOSES_AT = number(
    "flags_close_at",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "Weight at which a topic is closed for some hours"),
    explanation=pgettext_lazy("setting", "Of all flags that wait in it, from at least five people."),
    unit=units.points,
    at_least=5,
    at_most=1_000,
    default=30,
)
CLOSES_HOURS = number(
    "flags_close_hours",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "For how long"),
    explanation=pgettext_lazy("setting", "Then it opens again by itself."),
    unit=units.hours,
    at_least=1,
    at_most=168,
    default=4,
)
HIDDEN_HOURS = number(
    "flags_hidden_hours",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "When what was hidden by itself comes back"),
    explanation=pgettext_lazy("setting", "If nobody has decided until then."),
    unit=units.hours,
    at_least=1,
    at_most=168,
    default=24,
)
WAITS_HOURS = number(
    "cases_remind_hours",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "When moderators are reminded"),
    explanation=pgettext_lazy("setting", "Of what nobody has decided."),
    unit=units.hours,
    at_least=1,
    at_most=336,
    default=48,
)
TAKES_ILLEGAL = yes_no(
    "flags_take_illegal",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "One can flag what is against the law"),
    explanation=pgettext_lazy("setting", "Where the law of your country wants a way to report it."),
)
