"""The texts of Home and of the pages about this place: ours in every language, until the community writes its own."""

from functools import lru_cache
from pathlib import Path

from django.utils import translation
from django.utils.translation import pgettext, pgettext_lazy

from space import community
from space.administration.texts import said
from space.community import Said

_FOLDER = Path(__file__).parent / "texts"


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


@lru_cache(maxsize=100)
def _file(name: str, language: str) -> Said:
    """A file of ours, rendered once a process; in English where a language has none."""
    file = _FOLDER / f"{name}.{language}.md"
    if not file.exists():
        return _file(name, "en")
    return said(language, file.read_text("utf-8"), rich=True)


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
GUIDELINES = community.texts(
    "guidelines",
    label=pgettext_lazy("setting", "Guidelines"),
    explanation=pgettext_lazy(
        "setting",
        "What is wished for, what has no place here, how to tell moderators, how decisions are made. "
        "Written in Markdown. Change all languages together, so that everybody is held to the same rules.",
    ),
    ours=lambda language: _file("guidelines", language),
    at_most=20_000,
    rich=True,
)
ABOUT = community.texts(
    "about",
    label=pgettext_lazy("setting", "About this place"),
    explanation=pgettext_lazy(
        "setting", "What people can do here, who looks after it, how to reach you. Written in Markdown."
    ),
    ours=lambda language: _file("about", language),
    at_most=20_000,
    rich=True,
)
PRIVACY = community.texts(
    "privacy",
    label=pgettext_lazy("setting", "Privacy"),
    explanation=pgettext_lazy(
        "setting",
        "What is kept about people, and for how long. Written in Markdown. "
        "Ours says what the program does: add what you do beside it, such as logs of a proxy.",
    ),
    ours=lambda language: _file("privacy", language),
    at_most=20_000,
    rich=True,
)
