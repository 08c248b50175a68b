from typing import Any

from django.urls import reverse

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.pages.models import Page
from space.pages.wiki.actions import ROOM
from space.pages.wiki.texts import KINDS


def page_of_topic(topic: Topic, reader: Reader) -> dict[str, Any] | None:
    """Says of a topic that it is a page about this place, and leads there. Asks only in the category of pages."""
    if topic.category is None or topic.category.slug != ROOM:
        return None
    page = Page.objects.filter(topic=topic.pk).first()
    if page is None or page.name not in KINDS:
        return None
    return {"title": KINDS[page.name].title, "url": f"{reverse(f'pages:{page.name}')}?lang={page.language}"}
