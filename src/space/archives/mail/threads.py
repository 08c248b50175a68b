"""Which messages belong together: by what they answer, and where that is not said, by subject and time.

A thread is a set, joined edge by edge, so messages that answer themselves or each other do no harm.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

WINDOW = timedelta(days=60)
_FEW = 20


@dataclass(slots=True)
class Node:
    """A message as threading sees it. `topic` is set for those that are in the database already.

    `references` count even where the message they name is missing; `hints` only where it is there.
    """

    key: str
    date: datetime
    message: str = ""
    references: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    subject: str = ""
    is_answer: bool = False
    topic: int | None = None
    parent: "Node | None" = field(default=None, repr=False)


def threads_of(nodes: Iterable[Node]) -> list[list[Node]]:
    """The threads, each in the order of its dates, with the parent of each message set where it is known."""
    ordered = sorted(nodes, key=lambda node: (node.date, node.topic is None))
    by_message = {node.message: node for node in reversed(ordered) if node.message}
    sets = _Sets()
    before: set[str] = set()
    for node in ordered:
        sets.join(node.key, node.message and f"id {node.message}", node.topic and f"topic {node.topic}")
        sets.join(node.key, *(f"id {one}" for one in node.references))
        sets.join(node.key, *(f"id {one}" for one in node.hints if one in by_message))
        node.parent = _parent(node, by_message, before)
        before.add(node.key)
    _join_by_subject(ordered, sets)
    groups: dict[str, list[Node]] = {}
    for node in ordered:
        groups.setdefault(sets.root(node.key), []).append(node)
    for group in groups.values():
        _settle_topics(group)
    return _by_topic(groups.values())


class _Sets:
    """Disjoint sets of names; joining is nearly free."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        above = self._above
        above.setdefault(name, name)
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    def join(self, name: str, *others: str | int | None) -> None:
        for other in others:
            if other:
                self._above[self.root(str(other))] = self.root(name)


def _parent(node: Node, by_message: dict[str, Node], before: set[str]) -> Node | None:
    for name in (*reversed(node.references), *node.hints):
        found = by_message.get(name)
        if found is not None and found.key in before:
            return found
    return None


def _join_by_subject(ordered: list[Node], sets: _Sets) -> None:
    """An answer that answers nothing we know joins the latest thread of its subject in the window."""
    has_marks = _has_marks(ordered)
    latest: dict[str, Node] = {}
    for node in ordered:
        if not node.subject:
            continue
        before = latest.get(node.subject)
        lacks = node.parent is None and node.topic is None and (node.is_answer or not has_marks)
        if lacks and before is not None and node.date - before.date <= WINDOW:
            sets.join(before.key, node.key)
            node.parent = before
        latest[node.subject] = node


def _has_marks(nodes: list[Node]) -> bool:
    """Some archives took "Re:" off every subject. There an equal subject is all that tells an answer."""
    answers = [node for node in nodes if node.references and node.topic is None]
    return len(answers) < _FEW or sum(node.is_answer for node in answers) * 10 > len(answers)


def _settle_topics(group: list[Node]) -> None:
    """Topics that exist are never merged: a new message goes to its parent, else to the first."""
    topics = [node.topic for node in group if node.topic is not None]
    if not topics:
        return
    for node in group:
        if node.topic is None:
            parent = node.parent
            node.topic = parent.topic if parent is not None and parent.topic is not None else topics[0]


def _by_topic(groups: Iterable[list[Node]]) -> list[list[Node]]:
    found: list[list[Node]] = []
    for group in groups:
        parts: dict[int | None, list[Node]] = {}
        for node in group:
            parts.setdefault(node.topic, []).append(node)
        found.extend(parts.values())
    return found
