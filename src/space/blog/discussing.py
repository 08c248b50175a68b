"""What Discuss is told of stories: how their topics begin, how rows mark them, and where they are read."""

from collections.abc import Iterable, Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.readers import Reader
from space.blog.models import Edition, Story
from space.blog.models.editions import EditionQuerySet
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.choosing import chosen, wishes
from space.blog.shown.embeds import TOPICS, cards_of_topics
from space.blog.shown.lines import lines
from space.discuss import embedding, openings
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
    """The card of the story, in the reader's language, and the way to it."""
    found = lines(Story.objects.shown_to(reader).filter(topic=topic.pk))
    there = {one.language: one for one in _shown([topic.pk], reader)}
    url = ""
    if found:
        language = chosen(wishes(reader, get_language() or ""), found[0].languages, found[0].language)
        url = there[language].get_absolute_url() if language in there else ""
    context = {"card": cards_html(found, reader, Layout.LEAD), "url": url}
    return mark_safe(render_to_string("blog/_opening.html", context))


def addresses(topics: Iterable[int], reader: Reader) -> Mapping[int, str]:
    """Where the originals of these stories are read."""
    originals = _shown(list(topics), reader).filter(is_original=True)
    return {one.story.topic_id or 0: one.get_absolute_url() for one in originals}


def _shown(topics: list[int], reader: Reader) -> EditionQuerySet:
    return Edition.objects.shown_to(reader).filter(story__topic__in=topics).select_related("story")


def register() -> None:
    embedding.register(TOPICS, cards_of_topics)
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
