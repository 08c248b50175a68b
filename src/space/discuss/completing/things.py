from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from space.accounts import statements
from space.accounts.readers import NOBODY, Reader
from space.discuss.completing.found import MOST, Found, link
from space.discuss.models import Tag, Topic
from space.discuss.rooms import categories
from space.kit.fields import one_line
from space.kit.folding import Folded, begins_a_word, folded, in_order_of_signs

_CATEGORIES = 4


def categories_and_tags(reader: Reader, typed: str) -> list[Found]:
    wanted = folded(one_line(typed))
    rooms = [room for room in categories(reader) if begins_a_word(wanted, folded(room.name))][:_CATEGORIES]
    named = [
        Found("category", room.name, f"{link(room.name, room.get_absolute_url())} ", tone=room.tone)
        for room in rooms
    ]
    return [*named, *tags(typed)][:MOST]


def tags(typed: str) -> list[Found]:
    """Tags that a public topic carries. Who types a synonym is offered what it stands for."""
    found = _by_name(one_line(typed).lower())
    return [
        Found(
            "tag", name, f"{link(f'#{name}', reverse('discuss:tag', args=[name]))} ", sign="#", note=typed_as
        )
        for name, typed_as in dict.fromkeys((name, "" if name == own else own) for own, name in found)
    ]


def _by_name(typed: str) -> list[tuple[str, str]]:
    """The names that begin so, each with the name of the tag that is meant."""
    if not typed:
        return []

    def compose(_: Reader, typed: str) -> QuerySet[Tag, Any]:
        public = (
            Topic.objects.visible_to(NOBODY)
            .in_lists()
            .filter(Q(tags=OuterRef("pk")) | Q(tags=OuterRef("stands_for")))
        )
        named = Tag.objects.alias(by_name=in_order_of_signs("name"))
        begins = named.filter(Exists(public), by_name__startswith=Folded(Value(typed)))
        return begins.order_by("by_name").values_list("name", Coalesce("stands_for__name", "name"))[:MOST]

    return statements.rows("tags by name", NOBODY, [typed], compose)
