"""What Discuss adds to the menus."""

from django.utils.translation import pgettext_lazy

from space.discuss.keys import lead_by_keys
from space.discuss.permissions import can_arrange
from space.discuss.tagging.permissions import can_arrange_tags
from space.web import menu


def register_pages() -> None:
    bookmarks, drafts = pgettext_lazy("menu", "Bookmarks"), pgettext_lazy("menu", "Drafts")
    lead_by_keys()
    menu.register("main", pgettext_lazy("menu", "Discuss"), "discuss:latest", order=20)
    menu.register("person", bookmarks, "discuss:bookmarks", order=15, icon="bookmark")
    menu.register("person", drafts, "discuss:drafts", order=16, icon="edit")
    menu.door("levels", "discuss:levels")
    menu.register("preferences", pgettext_lazy("preferences", "What you watch"), "discuss:levels", order=14)
    _register_arranging()


def _register_arranging() -> None:
    """Who looks after tags alone finds their pages from the list of all tags."""
    menu.register(
        "administration",
        pgettext_lazy("menu", "Categories"),
        "discuss:arrange_rooms",
        order=20,
        icon="speechBubbles",
        explanation=pgettext_lazy(
            "administration", "Which there are, in which order, who starts topics and who moderates."
        ),
        who=can_arrange,
    )
    menu.register(
        "administration",
        pgettext_lazy("menu", "Tags"),
        "discuss:arrange_tags",
        order=30,
        icon="tag",
        explanation=pgettext_lazy("administration", "Names, other words for them, and groups of tags."),
        who=can_arrange_tags,
    )
