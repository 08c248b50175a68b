"""A copy of a group as a file: JSON for programs, Markdown for people, one file a conversation, and what was sent.

All that its reader sees there and nothing else: no private messages, nothing that was hidden or deleted. It is written
as it is read, so that it needs no more memory for a hundred thousand posts than for ten.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import default_storage
from django.utils.translation import override, pgettext

from space.accounts.copies import listed
from space.accounts.personal import Row
from space.accounts.readers import Reader
from space.community.look import NAME
from space.groups.models import Group
from space.kit import clock
from space.membership.models import GroupDeed
from space.privacy import group_rows
from space.privacy.packing import as_json, as_markdown, put, told, write


def pack(group: Group, reader: Reader, language: str, to: Path) -> None:
    """Write the copy there, in the language of who asked for it."""
    with override(language or None), ZipFile(to, "w", ZIP_DEFLATED) as archive:
        to.chmod(0o600)
        write(archive, "README.md", _about(group))
        _conversations(archive, group, reader)
        for name, (heading, rows) in _parts(group, reader).items():
            write(archive, f"{name}.json", as_json(rows()))
            write(archive, f"{name}.md", as_markdown(heading, group.name, rows()))
        for file in group_rows.files(group, reader):
            put(
                archive,
                f"files/{file.pk}-{file.name.replace('/', '_')}",
                partial(default_storage.open, str(file.file)),
            )


def _parts(group: Group, reader: Reader) -> dict[str, tuple[str, Callable[[], Iterator[Row]]]]:
    deeds = GroupDeed.objects.filter(group=group)
    return {
        "events": (pgettext("copy of a group", "Events"), partial(group_rows.events, group, reader)),
        "stories": (pgettext("copy of a group", "Stories"), partial(group_rows.stories, group, reader)),
        "files": (pgettext("copy of a group", "Files"), partial(group_rows.about_files, group, reader)),
        "members": (pgettext("copy of a group", "Members"), partial(group_rows.members, group)),
        "history": (
            pgettext("copy of a group", "What happened to the group"),
            lambda: listed(deeds, "did", "at", "words", who="by__name", about="person__name"),
        ),
    }


def _conversations(archive: ZipFile, group: Group, reader: Reader) -> None:
    """Once for programs, a row a post; once for people, a file a topic."""
    write(archive, "conversations.json", as_json(group_rows.posts(group, reader)))
    for topic, rows in groupby(group_rows.posts(group, reader), key=lambda row: (row["topic"], row["title"])):
        write(archive, f"conversations/{topic[0]}.md", _in_words(topic[1], rows))


def _in_words(title: str, rows: Iterator[Row]) -> Iterator[str]:
    yield f"# {title}\n"
    for row in rows:
        said: dict[str, Any] = {name: row[name] for name in ("number", "by", "at", "language", "text")}
        yield f"\n## {row['number']}\n\n{told(said)}"


def _about(group: Group) -> Iterator[str]:
    said = pgettext("copy of a group", "What the group %(group)s has written on %(place)s, as of %(day)s.")
    day = clock.now().date().isoformat()
    yield f"# {said % {'group': group.name, 'place': NAME(), 'day': day}}\n\n"
    yield pgettext(
        "copy of a group",
        "It was written for the members of this group alone. Keep this file as carefully as they trust you to.",
    )
    yield "\n\n"
    yield pgettext("copy of a group", "Private messages, and what was hidden or deleted, are not in it.")
    yield "\n"
