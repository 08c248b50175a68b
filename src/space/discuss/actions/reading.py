from django.db import connection

from space.accounts.models import User
from space.discuss.models import Topic
from space.kit import clock

_MARK = """
INSERT INTO discuss_readmark AS mark (person_id, topic_id, number, at)
VALUES (%(person)s, %(topic)s, %(number)s, %(at)s)
ON CONFLICT (person_id, topic_id) DO UPDATE SET number = greatest(mark.number, excluded.number), at = excluded.at
"""


def mark_read(topic: Topic, person: User, number: int) -> None:
    """The person has read this topic up to that post. A mark never goes back, whichever tab reports last."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK, {"person": person.pk, "topic": topic.pk, "number": number, "at": clock.now()})
