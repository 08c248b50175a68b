"""Posts that were written elsewhere: many at once, with the counters of everything that they touch."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import F

from space.accounts.models import User
from space.discuss.actions.counting import LANGUAGES, count_in_category, count_languages
from space.discuss.actions.finding import lock_post
from space.discuss.actions.indexing import index_post, index_posts
from space.discuss.actions.relating import find_links, keep_title_words
from space.discuss.models import Closure, Post, Topic
from space.moderation.actions import record
from space.uploads.actions import attach, let_go
from space.web import versions

_POSTERS = """
INSERT INTO discuss_poster AS poster (topic_id, person_id, posts)
SELECT topic_id, author_id, count(*) FROM discuss_post WHERE id = ANY(%(posts)s) GROUP BY topic_id, author_id
ON CONFLICT (topic_id, person_id) DO UPDATE SET posts = poster.posts + excluded.posts
"""

_TOPICS = f"""
UPDATE discuss_topic AS topic SET
  posts_count = topic.posts_count + added.posts,
  highest_number = greatest(topic.highest_number, added.highest),
  last_number = greatest(topic.last_number, added.highest),
  last_posted_at = greatest(topic.last_posted_at, added.latest),
  version = topic.version + 1,
  languages = {LANGUAGES},
  people = ARRAY(
    SELECT poster.person_id FROM discuss_poster AS poster
    WHERE poster.topic_id = topic.id AND poster.posts > 0
    ORDER BY CASE poster.person_id WHEN topic.author_id THEN 0 WHEN added.last_author THEN 1 ELSE 2 END,
      poster.posts DESC, poster.person_id LIMIT 5)
FROM (
  SELECT topic_id, count(*) AS posts, max(number) AS highest, max(created_at) AS latest,
    (array_agg(author_id ORDER BY number DESC))[1] AS last_author
  FROM discuss_post WHERE id = ANY(%(posts)s) GROUP BY topic_id) AS added
WHERE topic.id = added.topic_id
"""

_TRACKERS = """
UPDATE discuss_readmark AS mark SET unread_at = topic.last_posted_at
FROM discuss_topic AS topic WHERE topic.id = mark.topic_id AND mark.level >= 1
  AND topic.id IN (SELECT DISTINCT topic_id FROM discuss_post WHERE id = ANY(%(posts)s))
"""

_REPLIES = """
UPDATE discuss_post AS post SET reply_to_id = link.parent
FROM unnest(%(children)s::bigint[], %(parents)s::bigint[]) AS link (child, parent) WHERE post.id = link.child
"""

# What stands where the words of a post were.
NO_WORDS = "<p>[…]</p>"


@transaction.atomic
def add_archived(posts: Sequence[Post], *, by: User, reason: str) -> None:
    """Store posts of one category in the given order, with those of their topics that are new.

    Posts come unsaved, with author, text and date; `topic` and `reply_to` may be unsaved too, if they are in
    the same call. Numbers follow on in each topic. New topics are closed, for this reason.
    """
    if not posts:
        return
    fresh = list({id(post.topic): post.topic for post in posts if post.topic.pk is None}.values())
    known = {post.topic.pk for post in posts if post.topic.pk is not None}
    Topic.objects.bulk_create(fresh)
    _number(posts, known)
    parents = [(post, post.reply_to) for post in posts if post.reply_to is not None]
    for post in posts:
        post.topic_id = post.topic.pk
        post.reply_to = None
    Post.objects.bulk_create(posts)
    _link(parents)
    _count(posts)
    find_links(post.pk for post in posts)
    keep_title_words(*fresh)
    Closure.objects.bulk_create(
        [Closure(topic=topic, by=by, reason=reason, at=topic.last_posted_at) for topic in fresh]
    )
    index_posts(post.pk for post in posts)
    latest = max(post.created_at for post in posts)
    count_in_category(posts[0].topic, topics=len(fresh), posts=len(posts), at=latest)
    versions.bump(
        "rooms", "lists", f"category:{posts[0].topic.category_id}", *(f"topic:{pk}" for pk in known)
    )


@transaction.atomic
def blank_post(post: Post, *, by: User, reason: str) -> Post:
    """Take the words and files of a post away for good, in its history too. The post keeps its place and number."""
    post = take_words(post)
    record(by, "post-blanked", post, reason)
    return post


@transaction.atomic
def take_words(post: Post) -> Post:
    """The same without a line in the log, for who takes away their own."""
    post = lock_post(post)
    post.source, post.html, post.language = "", NO_WORDS, ""
    post.content_note, post.note_language, post.noted_by = "", "", None
    post.version += 1
    post.save(
        update_fields=["source", "html", "language", "content_note", "note_language", "noted_by", "version"]
    )
    let_go(post.revisions.all())
    post.revisions.all().delete()
    post.mentions.all().delete()
    post.links.all().delete()
    attach(post, by=post.author, addresses=())
    count_languages(post.topic_id)
    index_post(post, post.topic)
    said = {"excerpt": ""} if post.number == 1 else {}
    Topic.objects.for_actions().filter(pk=post.topic_id).update(version=F("version") + 1, **said)
    versions.bump(f"topic:{post.topic_id}", versions.EVERYTHING)
    return post


def _number(posts: Sequence[Post], known: set[int]) -> None:
    """Numbers follow on; topics that exist are locked until the end, in one order for everybody."""
    rows = Topic.objects.for_actions().select_for_update(no_key=True).filter(pk__in=known).order_by("pk")
    highest = {topic.pk: topic.next_number - 1 for topic in rows}
    for post in posts:
        pk = post.topic.pk
        highest[pk] = post.number = highest.get(pk, 0) + 1


def _link(parents: list[tuple[Post, Post]]) -> None:
    if parents:
        ids = {
            "children": [child.pk for child, _ in parents],
            "parents": [parent.pk for _, parent in parents],
        }
        with connection.cursor() as cursor:
            cursor.execute(_REPLIES, ids)


def _count(posts: Sequence[Post]) -> None:
    with connection.cursor() as cursor:
        for statement in (_POSTERS, _TOPICS, _TRACKERS):
            cursor.execute(statement, {"posts": [post.pk for post in posts]})
