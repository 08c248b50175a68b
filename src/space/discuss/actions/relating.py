"""What relates topics to each other: the words of their titles, and posts that lead from one to another."""

from collections.abc import Iterable

from django.db import connection

from space.discuss.models import Link, Post, TitleWord, Topic
from space.discuss.quoted import places_in
from space.discuss.text import Text
from space.discuss.title_words import words_of

# More links of one post than anybody follows are left out.
_LINKS_A_POST = 50

# What names a place from which a post was moved, or a topic that went into another one, leads to where that is now.
_LED_ON = """
WITH led AS (
  DELETE FROM discuss_link AS link USING discuss_moved AS moved, discuss_post AS there
  WHERE link.{which} = ANY(%(pks)s) AND moved.topic_id = link.topic_id AND moved.number = coalesce(link.number, 0)
    AND there.id = moved.post_id
    AND NOT EXISTS (SELECT FROM discuss_post WHERE topic_id = link.topic_id AND number = link.number)
  RETURNING link.post_id, there.topic_id, there.number)
INSERT INTO discuss_link (post_id, topic_id, number)
SELECT DISTINCT led.post_id, led.topic_id, led.number
FROM led JOIN discuss_post AS post ON post.id = led.post_id AND post.topic_id <> led.topic_id
ON CONFLICT DO NOTHING
"""
_MERGED = """
WITH led AS (
  DELETE FROM discuss_link AS link USING discuss_merger AS merger
  WHERE link.{which} = ANY(%(pks)s) AND merger.topic_id = link.topic_id AND link.number IS NULL
  RETURNING link.post_id, merger.into_id)
INSERT INTO discuss_link (post_id, topic_id, number)
SELECT DISTINCT led.post_id, led.into_id, NULL::integer
FROM led JOIN discuss_post AS post ON post.id = led.post_id AND post.topic_id <> led.into_id
ON CONFLICT DO NOTHING
"""
_OWN = """
DELETE FROM discuss_link AS link USING discuss_post AS post
WHERE post.id = link.post_id AND post.topic_id = link.topic_id AND post.id = ANY(%(pks)s)
"""

# The places as in text.py.
_LINKS_OF = r"""
INSERT INTO discuss_link (post_id, topic_id, number)
SELECT DISTINCT post.id, topic.id, coalesce(place[2], place[3])::integer
FROM discuss_post AS post
CROSS JOIN LATERAL regexp_matches(post.html,
  'href="/(?:discuss/t/(?:[^/?#"]+/)?|t/)(\d{1,15})(?:/(\d{1,9})?)?(?:\?[^#"]*)?(?:#(?:p(\d{1,9}))?[^"]*)?"',
  'g') AS place
JOIN discuss_topic AS topic ON topic.id = place[1]::bigint AND topic.id <> post.topic_id
WHERE post.id = ANY(%(posts)s) AND post.html LIKE '%%href="/%%t/%%'
ON CONFLICT DO NOTHING
"""


def keep_links(post: Post, text: Text) -> None:
    """Which topics this post leads to, besides its own. Costs nothing where it names none."""
    places = [place for place in places_in(text.rendered.posts) if place[0] != post.topic_id][:_LINKS_A_POST]
    if not places:
        return
    there = set(
        Topic.objects.for_actions().filter(pk__in={pk for pk, _ in places}).values_list("pk", flat=True)
    )
    Link.objects.bulk_create(
        [Link(post=post, topic_id=pk, number=number) for pk, number in places if pk in there],
        ignore_conflicts=True,
    )
    _run((_LED_ON, _MERGED), "post_id", [post.pk])


def keep_links_anew(post: Post, text: Text) -> None:
    """The same after an edit."""
    post.links.all().delete()
    keep_links(post, text)


def find_links(posts: Iterable[int]) -> None:
    """The links of posts that were brought in many at once."""
    with connection.cursor() as cursor:
        cursor.execute(_LINKS_OF, {"posts": list(posts)})


def find_links_anew(posts: Iterable[int]) -> None:
    """The same of posts that were rendered anew: perhaps they lead elsewhere now."""
    pks = list(posts)
    Link.objects.filter(post__in=pks).delete()
    find_links(pks)
    _run((_LED_ON, _MERGED), "post_id", pks)


def links_moved(posts: Iterable[int], source: int) -> None:
    """These posts went from that topic to another: what leads to them, and from them, is as it is now."""
    moved = list(posts)
    find_links(moved)
    _run((_LED_ON, _MERGED), "topic_id", [source])
    _run((_LED_ON, _MERGED), "post_id", moved)
    _run((_OWN,), "", moved)


def _run(statements: Iterable[str], which: str, pks: list[int]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.replace("{which}", which), {"pks": pks})


def keep_title_words(*topics: Topic) -> None:
    """The words of these titles as they are now. Whoever gives a topic another title calls this."""
    words = {topic.pk: words_of(topic.title) for topic in topics}
    TitleWord.objects.filter(topic__in=words).delete()
    TitleWord.objects.bulk_create(
        [TitleWord(topic_id=pk, word=word) for pk, found in words.items() for word in found]
    )
