"""Topics of many posts, made at once: for what is about their pages, not about their writing."""

from datetime import timedelta

from space.accounts.models import User
from space.discuss.actions.recounting import recount
from space.discuss.models import Post, Topic


def grow(topic: Topic, by: User, to: int, *, apart: timedelta = timedelta(hours=8), html: str = "") -> Topic:
    """The topic with posts up to this number, each so long after the one before, and all numbers right."""
    first, there = topic.posts.get(number=1), Topic.objects.for_actions().get(pk=topic.pk).highest_number
    told = html or "<p>Look twice, then ask who wrote the card, and when, and for whom.</p>" * 3
    posts = (
        Post(
            topic=topic,
            number=number,
            author=by,
            source="Look twice.",
            html=f"<p>Thought {number}.</p>{told}",
            renderer=1,
            language="en",
            created_at=first.created_at + apart * number,
        )
        for number in range(there + 1, to + 1)
    )
    Post.objects.bulk_create(posts, batch_size=2000)
    recount()
    grown = Topic.objects.for_actions().filter(pk=topic.pk)
    grown.update(last_posted_at=first.created_at + apart * to)
    return grown.get()
