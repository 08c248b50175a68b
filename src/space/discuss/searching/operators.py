"""The operators that know what stands in Discuss: where something stands, how it is tagged, who wrote it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts import seeking
from space.accounts.former import formerly
from space.accounts.models import IN_DIRECTORY, Nature, User
from space.accounts.readers import Reader
from space.discuss.models import Post, Tag, Topic
from space.discuss.rooms import categories
from space.discuss.searching import offers
from space.discuss.searching.asked import ASKED
from space.discuss.searching.choices import register_choices
from space.discuss.searching.lengths import LENGTH
from space.discuss.tagging.wanted import alike, tag_name
from space.kit.folding import folded
from space.search.grammar.narrowing import any_of, one_of, where
from space.search.grammar.operators import Given, Operator, register
from space.search.grammar.sentences import listed, named
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question

_Carried = Topic.tags.through


def register_operators() -> None:
    for operator in (CATEGORY, TAG, BY, ASKED, LENGTH, TOPIC):
        register(operator)
    register_choices()


def _read_rooms(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    """By the word in its address, else by its name; with those below it. Costs no query where they are kept."""
    seen = categories(reader)
    by_name = {folded(room.name): room for room in reversed(seen)}
    by_slug = {room.slug: room for room in seen}
    found = {word: by_slug.get(word.lower()) or by_name.get(folded(word)) for word in typed}
    return {
        word: Value(room.slug, (room.pk, *(one.pk for one in seen if one.parent_id == room.pk)))
        for word, room in found.items()
        if room
    }


def _no_room(typed: str, reader: Reader) -> str:
    names = {folded(name): room.slug for room in categories(reader) for name in (room.slug, room.name)}
    near = get_close_matches(folded(typed), names, 2, cutoff=0.6)
    begun = [name for name in names if name.startswith(folded(typed))]
    slugs = list(dict.fromkeys(names[name] for name in (*begun, *near)))[:3]
    if slugs:
        text = pgettext("filter problem", "There is no category %(value)s. Did you mean %(near)s?")
        return text % {"value": named(typed), "near": listed(slugs)}
    text = pgettext("filter problem", "There is no category %(value)s.")
    return text % {"value": named(typed)}


def _rooms_of(given: Given) -> list[int]:
    return list(dict.fromkeys(pk for room in given.means for pk in room))


CATEGORY = Operator(
    name="category",
    spoken=pgettext_lazy("filter name", "category"),
    label=pgettext_lazy("filter", "In a category, and those below it"),
    example="help",
    read=_read_rooms,
    wrong=_no_room,
    offer=offers.rooms,
    choices=offers.all_rooms,
    topics=lambda given: any_of([Q(category__in=_rooms_of(given))], without=given.without),
    question=lambda asked, given: one_of(asked, "places", "place", _rooms_of(given), without=given.without),
    order=10,
)


def _read_tags(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    """As they are called today: a synonym is what it stands for."""
    names = {word: tag_name(word) for word in typed}
    seen = Tag.objects.visible_to(reader).filter(name__in=names.values())
    today = Coalesce("stands_for__name", "name"), Coalesce("stands_for", "pk")
    found = {own: Value(name, pk) for own, name, pk in seen.values_list("name", *today)}
    return {word: found[name] for word, name in names.items() if name in found}


def _no_tag(typed: str, reader: Reader) -> str:
    near = alike(tag_name(typed))
    if near:
        text = pgettext("filter problem", "There is no tag %(value)s. Did you mean %(near)s?")
        return text % {"value": named(typed), "near": listed(near)}
    text = pgettext("filter problem", "There is no tag %(value)s.")
    return text % {"value": named(typed)}


def _tagged(given: Given) -> Q:
    carried = _Carried.objects.filter(topic=OuterRef("pk"), tag__in=list(given.means))
    return any_of([Q(Exists(carried))], without=given.without)


def _ask_tags(asked: "Question", given: Given) -> "Question":
    """One is a tag that all must have; of several with commas between them, any."""
    if len(given.means) == 1 and not given.without:
        return replace(asked, tags=(*asked.tags, *given.means))
    return where(asked, [Q(tags__overlap=list(given.means))], without=given.without)


TAG = Operator(
    name="tag",
    spoken=pgettext_lazy("filter name", "tag"),
    label=pgettext_lazy("filter", "With a tag; several times, with all of them"),
    example="wikidata",
    also=("tags",),
    read=_read_tags,
    wrong=_no_tag,
    offer=offers.tags,
    topics=_tagged,
    question=_ask_tags,
    order=20,
)


def _read_people(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    """By the exact name of an account, else by one name that is spelt so but for case, accents and marks."""
    plain = {word: seeking.folded(word) for word in typed}
    wanted = [name for name in plain.values() if name]
    wrote = Exists(Post.objects.visible_to(reader).filter(author=OuterRef("pk")))
    people = User.objects.filter(Q(name__in=typed) | Q(sort_name__in=wanted) & IN_DIRECTORY)
    known = people.filter(Q(nature=Nature.PERSON) | wrote).values_list("pk", "name", "sort_name")
    exact = {name: Value(name, pk) for pk, name, _ in known}
    spelt: dict[str, list[Value]] = {}
    for pk, name, sort_name in known:
        spelt.setdefault(sort_name, []).append(Value(name, pk))
    found = {word: exact.get(word) or _only(spelt.get(plain[word], [])) for word in typed}
    before = formerly([word for word, value in found.items() if value is None])
    found |= {word: Value(person.name, person.pk) for word, person in before.items()}
    return {word: value for word, value in found.items() if value}


def _only(found: list[Value]) -> Value | None:
    return found[0] if len(found) == 1 else None


def _no_person(typed: str, reader: Reader) -> str:
    near = [one.value for one in offers.people(typed, reader)][:3]
    if near:
        text = pgettext("filter problem", "There is nobody called just %(value)s. Did you mean %(near)s?")
        return text % {"value": named(typed), "near": listed(near)}
    text = pgettext(
        "filter problem",
        "There is nobody called %(value)s. Write the name of an account, in quotes if it has spaces.",
    )
    return text % {"value": named(typed)}


BY = Operator(
    name="by",
    spoken=pgettext_lazy("filter name", "by"),
    label=pgettext_lazy("filter", "Written by somebody; in lists, begun by them"),
    example='"Amina K"',
    also=("author", "from"),
    read=_read_people,
    wrong=_no_person,
    offer=offers.people,
    topics=lambda given: any_of([Q(author__in=list(given.means))], without=given.without),
    question=lambda asked, given: one_of(asked, "authors", "author", given.means, without=given.without),
    order=25,
)


def _read_topics(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    """By their numbers, as in their addresses."""
    numbers = {word: int(word) for word in typed if word.isdecimal() and len(word) < 19}
    seen = set(Topic.objects.visible_to(reader).filter(pk__in=numbers.values()).values_list("pk", flat=True))
    return {word: Value(str(pk), pk) for word, pk in numbers.items() if pk in seen}


def _no_topic(typed: str, reader: Reader) -> str:
    text = pgettext(
        "filter problem", "There is no topic %(value)s. Write its number, as it stands in its address."
    )
    return text % {"value": named(typed)}


def _ask_topic(asked: "Question", given: Given) -> "Question":
    if len(given.means) == 1 and not given.without and not asked.topic:
        return replace(asked, topic=given.means[0])
    return where(asked, [Q(topic__in=list(given.means))], without=given.without)


TOPIC = Operator(
    name="topic",
    spoken=pgettext_lazy("filter name", "topic"),
    label=pgettext_lazy("filter", "Inside of one topic, by its number"),
    example="7",
    read=_read_topics,
    wrong=_no_topic,
    topics=lambda given: any_of([Q(pk__in=list(given.means))], without=given.without),
    question=_ask_topic,
    offered=False,
    order=80,
)
