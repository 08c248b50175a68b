"""The index of the scratch database: made from the first copy of all topics, and for the others from that one."""

from time import monotonic
from unittest.mock import patch

from django.db import connection, transaction
from django.db.models import Max

from space.discuss.actions.indexing import documents_of_posts, documents_of_topics
from space.discuss.models import Post, Topic
from space.kit import clock
from space.search import indexing
from space.search.actions import survey
from space.search.indexing import index
from space.search.models import Round
from space.search.reindexing import reindex
from space.search.words import VERSION

# The same words under other ids and at another time.
_COPY = """
INSERT INTO search_entry (kind, thing, circle, title, words, length, lang, written_at, author, topic, place, tags,
  species, lowered)
SELECT kind, thing + %(posts)s, circle, title,
  ts_delete(words, ARRAY['#t' || entry.topic, to_char(entry.written_at AT TIME ZONE 'UTC', '@YYYY-MM-DD'),
    to_char(entry.written_at AT TIME ZONE 'UTC', '@YYYY-MM'), to_char(entry.written_at AT TIME ZONE 'UTC', '@YYYY')])
  || format('''#t%%s'' ''%%s'' ''%%s'' ''%%s''', entry.topic + %(topics)s,
    to_char(post.created_at AT TIME ZONE 'UTC', '@YYYY-MM-DD'), to_char(post.created_at AT TIME ZONE 'UTC', '@YYYY-MM'),
    to_char(post.created_at AT TIME ZONE 'UTC', '@YYYY'))::tsvector,
  length, lang, post.created_at, author, entry.topic + %(topics)s, place, tags, species, lowered
FROM search_entry AS entry JOIN discuss_post AS post ON post.id = entry.thing + %(posts)s
WHERE entry.kind IN ('topic', 'post') AND entry.thing <= %(first)s
"""


def index_everything(times: int) -> None:
    """Expects all posts to be loaded: `times` copies, and what was added behind them."""
    began = monotonic()
    posts, topics = _in_a_copy(times)
    # Nothing is to be put into the index while it is not there.
    with connection.cursor() as cursor, patch.object(indexing, "tidy_index"):
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("DROP INDEX entry_words")
        _made(0, posts)
        print(f"  {posts:,} indexed after {monotonic() - began:.0f} s", flush=True)
        for copy in range(1, times):
            cursor.execute(_COPY, {"posts": posts * copy, "topics": topics * copy, "first": posts})
        _made(posts * times, None)
        cursor.execute(
            "CREATE INDEX entry_words ON search_entry USING gin (words)"
            " WITH (gin_pending_list_limit = 16384) WHERE circle = 0"
        )
    for kind in ("topic", "post"):
        Round.objects.create(kind=kind, version=VERSION, finished_at=clock.now())
    reindex()
    survey()
    print(f"  everything can be found after {monotonic() - began:.0f} s", flush=True)


def _in_a_copy(times: int) -> tuple[int, int]:
    """How many posts and topics each copy has: their ids go on from copy to copy, and one long topic comes last."""
    topics = Topic._base_manager.aggregate(last=Max("pk"))["last"] - 1
    posts = Post._base_manager.filter(topic__lte=topics).aggregate(last=Max("pk"))["last"]
    return posts // times, topics // times


def _made(after: int, until: int | None) -> None:
    for documents_of in (documents_of_topics, documents_of_posts):
        at: int | None = after
        while at is not None and (until is None or at < until):
            with transaction.atomic():
                documents, at = documents_of(at, 500)
                index(one for one in documents if until is None or one.pk <= until)
