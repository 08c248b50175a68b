"""The numbers of drafts that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

DRAFTS_AT_MOST = number(
    "drafts_at_most",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Drafts of one person"),
    explanation=pgettext_lazy(
        "setting", "Who has more is asked to send or discard some. Those that are there already stay."
    ),
    unit=units.drafts,
    at_least=1,
    at_most=1_000,
    default=100,
)
DRAFT_DAYS = number(
    "draft_days",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "How long drafts are kept"),
    explanation=pgettext_lazy("setting", "Days after which a draft goes that nobody has touched."),
    unit=units.days,
    at_least=7,
    at_most=3_650,
    default=180,
)
