"""What to read after a topic: what is unread, what is new, what is related; and which topics lead to it."""

from django.db import connection
from django.db.models import Max
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.lists.lines import Line, lines, lines_of
from space.discuss.lists.numbers import SUGGESTED_TOPICS
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Filters, Order, Wanted
from space.discuss.models import Post, Topic
from space.discuss.models.topic_queries import NOT_MUTED
from space.languages import with_kin

LINKED = 10

# Ids alone: what of them the reader may see is asked afterwards. A word or tag says the more the fewer topics share it;
# a word of every twentieth title says nothing. Of each only the newest topics are looked at: no topic costs more.
_RELATED = """
WITH bound AS (SELECT least(200, 3 + (SELECT max(id) FROM discuss_topic) / 20) AS most),
shared AS (
  SELECT near.topic_id, mine.word AS what, count(*) OVER (PARTITION BY mine.word) AS times, bound.most
  FROM bound CROSS JOIN discuss_titleword AS mine CROSS JOIN LATERAL (
    SELECT topic_id FROM discuss_titleword WHERE word = mine.word ORDER BY topic_id DESC LIMIT bound.most + 1) AS near
  WHERE mine.topic_id = %(topic)s
  UNION ALL
  SELECT near.topic_id, '#', count(*) OVER (PARTITION BY mine.tag_id), 200
  FROM discuss_topic_tags AS mine CROSS JOIN LATERAL (
    SELECT topic_id FROM discuss_topic_tags WHERE tag_id = mine.tag_id LIMIT 200) AS near
  WHERE mine.topic_id = %(topic)s)
SELECT topic_id FROM shared WHERE topic_id <> %(topic)s AND times <= most
GROUP BY topic_id ORDER BY sum(1 / ln(1 + times)) DESC, topic_id DESC LIMIT 60
"""


def suggested(topic: Topic, reader: Reader) -> list[Line]:
    """A few topics, in languages that one reads: unread first, then new, then related, then what is latest."""
    most = SUGGESTED_TOPICS()
    found: dict[int, Line] = {}
    for ways in (_own, _related, _latest):
        if len(found) < most:
            found |= {line.pk: line for line in ways(topic, reader, most) if line.pk not in found}
    return list(found.values())[:most]


def _own(topic: Topic, reader: Reader, most: int) -> list[Line]:
    if not reader.is_member:
        return []
    unread = lines_of(Wanted(Order.UNREAD, without=(topic.pk,)), reader, most)
    new = Wanted(Order.NEW, Filters(languages=_languages(topic, reader)), without=(topic.pk,))
    return unread if len(unread) == most else [*unread, *lines_of(new, reader, most)]


def _related(topic: Topic, reader: Reader, most: int) -> list[Line]:
    with connection.cursor() as cursor:
        cursor.execute(_RELATED, {"topic": topic.pk})
        order = {pk: place for place, (pk,) in enumerate(cursor.fetchall())}
    topics = (
        Topic.objects.visible_to(reader)
        .in_lists()
        .filter(pk__in=order, language__in=_languages(topic, reader))
    )
    if reader.is_authenticated:
        topics = topics.with_mine(reader).filter(NOT_MUTED)
    if Taste.of(reader).has_mutes:
        topics = topics.without_mutes_of(reader)
    return sorted(lines(topics, reader, len(order)), key=lambda line: order[line.pk])


def _latest(topic: Topic, reader: Reader, most: int) -> list[Line]:
    wanted = Wanted(filters=Filters(languages=_languages(topic, reader)), without=(topic.pk,))
    return lines_of(wanted, reader, most)


def _languages(topic: Topic, reader: Reader) -> tuple[str, ...]:
    """Those one has said one reads, else the topic's and the page's. Texts of no known language may be anybody's."""
    codes = reader.languages or (topic.language, get_language() or "")
    return tuple(sorted({*with_kin(tuple(codes)), ""}))


def leading_here(topic: Topic, reader: Reader) -> list[Post]:
    """The newest posts that lead to a topic, one of each topic, as far as this reader may see them."""
    posts = (
        Post.objects.visible_to(reader).filter(links__topic=topic, topic__unlisted=False).exclude(topic=topic)
    )
    newest = posts.values("topic").annotate(newest=Max("pk")).order_by("-newest").values("newest")[:LINKED]
    return list(Post.objects.visible_to(reader).filter(pk__in=newest).select_related("topic").order_by("-pk"))
