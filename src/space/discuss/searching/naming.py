"""What search calls what is ours: on facets, on pills, in the bar."""

from collections.abc import Mapping, Sequence

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Tag, Topic
from space.discuss.rooms import categories
from space.discuss.tagging.known import known_tags
from space.languages import bcp47
from space.search import naming
from space.search.naming import Named


def register_names() -> None:
    naming.facet("place", pgettext_lazy("facet", "Category"), "category", _rooms, order=20)
    naming.facet("tag", pgettext_lazy("facet", "Tag"), "tag", _tags, order=30, every=True)
    naming.thing("topic", pgettext_lazy("search", "In this topic"), _topics_called)
    naming.thing("category", pgettext_lazy("search", "In this category"), _rooms_called)
    naming.thing("tag", pgettext_lazy("search", "With this tag"), _tags_called)
    conversations = pgettext_lazy("species", "Conversations")
    naming.species("conversation", conversations, "speechBubbles", order=10)
    naming.species("question", pgettext_lazy("species", "Questions"), "help", order=11)
    naming.species("archive", pgettext_lazy("species", "Archives"), "archive", order=40)
    naming.species("category", pgettext_lazy("species", "Categories"), "listBullet", order=60)
    naming.species("tag", pgettext_lazy("species", "Tags"), "tag", order=61)


def _rooms(pks: Sequence[int], reader: Reader) -> Mapping[int, Named]:
    return {
        one.pk: Named(one.name, one.slug, bcp47(one.language) if one.language else "", one.tone)
        for one in categories(reader)
        if one.pk in pks
    }


def _rooms_called(slugs: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    return {one.slug: Named(one.name, one.slug) for one in categories(reader) if one.slug in slugs}


def _tags(pks: Sequence[int], reader: Reader) -> Mapping[int, Named]:
    """Nearly always those that everybody knows; who is a member may know of others, and of new ones."""
    names = {tag.pk: tag.name for tag in known_tags.get()}
    others = [pk for pk in pks if pk not in names]
    if others:
        names |= dict(Tag.objects.visible_to(reader).filter(pk__in=others).values_list("pk", "name"))
    return {pk: Named(f"#{names[pk]}", names[pk]) for pk in pks if pk in names}


def _tags_called(names: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    return {name: Named(f"#{name}", name) for name in names}


def _topics_called(pks: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    known = [int(pk) for pk in pks if pk.isdecimal() and len(pk) < 19]
    found = Topic.objects.visible_to(reader).filter(pk__in=known).values_list("pk", "title")
    return {str(pk): Named(title, str(pk)) for pk, title in found}
