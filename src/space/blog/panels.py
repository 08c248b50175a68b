"""What writing adds to pages of the newsroom."""

from space.blog.editions import panel
from space.web import panels


def register_panels() -> None:
    """Called once, from `ready()`."""
    panels.register("story-desk", order=10, partial="blog/_editions.html", content=panel)
