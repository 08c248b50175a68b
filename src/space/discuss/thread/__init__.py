"""The posts of a topic's page."""

from space.discuss.thread.away import Away, away_from
from space.discuss.thread.between import between_posts
from space.discuss.thread.marks import Mark, first_posts, marks_on
from space.discuss.thread.posts import posts_html, told_of

__all__ = ["Away", "Mark", "away_from", "between_posts", "first_posts", "marks_on", "posts_html", "told_of"]
