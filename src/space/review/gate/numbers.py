"""Which rules hold at the gate. Administrators turn each on and off."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.community import Group, choice, yes_no
from space.community.registry import Definition


def _rule(name: str, label: Promise, explanation: Promise) -> Definition[bool]:
    return yes_no(f"gate_{name}", group=Group.SAFETY, label=label, explanation=explanation, default=True)


NEW_HOST = _rule(
    "new_host",
    pgettext_lazy("setting", "Hold first posts that lead to one new site again and again"),
    pgettext_lazy(
        "setting",
        "The first three posts of somebody new, with two links or more to a site to which nobody here has led before.",
    ),
)
SAME_LINK = _rule(
    "same_link",
    pgettext_lazy("setting", "Hold a link that comes again and again"),
    pgettext_lazy(
        "setting",
        "In posts of newer people, from the third time in a day by one of them, or the fifth by all of them.",
    ),
)
SAME_TEXT = _rule(
    "same_text",
    pgettext_lazy("setting", "Hold a text that was posted before"),
    pgettext_lazy("setting", "By newer people within a week, also where a few words differ."),
)
TOO_FAST = _rule(
    "too_fast",
    pgettext_lazy("setting", "Hold long texts that nobody can have typed"),
    pgettext_lazy("setting", "Sent by newer people within three seconds after the form was opened."),
)
HIDDEN_SIGNS = _rule(
    "hidden_signs",
    pgettext_lazy("setting", "Hold texts that hide what they say"),
    pgettext_lazy(
        "setting",
        "Of newer people: letters of several alphabets in one word or name of a site, or signs that nobody sees.",
    ),
)


class First:
    """Which first posts of somebody new wait for a moderator."""

    NONE, LINKS, ALL = "none", "links", "all"


FIRST_POSTS_WAIT = choice(
    "gate_first_posts",
    group=Group.SAFETY,
    label=pgettext_lazy("setting", "First posts wait for a moderator"),
    explanation=pgettext_lazy(
        "setting",
        "The first three posts of newer people, whatever they say. Links within the movement do not count.",
    ),
    options={
        First.NONE: pgettext_lazy("setting", "None: they appear at once"),
        First.LINKS: pgettext_lazy("setting", "Those with links"),
        First.ALL: pgettext_lazy("setting", "All"),
    },
    default=First.NONE,
)
