"""The words of Home: ours in every language, until the community writes its own."""

from django.utils import translation
from django.utils.translation import pgettext, pgettext_lazy

from space import community
from space.community import Said


def _welcome(language: str) -> Said:
    with translation.override(language):
        return Said(language, pgettext("home", "A place for the movement, by the movement."))


def _lead(language: str) -> Said:
    with translation.override(language):
        text = pgettext(
            "home",
            "Ask, tell and meet across projects, regions and languages. "
            "Organised, respectful, and easy to find again.",
        )
        return Said(language, text)


WELCOME = community.texts(
    "welcome",
    label=pgettext_lazy("setting", "Welcome on the first page"),
    explanation=pgettext_lazy("setting", "The large sentence. One line, the shorter the better."),
    ours=_welcome,
    at_most=120,
    rich=False,
)
LEAD = community.texts(
    "lead",
    label=pgettext_lazy("setting", "What this place is, on the first page"),
    explanation=pgettext_lazy(
        "setting",
        "One or two sentences under the welcome. Search engines and previews of links show them too.",
    ),
    ours=_lead,
    at_most=400,
    rich=False,
)
NOTE = community.texts(
    "home_note",
    label=pgettext_lazy("setting", "A word of your own on the first page"),
    explanation=pgettext_lazy(
        "setting",
        "A block with what you write: a call, a campaign, thanks. Written in Markdown. "
        "A language without a text shows no such block. Where it stands is set in “Blocks of the first page”.",
    ),
    ours=lambda language: Said(language, ""),
    at_most=4_000,
    rich=True,
)
