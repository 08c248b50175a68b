"""The categories in which stories, and conversations about what is not published yet, stand."""

from django.utils.translation import gettext_noop

from space.accounts.models import User
from space.discuss.actions.rooms import arrange_category
from space.discuss.models import Audience, Category, Door

STORIES, NEWSROOM = "stories", "newsroom"


def room_of_stories(by: User) -> Category:
    """Made when the first story needs it; administrators may call it as they like."""
    return _room(STORIES, by, name=gettext_noop("Stories"), who_starts=Door.NOBODY, icon="newspaper", tone=1)


def room_of_reviews(by: User) -> Category:
    """For members: nothing in it is published."""
    return _room(
        NEWSROOM,
        by,
        name=gettext_noop("Newsroom"),
        audience=Audience.MEMBERS,
        who_starts=Door.NOBODY,
        suppressed_from_latest=True,
        icon="edit",
        tone=2,
    )


def _room(slug: str, by: User, **fields: object) -> Category:
    found = Category.objects.for_actions().filter(slug=slug).first()
    return found or arrange_category(slug, by=by, **fields)
