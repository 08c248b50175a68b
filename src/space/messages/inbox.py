"""The lists of one's private conversations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.lists.lines import Line, lines
from space.discuss.models import Audience, Participant, Post, ReadMark, Topic
from space.discuss.models.topic_queries import TopicQuerySet
from space.discuss.numbers import TOPICS_PER_PAGE
from space.groups.models import Group
from space.kit.paging import moment_and_id, moment_in_address

INBOX, SENT, ARCHIVE, REQUESTS = "inbox", "sent", "archive", "requests"
BOXES: dict[str, str | Promise] = {
    INBOX: pgettext_lazy("messages", "Inbox"),
    SENT: pgettext_lazy("messages", "Sent"),
    ARCHIVE: pgettext_lazy("messages", "Archive"),
    REQUESTS: pgettext_lazy("messages", "Requests"),
}
# Longer than anybody searches for.
_WORDS_AT_MOST = 100


@dataclass(frozen=True)
class Box:
    """What is looked for: which box, in which group, with which words, after which place."""

    name: str = INBOX
    group: Group | None = None
    words: str = ""
    after: tuple[datetime, int] | None = None

    SIZE: ClassVar = TOPICS_PER_PAGE

    @classmethod
    def asked(cls, query: Mapping[str, str], groups: list[Group]) -> "Box":
        name = query.get("box", INBOX)
        group = next((one for one in groups if one.slug == query.get("group")), None)
        words = " ".join(query.get("q", "").split())[:_WORDS_AT_MOST]
        return cls(name if name in BOXES else INBOX, group, words, moment_and_id(query.get("before", "")))

    def url(self, **other: str) -> str:
        said = {
            "box": "" if self.name == INBOX else self.name,
            "group": self.group.slug if self.group else "",
            "q": self.words,
        } | other
        query = urlencode({name: value for name, value in said.items() if value})
        return reverse("messages:inbox") + (f"?{query}" if query else "")

    def found(self, reader: Reader) -> tuple[list[Line], str]:
        """The lines of this page, and where the next one is."""
        topics = _in_box(_mine(reader), self.name, reader)
        if self.group:
            through = Participant.objects.filter(topic=OuterRef("pk"), group=self.group)
            topics = topics.filter(Exists(through))
        if self.words:
            topics = topics.filter(_says(self.words, reader))
        if self.after:
            topics = topics.before(*self.after)
        size = self.SIZE()
        shown = lines(topics.latest_first(), reader, size + 1)
        last = shown[size - 1] if len(shown) > size else None
        older = self.url(before=moment_in_address(last.last_posted_at, last.pk)) if last else ""
        return _with_unread(shown[:size], reader), older


def tabs(box: Box, reader: Reader) -> list[dict[str, Any]]:
    """The boxes. How many conversations have something new stands at the inbox, how many wait at the requests."""
    counts = {INBOX: unread(reader), REQUESTS: _in_box(_mine(reader), REQUESTS, reader).count()}
    return [
        {
            "label": label,
            "url": Box(name).url(),
            "current": box.name == name,
            "count": counts.get(name, 0),
            "hot": name == INBOX,
        }
        for name, label in BOXES.items()
        if name != REQUESTS or counts[REQUESTS] or box.name == REQUESTS
    ]


def unread(reader: Reader) -> int:
    """In how many conversations of the inbox something is new."""
    read = ReadMark.objects.filter(
        topic=OuterRef("pk"), person=reader.pk, number__gte=OuterRef("last_number")
    )
    return _in_box(_mine(reader), INBOX, reader).filter(~Exists(read)).count()


def groups_written_to(reader: Reader) -> list[Group]:
    """Groups of the reader with private conversations that the reader is in."""
    mine = _mine(reader).values("pk")
    through = Participant.objects.filter(topic__in=mine, group=OuterRef("pk"))
    seen = Group.objects.visible_to(reader).filter(Exists(through), pk__in=reader.groups)
    return list(seen.order_by("name"))


def _mine(reader: Reader) -> TopicQuerySet:
    return Topic.objects.visible_to(reader).filter(audience=Audience.PEOPLE)


def _in_box(topics: TopicQuerySet, name: str, reader: Reader) -> TopicQuerySet:
    mine = Participant.objects.filter(topic=OuterRef("pk"), person=reader.pk)
    if name == SENT:
        return topics.filter(author=reader.pk)
    if name == REQUESTS:
        return topics.filter(Exists(mine.filter(waits=True)))
    return topics.filter(Exists(mine.filter(waits=False, archived=name == ARCHIVE)))


def _says(words: str, reader: Reader) -> Q:
    """Each word stands in the title or in one post that the reader may read."""
    said = Q()
    for word in words.split()[:8]:
        posts = Post.objects.visible_to(reader).filter(topic=OuterRef("pk"), source__icontains=word)
        said &= Q(title__icontains=word) | Q(Exists(posts))
    return said


def _with_unread(found: list[Line], reader: Reader) -> list[Line]:
    """Whoever takes part wants to know what is new, whatever else they said of the topic."""
    rows = Participant.objects.filter(topic__in=[one.pk for one in found], person=reader.pk)
    since = dict(rows.values_list(F("topic"), "since"))
    return [_marked(line, since.get(line.pk, 1)) for line in found]


def _marked(line: Line, since: int) -> Line:
    read = max(line.read or 0, since - 1)
    new = line.last_posted_at if read < line.last_number else None
    return line._replace(read=read, unread_at=new)
