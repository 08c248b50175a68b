"""Threads become topics: those that exist are continued, new ones begin with their first message."""

from django.utils.translation import override, pgettext

from space.archives.actions import topic_to_continue
from space.archives.mail.masking import mask_addresses
from space.archives.mail.subjects import common_tag, title_of
from space.archives.mail.threads import Node
from space.archives.mailman.letter import Letter
from space.archives.mailman.report import Report
from space.discuss.models import Audience, Category, Kind, Topic
from space.discuss.text import slug_of


class Topics:
    """The topic of each message. A new one exists in memory until its first message is stored."""

    def __init__(self, category: Category, list_name: str, subjects: list[str]) -> None:
        self._category = category
        self._tag = common_tag(subjects) or list_name
        self._known: dict[int, Topic] = {}
        self._fresh: dict[int, Topic] = {}
        with override(category.language or "en"):
            self._untitled = pgettext("archive", "No subject")

    def of(self, node: Node, thread: int, letter: Letter, report: Report) -> Topic:
        """The topic for a message of the thread with this number."""
        if node.topic is not None:
            return self._continued(node.topic, report)
        topic = self._fresh.get(thread)
        if topic is None:
            topic = self._fresh[thread] = self._new(node, letter)
            report.threads += 1
        topic.last_posted_at = max(topic.last_posted_at, node.date)
        return topic

    def _continued(self, pk: int, report: Report) -> Topic:
        if pk not in self._known:
            self._known[pk] = topic_to_continue(pk)
            report.threads_continued += 1
        return self._known[pk]

    def _new(self, node: Node, letter: Letter) -> Topic:
        title = mask_addresses(title_of(letter.subject, self._tag)) or self._untitled
        return Topic(
            category=self._category,
            kind=Kind.ARCHIVED,
            audience=Audience(self._category.audience),
            group=self._category.group,
            listed=self._category.in_latest,
            title=title,
            slug=slug_of(title),
            language=letter.language or self._category.language,
            created_at=node.date,
            last_posted_at=node.date,
        )
