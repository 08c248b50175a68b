from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import pgettext

from space.accounts import seeking, statements
from space.accounts.faces import face
from space.accounts.models import IN_DIRECTORY, Nature, User
from space.accounts.readers import NOBODY, Reader
from space.discuss.completing.found import MOST, Found
from space.discuss.models import Audience, Poster, Topic
from space.groups.naming import offered_to
from space.kit.folding import begins_a_word

# Of the people in a topic, those who wrote most are looked through.
_POSTERS = 200
# With fewer letters, only the beginnings of names are looked at: too many people have a word that begins so.
_ANY_WORD = 3
_GROUPS = 2

# Their id, name, picture, and the name as it is sorted.
Row = tuple[int, str, str, str]


def people(reader: Reader, typed: str, topic: int = 0) -> list[Found]:
    """Those who write in this topic come first, then others. Who is not in the directory is offered only there."""
    wanted = seeking.folded(typed)
    if typed.strip() and not wanted:
        return []
    here = [row for row in _in_topic(reader, topic) if begins_a_word(wanted, row[3])]
    there = _named(wanted) if wanted and len(here) < MOST else []
    writers = {row[0] for row in here}
    found = {row[0]: row for row in [*here, *there] if row[0] != reader.pk}
    named = [_found(row, row[0] in writers) for row in found.values()]
    called = _groups(reader, wanted, _group_of(reader, topic)) if wanted else []
    return [*named[: MOST - len(called)], *called]


def _group_of(reader: Reader, topic: int) -> int | None:
    """The group whose members alone read this topic."""
    if not topic or not reader.groups:
        return None
    seen = Topic.objects.visible_to(reader).filter(pk=topic, audience=Audience.GROUP)
    return seen.values_list("group", flat=True).first()


def _groups(reader: Reader, wanted: str, among: int | None) -> list[Found]:
    fitting = [
        one
        for one in offered_to(reader, among)
        if begins_a_word(wanted, seeking.folded(one.name)) or one.slug.startswith(wanted)
    ]
    note = pgettext("completion", "group: tells its members")
    return [Found("group", one.name, f"@{one.slug} ", sign="@", note=note) for one in fitting[:_GROUPS]]


def _in_topic(reader: Reader, pk: int) -> list[Row]:
    """The newest writers are not known here, so those who wrote most stand first."""
    if not pk:
        return []

    def compose(reader: Reader, pk: int) -> QuerySet[Poster, Any]:
        seen = Topic.objects.visible_to(reader).filter(pk=pk)
        writers = Poster.objects.filter(topic__in=seen, posts__gt=0, person__nature=Nature.PERSON)
        shown = ["person", "person__name", "person__picture", "person__sort_name"]
        return (
            writers.filter(person__is_active=True).order_by("-posts", "person").values_list(*shown)[:_POSTERS]
        )

    return statements.rows("people of a topic to name", reader, [pk], compose)


def _named(wanted: str) -> list[Row]:
    """Those whose name begins so, and after them those of whose names each word that was typed begins one."""
    words = seeking.asked_for(wanted) if len(wanted) >= _ANY_WORD else []

    def compose(_: Reader, wanted: str, *words: str) -> QuerySet[User, Any]:
        known, begins = User.objects.filter(IN_DIRECTORY), When(sort_name__startswith=Value(wanted), then=0)
        if words:
            known = known.filter(name_pieces__contains=[Value(word) for word in words])
            known = known.order_by(Case(begins, default=1), "sort_name", "pk")
        else:
            known = known.filter(begins.condition).order_by("sort_name", "pk")
        return known.values_list("pk", "name", "picture", "sort_name")[: MOST + 1]

    pieces = [word[: seeking.LONGEST_BEGINNING] for word in words]
    return statements.rows(("people to name", len(words)), NOBODY, [wanted, *pieces], compose)


def _found(row: Row, is_here: bool) -> Found:
    pk, name, picture, _ = row
    shown, note = face(pk, name, picture), pgettext("completion", "in this topic") if is_here else ""
    return Found(
        "person",
        name,
        f"@{name} ",
        sign=shown.initial,
        tone=shown.tone,
        picture=shown.picture,
        note=note,
    )
