"""What is offered while one types the value of a filter: only what this reader may know of."""

from space.accounts.readers import Reader
from space.discuss import completing
from space.discuss.rooms import categories
from space.discuss.rooms import rooms as rooms_of
from space.discuss.tagging.known import known_tags
from space.kit.fields import one_line
from space.kit.folding import begins_a_word, folded
from space.languages import bcp47
from space.search.grammar.operators import Offer

_MOST = 8
_STEP = "\u00a0\u00a0\u00a0"


def rooms(typed: str, reader: Reader) -> list[Offer]:
    wanted = folded(one_line(typed))
    found = [
        room
        for room in categories(reader)
        if begins_a_word(wanted, folded(room.name)) or room.slug.startswith(wanted)
    ]
    return [
        Offer(room.slug, room.name, kind="category", tone=room.tone, lang=bcp47(room.language))
        for room in found[:_MOST]
    ]


def all_rooms(reader: Reader) -> list[Offer]:
    """In the order of pages, in two levels."""
    found = rooms_of(reader)
    named = [
        pair for one in found for pair in ((one.category, ""), *((room, _STEP) for room in one.children))
    ]
    return [Offer(room.slug, f"{step}\u2068{room.name}\u2069", key=room.slug) for room, step in named]


def tags(typed: str, reader: Reader) -> list[Offer]:
    """Before anything is typed, those that most topics carry."""
    wanted = one_line(typed).lstrip("#")
    if not wanted:
        often = sorted(known_tags.get(), key=lambda tag: (-tag.topics, tag.name))[:_MOST]
        return [Offer(tag.name, kind="tag", sign="#") for tag in often]
    return [Offer(one.name, kind="tag", sign="#", note=one.note) for one in completing.tags(wanted)]


def people(typed: str, reader: Reader) -> list[Offer]:
    if not typed.strip():
        return []
    return [
        Offer(one.name, kind="person", sign=one.sign, tone=one.tone, picture=one.picture)
        for one in completing.people(reader, typed)
    ]
