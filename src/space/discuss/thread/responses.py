"""The reactions under a post: how many of each kind, one's own pressed, and the choice of others.

A bar is kept by its numbers and by which of them are the reader's own, with gaps for what names the post.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Post, Reaction, Response, Topic
from space.discuss.permissions import can_react
from space.discuss.rows import short
from space.discuss.thread.addresses import Addresses
from space.discuss.thread.marks import Mark
from space.web import fragments

ICONS = {
    Response.THANKS: "heart",
    Response.USEFUL: "lightbulb",
    Response.APPLAUSE: "hand",
    Response.STAR: "star",
}
# What each says of a post.
MEANINGS = {
    Response.THANKS: pgettext_lazy("reaction", "I am glad that you wrote this"),
    Response.USEFUL: pgettext_lazy("reaction", "I can use this"),
    Response.APPLAUSE: pgettext_lazy("reaction", "Well done"),
    Response.STAR: pgettext_lazy("reaction", "One of the best things here"),
}
_NUMBER, _REACT, _WHO = "\x03", "\x04", "\x05"


class Bar(NamedTuple):
    """All that one bar shows, but for what names the post."""

    counted: tuple[tuple[str, int], ...]
    own: tuple[str, ...]
    # Kinds that are shown although nobody gave them.
    also: tuple[str, ...] = ()
    may: bool = False


def bars(topic: Topic, marks: Iterable[Mark], reader: Reader, addresses: Addresses) -> dict[int, str]:
    """The bars of these posts, by the ids of the posts."""
    asked = Post(topic=topic)
    wanted: dict[int, tuple[int, Bar]] = {}
    for mark in marks:
        asked.author_id = mark.author_id
        wanted[mark.pk] = (
            mark.number,
            _bar(mark.reactions, mark.mine, reader.is_authenticated and bool(can_react(reader, asked))),
        )
    made = fragments.kept(
        "reactions", {bar for _, bar in wanted.values()}, _build, language=get_language() or ""
    )
    return {pk: _filled(made[bar], number, addresses) for pk, (number, bar) in wanted.items()}


def bar_of(
    post: Post, reader: Reader, also: Iterable[str] = (), *, refused: Any = "", focus: bool = False
) -> SafeString:
    """The bar of one post alone, with these kinds whether they were given or not.

    With `focus` the keyboard goes on at the first that is new in it.
    """
    own = Reaction.objects.filter(post=post, person=reader.pk).values_list("kind", flat=True)
    bar = _bar(post.reactions, tuple(own), bool(can_react(reader, post)), tuple(also))
    return mark_safe(_filled(_html(bar, refused, focus=focus), post.number, Addresses(post.topic)))


def _bar(counted: Mapping[str, int], own: tuple[str, ...], may: bool, also: tuple[str, ...] = ()) -> Bar:
    numbers = tuple((kind.value, counted[kind]) for kind in Response if kind in counted)
    # Where nobody has left anything yet, one press is enough to say thanks.
    also = also or (() if numbers else (Response.THANKS.value,))
    return Bar(numbers, tuple(sorted(own)), also if may else (), may)


def _build(missing: list[Bar]) -> dict[Bar, str]:
    return {bar: _html(bar) for bar in missing}


def _html(bar: Bar, refused: Any = "", *, focus: bool = False) -> str:
    counted = dict(bar.counted)
    shown = [kind for kind in Response if kind in counted or kind in bar.also]
    fresh = next((kind for kind in shown if kind not in counted), None) if focus else None
    context = {
        "number": _NUMBER,
        "react_url": _REACT,
        "who_url": _WHO,
        "may": bar.may,
        "pills": [_pill(kind, counted.get(kind, 0), kind in bar.own, kind == fresh) for kind in shown],
        "is_all": len(shown) == len(Response),
        "refused": refused,
    }
    return render_to_string("discuss/_reactions.html", {"bar": context})


def _pill(kind: Response, count: int, is_mine: bool, takes_focus: bool) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "icon": ICONS[kind],
        "label": kind.label,
        "says": MEANINGS[kind],
        "count": short(count) if count else "",
        "mine": is_mine,
        "takes_focus": takes_focus,
    }


def _filled(html: str, number: int, addresses: Addresses) -> str:
    if not html:
        return ""
    html = html.replace(_REACT, addresses.of("react", number)).replace(
        _WHO, addresses.of("reactions", number)
    )
    return html.replace(_NUMBER, str(number))
