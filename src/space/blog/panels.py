"""What stands on the desk of a story beside its steps."""

from space.blog.credits.shelf import on_desk
from space.blog.editions import panel
from space.web import panels


def register_panels() -> None:
    """Called once, from `ready()`."""
    panels.register("story-desk", order=10, partial="blog/_editions.html", content=panel)
    panels.register("story-desk", order=40, partial="blog/pictures/_desk.html", content=on_desk)
