"""What Discuss adds to the pages of others."""

from typing import Any

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.lists.lines import lines
from space.discuss.models import Post, Topic
from space.discuss.rows import rows_html

NEWEST_POSTS, SHOWN = 50, 8


def conversations_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: where they wrote lately, as far as this reader may see it."""
    posts = Post.objects.visible_to(reader).filter(author=person).order_by("-created_at")
    topics = Topic.objects.visible_to(reader).in_lists().filter(pk__in=posts.values("topic")[:NEWEST_POSTS])
    found = lines(topics.latest_first(), reader, SHOWN)
    return {"rows": rows_html(found, reader)} if found else None
