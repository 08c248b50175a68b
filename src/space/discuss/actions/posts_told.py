"""Posts as they are when they are told of, many at once: their topics are locked first, so that nobody turns them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from space.discuss.circles import circle_told
from space.discuss.models import Topic
from space.discuss.numbers_of_responses import MEMBERS_CALLED
from space.discuss.telling.quoting import SIGN
from space.notifications.causes import News

# Others may tell of them at the same time.
_TOPICS = "SELECT * FROM discuss_topic WHERE id = ANY(%s) ORDER BY id FOR SHARE"
_TOPICS_OF = "SELECT DISTINCT topic_id FROM discuss_post WHERE id = ANY(%s)"
# A text is read only where it quotes. Who deleted a post of their own is answered all the same.
_POSTS = """
SELECT post.id, topic_id, number, author_id, created_at, hidden_at IS NOT NULL,
  CASE WHEN strpos(source, %s) > 0 THEN source ELSE '' END,
  ARRAY(SELECT person_id FROM discuss_mention WHERE post_id = post.id ORDER BY person_id),
  ARRAY(SELECT DISTINCT member.person_id FROM discuss_groupmention AS called
    JOIN groups_membership AS member USING (group_id)
    WHERE called.post_id = post.id AND (member.role <> 'member'
      OR %s >= (SELECT count(*) FROM groups_membership AS every WHERE every.group_id = called.group_id)) ORDER BY 1),
  (SELECT author_id FROM discuss_post AS answered WHERE answered.id = post.reply_to_id
    AND (hidden_at IS NULL OR EXISTS (SELECT FROM discuss_deletion WHERE post_id = answered.id)))
FROM discuss_post AS post WHERE post.id = ANY(%s)
"""


class PostTold(NamedTuple):
    """What a post says of whom it concerns."""

    pk: int
    topic: Topic
    number: int
    author: int
    at: datetime
    is_hidden: bool
    source: str
    named: list[int]
    # Members of groups that it names; of a large one those who lead it.
    called: list[int]
    answered: int | None

    @property
    def news(self) -> News:
        return News(
            at=self.at,
            circle=circle_told(self.topic),
            actor=self.author,
            topic=self.topic.pk,
            number=self.number,
            thing=self.pk,
            once=f"post {self.pk}",
        )


def posts_told(pks: Sequence[int]) -> dict[int, PostTold]:
    """Those of them that there are, in topics that nobody changes until all is written."""
    with connection.cursor() as cursor:
        cursor.execute(_TOPICS_OF, [list(pks)])
        topics = locked_topics([pk for (pk,) in cursor.fetchall()])
        cursor.execute(_POSTS, [SIGN, MEMBERS_CALLED(), list(pks)])
        return {pk: PostTold(pk, topics[topic], *rest) for pk, topic, *rest in cursor.fetchall()}


def locked_topics(pks: Sequence[int]) -> dict[int, Topic]:
    return {topic.pk: topic for topic in Topic.objects.for_actions().raw(_TOPICS, [list(pks)])}
