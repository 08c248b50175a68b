"""Runs of importers, and what they find already there."""

from collections.abc import Iterator
from typing import Any

from space.archives.models import ArchivedMessage, ImportRun
from space.discuss.models import Category, Topic
from space.kit import clock


def begin_import(category: Category, *, source: str, files: list[str]) -> ImportRun:
    return ImportRun.objects.create(category=category, source=source, files=files, started_at=clock.now())


def finish_import(run: ImportRun, report: dict[str, Any]) -> None:
    """Write down what became of the messages. A run without this was interrupted."""
    run.report, run.finished_at = report, clock.now()
    run.save(update_fields=["report", "finished_at"])


def messages_of(category: Category) -> Iterator[ArchivedMessage]:
    """Every message that the archive holds, with its post but without the text."""
    rows = ArchivedMessage.objects.for_actions().filter(category=category).select_related("post")
    return rows.defer("post__source", "post__html").iterator()


def topic_to_continue(pk: int) -> Topic:
    return Topic.objects.for_actions().get(pk=pk)
