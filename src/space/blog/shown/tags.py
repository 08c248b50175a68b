"""What the tags of a story are called in the language in which it is read."""

from typing import NamedTuple

from space.blog.shown.finding import Read
from space.discuss.models import Tag
from space.languages import bcp47


class Called(NamedTuple):
    """A tag by the name that leads to it, and what it is called here."""

    name: str
    called: str
    lang: str


def called(tags: list[Tag], read: Read) -> list[Called]:
    """Asks for nothing where its translators left the names as they are."""
    names: dict[str, str] = {}
    if read.tag_names:
        known = Tag.objects.filter(pk__in=[int(pk) for pk in read.tag_names])
        names = {name: str(read.tag_names[str(pk)]) for pk, name in known.values_list("pk", "name")}
    lang = bcp47(read.language)
    return [
        Called(tag.name, names.get(tag.name, tag.name), lang if tag.name in names else "") for tag in tags
    ]
