"""What files hang on in Discuss."""

from space.discuss.models import Post, Revision
from space.uploads.registry import hangs_on


def register_hanging() -> None:
    """Called once, when everything is there."""
    hangs_on(Post, Post.objects.visible_to)
    hangs_on(Revision, Revision.objects.visible_to)
