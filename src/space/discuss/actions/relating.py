"""What relates topics to each other: the words of their titles, and posts that lead from one to another."""

from collections.abc import Iterable

from django.db import connection

from space.discuss.models import Link, Post, TitleWord, Topic
from space.discuss.text import Text, places_in
from space.discuss.title_words import words_of

# More links of one post than anybody follows are left out.
_LINKS_A_POST = 50

# Of posts that came without a text of ours, by their HTML; the places as in text.py.
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


def keep_links_anew(post: Post, text: Text) -> None:
    """The same after an edit."""
    post.links.all().delete()
    keep_links(post, text)


def find_links(posts: Iterable[int]) -> None:
    """The links of posts that were brought in many at once."""
    with connection.cursor() as cursor:
        cursor.execute(_LINKS_OF, {"posts": list(posts)})


def keep_title_words(*topics: Topic) -> None:
    """The words of these titles as they are now. Whoever gives a topic another title calls this."""
    words = {topic.pk: words_of(topic.title) for topic in topics}
    TitleWord.objects.filter(topic__in=words).delete()
    TitleWord.objects.bulk_create(
        [TitleWord(topic_id=pk, word=word) for pk, found in words.items() for word in found]
    )
