"""Where a post stands in its topic's pages."""

from space.discuss.models import Topic
from space.discuss.numbers import POSTS_PER_PAGE


def place_of(topic: Topic, number: int) -> str:
    """Its page, and on it the post."""
    page = (number - 1) // POSTS_PER_PAGE() + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{topic.get_absolute_url()}{query}#p{number}"
