"""What search engines are shown: what nobody in particular may see, but for what asks to be left out."""

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from space.accounts.readers import NOBODY
from space.blog.models import Edition
from space.blog.models.editions import EditionQuerySet
from space.discuss.models import Category, Topic
from space.discuss.models.topic_queries import TopicQuerySet
from space.events.models import Event
from space.events.models.events import EventQuerySet
from space.pages.help.shelf import NAMES


class Topics(Sitemap):  # type: ignore[type-arg]
    limit = 5000
    protocol = settings.SCHEME

    def items(self) -> TopicQuerySet:
        seen = Topic.objects.visible_to(NOBODY).in_lists().filter(category__noindex=False)
        return seen.only("pk", "slug", "last_posted_at").order_by("pk")

    def lastmod(self, topic: Topic) -> datetime:
        return topic.last_posted_at


class Stories(Sitemap):  # type: ignore[type-arg]
    """Each in every language in which it is read."""

    limit = 5000
    protocol = settings.SCHEME

    def items(self) -> EditionQuerySet:
        shown = Edition.objects.shown_to(NOBODY).filter(story__topic__unlisted=False)
        return shown.select_related("story", "shown").order_by("pk")

    def lastmod(self, edition: Edition) -> datetime | None:
        return edition.shown.at if edition.shown else None


class Events(Sitemap):  # type: ignore[type-arg]
    limit = 5000
    protocol = settings.SCHEME

    def items(self) -> EventQuerySet:
        seen = Event.objects.visible_to(NOBODY).in_lists().filter(topic__category__noindex=False)
        return seen.select_related("topic").order_by("pk")

    def lastmod(self, event: Event) -> datetime:
        return event.changed_at


class Categories(Sitemap):  # type: ignore[type-arg]
    protocol = settings.SCHEME

    def items(self) -> list[Category]:
        return list(Category.objects.visible_to(NOBODY).filter(noindex=False).in_order())


class Doors(Sitemap):  # type: ignore[type-arg]
    protocol = settings.SCHEME

    def items(self) -> list[str]:
        pages = ["pages:home", "pages:guidelines", "pages:about", "pages:privacy", "pages:contact"]
        return [*pages, "blog:home", "discuss:latest", "discuss:categories", "discuss:tags"]

    def location(self, name: str) -> str:
        return reverse(name)


class Help(Sitemap):  # type: ignore[type-arg]
    protocol = settings.SCHEME

    def items(self) -> list[str]:
        return ["", *NAMES]

    def location(self, name: str) -> str:
        return reverse("pages:help_page", args=[name]) if name else reverse("pages:help")


ALL = {
    "doors": Doors,
    "help": Help,
    "categories": Categories,
    "topics": Topics,
    "stories": Stories,
    "events": Events,
}
