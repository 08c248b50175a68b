"""Topics as cards in a story that leads to them."""

from django.template.loader import render_to_string

from space.accounts.readers import Reader
from space.blog.shown.cards import replies_said
from space.discuss.embedding import Card
from space.discuss.models import Topic
from space.languages import mark

# /discuss/t/<slug>/7/ and /t/7.
TOPICS = r'(?:discuss/t/(?:[^/"]+/)?|t/)(\d{1,15})'


def cards_of_topics(pks: list[int], reader: Reader) -> dict[int, Card]:
    """One query."""
    seen = Topic.objects.visible_to(reader).select_related("category").in_bulk(pks)
    return {pk: Card(_card(topic), (f"topic:{pk}",)) for pk, topic in seen.items()}


def _card(topic: Topic) -> str:
    context = {
        "title": topic.title,
        "url": topic.get_absolute_url(),
        **mark(topic.language)._asdict(),
        "category": topic.category.name if topic.category else "",
        "tone": topic.category.tone if topic.category else 0,
        "replies": replies_said(topic.replies_count),
    }
    return render_to_string("blog/_topic_in_story.html", context)
