"""What Discuss is told of stories: how their topics begin, how rows mark them, and where they are read."""

from collections.abc import Iterable, Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.readers import Reader
from space.blog.models import Edition, Story
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.choosing import chosen, wishes
from space.blog.shown.lines import lines
from space.discuss import openings
from space.discuss.lists.wanted import KINDS
from space.discuss.models import Kind, Topic
from space.kit.rules import Refusal

STAYS = Refusal(
    pgettext_lazy(
        "refusal",
        "This is a story. Its text, title and tags are changed where it was written: at its desk in the newsroom.",
    )
)


def opens_with(topic: Topic, reader: Reader) -> SafeString:
    """The card of the story, in the reader's language."""
    seen = Story.objects.visible_to(reader).published().filter(topic=topic.pk)
    card = cards_html(lines(seen), reader, Layout.LEAD)
    return mark_safe(render_to_string("blog/_opening.html", {"card": card}))


def addresses(topics: Iterable[int], reader: Reader) -> Mapping[int, str]:
    """Where these stories are read: the edition that this reader would choose."""
    shown = Edition.objects.shown_to(reader).filter(story__topic__in=list(topics)).select_related("story")
    of_topic: dict[int, dict[str, Edition]] = {}
    for edition in shown.order_by("-is_original", "pk"):
        of_topic.setdefault(edition.story.topic_id or 0, {})[edition.language] = edition
    wanted = wishes(reader, get_language() or "")
    return {topic: _one(there, wanted).get_absolute_url() for topic, there in of_topic.items()}


def _one(there: Mapping[str, Edition], wanted: tuple[str, ...]) -> Edition:
    original = next(iter(there.values()))
    return there[chosen(wanted, list(there), original.language)]


def register() -> None:
    KINDS[Kind.STORY] = pgettext_lazy("topic kinds", "Stories")
    openings.register(
        Kind.STORY,
        openings.Opening(
            icon="newspaper",
            label=pgettext_lazy("topic kind", "Story"),
            shown=opens_with,
            addresses=addresses,
            stays=STAYS,
        ),
    )
