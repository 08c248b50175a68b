"""What is said to who writes: the reminder for first posts, and a word to who has written much of a topic."""

from django.utils import translation
from django.utils.translation import get_language, npgettext, pgettext, pgettext_lazy

from space import community
from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.community import Group, Said, number, units
from space.discuss.models import Audience, Topic

MUCH_PERCENT = number(
    "much_of_a_topic_percent",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Who writes much of a topic"),
    explanation=pgettext_lazy(
        "setting",
        "The share of all posts, of a hundred, from which on their author is asked kindly to let others speak. "
        "They alone see it, once a topic.",
    ),
    unit=units.of_a_hundred,
    at_least=10,
    at_most=100,
    default=40,
)
MUCH_POSTS = number(
    "much_of_a_topic_posts",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Posts of a topic before somebody can have written much of it"),
    explanation=pgettext_lazy("setting", "In a topic with fewer posts nobody is asked to let others speak."),
    unit=units.posts,
    at_least=3,
    at_most=1_000,
    default=20,
)


def _reminder(language: str) -> Said:
    with translation.override(language):
        text = pgettext(
            "composer",
            "Write as you would speak to somebody at your table: about the matter, and kindly to the person. "
            "What you write here can be read by people of many languages and wikis.",
        )
        return Said(language, text)


REMINDER = community.texts(
    "writing_reminder",
    label=pgettext_lazy("setting", "Reminder where people write"),
    explanation=pgettext_lazy(
        "setting",
        "Two lines above the button of who is new here, beside the way to the guidelines. Others see the way alone.",
    ),
    ours=_reminder,
    at_most=300,
    rich=False,
)


def reminder_for(reader: Reader) -> str:
    """For the first posts of a person; empty for whom this place knows."""
    if not reader.is_authenticated or reader.trust > Trust.NEW:
        return ""
    return REMINDER.said(get_language() or "").source


def hint_for(topic: Topic) -> str:
    """For who has written much of this topic. Expects a topic of `find_topic`, which has counted for its reader."""
    mine, all_of_it = topic.my_posts, topic.posts_count
    is_much = all_of_it >= MUCH_POSTS() and 100 * mine >= MUCH_PERCENT() * all_of_it
    if not is_much or topic.my_hint_read or topic.audience == Audience.PEOPLE:
        return ""
    told = npgettext(
        "composer",
        "You wrote %(n)d of the %(all)d posts here. Thank you for caring! Perhaps leave room now for others to speak?",
        "You wrote %(n)d of the %(all)d posts here. Thank you for caring! Perhaps leave room now for others to speak?",
        mine,
    )
    return told % {"n": mine, "all": all_of_it}
