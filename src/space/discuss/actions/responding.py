"""Reactions, and their numbers at the post: both change in one transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions.finding import in_its_topic, lock_topic
from space.discuss.actions.telling import take_back_telling, tell_of_reaction
from space.discuss.allowances import Allowances
from space.discuss.models import Post, Response
from space.kit import clock
from space.web import versions

_GIVE = """
INSERT INTO discuss_reaction (post_id, person_id, kind, at) VALUES (%(post)s, %(person)s, %(kind)s, %(at)s)
ON CONFLICT DO NOTHING
"""

_TAKE_BACK = (
    "DELETE FROM discuss_reaction WHERE post_id = %(post)s AND person_id = %(person)s AND kind = %(kind)s"
)

# A kind that nobody gives any more has no number.
_COUNT = """
UPDATE discuss_post SET reactions = CASE
  WHEN coalesce((reactions ->> %(kind)s)::int, 0) + %(step)s > 0
  THEN reactions || jsonb_build_object(%(kind)s::text, coalesce((reactions ->> %(kind)s)::int, 0) + %(step)s)
  ELSE reactions - %(kind)s END
WHERE id = %(post)s
"""


@transaction.atomic
def react(post: Post, *, by: User, kind: Response) -> Post:
    """Leave a reaction at a post. To leave the same again changes nothing, so a double click does no harm."""
    post = _locked(post)
    if post.hidden_at is not None:
        raise ValidationError(pgettext("refusal", "This post is not here any more."), code="gone")
    if _change(_GIVE, post, by, kind):
        Allowances(by).take_reaction()
        tell_of_reaction(post, by)
        _count(post, kind, 1)
    return post


@transaction.atomic
def take_back_reaction(post: Post, *, by: User, kind: Response) -> Post:
    """As if it had not been given. What is not there is taken back already."""
    post = _locked(post)
    if _change(_TAKE_BACK, post, by, kind):
        take_back_telling(post, by)
        _count(post, kind, -1)
    return post


def _locked(post: Post) -> Post:
    """The post fresh. Its topic is locked first, as by everybody who changes something in it."""
    topic = lock_topic(post.topic_id)
    return in_its_topic(Post.objects.for_actions().get(pk=post.pk), topic)


def _change(statement: str, post: Post, by: User, kind: Response) -> int:
    values: Any = {"post": post.pk, "person": by.pk, "kind": kind.value, "at": clock.now()}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def _count(post: Post, kind: Response, step: int) -> None:
    """The version of the post stays: its numbers stand beside what is kept of it."""
    values: Any = {"post": post.pk, "kind": kind.value, "step": step}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)
    post.refresh_from_db(fields=["reactions"])
    versions.bump(f"topic:{post.topic_id}")
