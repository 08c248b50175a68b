"""A page about this place becomes a post that people edit."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_noop

from space.accounts.models import User
from space.discuss.actions.rooms import arrange_category
from space.discuss.actions.turns import one_after_the_other
from space.discuss.actions.wiki import make_wiki
from space.discuss.actions.writing import open_topic
from space.discuss.models import Category, Door, Post
from space.discuss.text import compose
from space.pages.models import Page
from space.pages.wiki.texts import Kind
from space.web import versions

ROOM = "about-this-place"


@transaction.atomic
def begin_page(kind: Kind, language: str, *, by: User) -> Post:
    """The post that holds this page from now on; its first version is the text that comes with Space.

    Beginning it again gives the one that there is.
    """
    one_after_the_other("pages")
    page = Page.objects.select_related("topic").filter(name=kind.name, language=language).first()
    if page is None:
        page = _begin(kind, language, by)
        versions.bump("pages")
    return Post.objects.for_actions().select_related("topic__category").get(topic=page.topic_id, number=1)


def _begin(kind: Kind, language: str, by: User) -> Page:
    with translation.override(language):
        title = str(kind.title)
    author = User.objects.system()
    text = compose(kind.ours(language).source, by=author, language=language)
    topic = open_topic(_room(by), by=author, title=title, text=text)
    make_wiki(Post.objects.for_actions().get(topic=topic, number=1), by=author)
    return Page.objects.create(name=kind.name, language=language, topic=topic)


def _room(by: User) -> Category:
    """Everybody reads it. Moderators change it, until an administrator opens it to members."""
    found = Category.objects.for_actions().filter(slug=ROOM).first()
    return found or arrange_category(
        ROOM,
        by=by,
        name=gettext_noop("About this place"),
        description=gettext_noop("The pages of this place, as people here keep them, with their history."),
        language="en",
        who_starts=Door.NOBODY,
        who_replies=Door.MODERATORS,
        suppressed_from_latest=True,
        icon="info",
        tone=9,
    )
