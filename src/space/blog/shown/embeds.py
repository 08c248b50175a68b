"""Topics of ours that stand alone in a paragraph of a story are shown as cards, as they are now."""

import re
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from space.accounts.readers import Reader
from space.blog.shown.cards import replies_said
from space.discuss.models import Topic
from space.languages import mark

# As markup makes it of an address alone in its paragraph; its words are the topic's title or the address.
_ALONE = re.compile(r'<p><a href="[^"]*/(?:discuss/t/(?:[^/"]+/)?|t/)(\d{1,15})/?"[^>]*>[^<]*</a></p>')
_AT_MOST = 10


class Embedded(NamedTuple):
    html: SafeString
    # Which topics it tells of: whoever keeps the page has to know.
    topics: tuple[int, ...] = ()


def with_topics(html: SafeString, reader: Reader) -> Embedded:
    """Those that this reader may see; a link to any other stays as it was written. One query, or none."""
    asked = list(dict.fromkeys(int(pk) for pk in _ALONE.findall(html)))[:_AT_MOST]
    if not asked:
        return Embedded(html)
    seen = Topic.objects.visible_to(reader).select_related("category").in_bulk(asked)
    cards = {pk: _card(topic) for pk, topic in seen.items()}
    shown = _ALONE.sub(lambda found: cards.get(int(found[1]), found[0]), html)
    return Embedded(mark_safe(shown), tuple(cards))


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
