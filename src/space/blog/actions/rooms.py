"""The categories in which stories, and conversations about what is not published yet, stand."""

from space.accounts.models import User
from space.discuss.actions.rooms import ROOMS, make_category
from space.discuss.actions.turns import one_after_the_other
from space.discuss.models import Audience, Category, Door

STORIES, NEWSROOM = "stories", "newsroom"


def room_of_stories(by: User) -> Category:
    """Made when the first story needs it; administrators may call it as they like."""
    return _room(
        STORIES,
        by,
        name="Stories",
        description="Everything the Blog has published, each with its conversation.",
        icon="newspaper",
        tone=1,
    )


def room_of_reviews(by: User) -> Category:
    """For members: nothing in it is published."""
    return _room(
        NEWSROOM,
        by,
        name="Newsroom",
        description="Beside each story on its way: what its writers and its reviewers say to each other.",
        audience=Audience.MEMBERS,
        suppressed_from_latest=True,
        icon="edit",
        tone=2,
    )


def _room(slug: str, by: User, **fields: object) -> Category:
    """Of two first stories at once the second finds what the first made."""
    there = Category.objects.for_actions().filter(slug=slug)
    if found := there.first():
        return found
    one_after_the_other(ROOMS)
    return there.all().first() or make_category(slug, by=by, who_starts=Door.NOBODY, language="en", **fields)
