"""From the bytes of a message to its heading and to what it says."""

import re

from space.archives.mail.authors import author_of
from space.archives.mail.charsets import cleaned
from space.archives.mail.content import read_content
from space.archives.mail.dates import date_of
from space.archives.mail.headers import Head, split_head
from space.archives.mail.identity import ids_in, own_id
from space.archives.mail.letters import BrokenMessageError, Content, Heading
from space.archives.mail.mailboxes import Raw

REFERENCES = 40
_ONLY_AN_ID = re.compile(r"\s*<[^<>\s]*\d[^<>]*>\s*$")
_TELLING = ("from", "date", "subject", "message-id", "to", "sender")


def read_heading(raw: Raw) -> Heading:
    """Who, when, about what, in answer to what. Refuses what is no message at all."""
    head, _ = split_head(raw.data)
    if not any(name in head for name in _TELLING):
        raise BrokenMessageError("no header of a message found")
    date, is_repaired = date_of(head.get("date"), raw.envelope, head.all("received"))
    author = author_of(head)
    subject = head.get("subject")
    repairs = {name for name, was in (("date", is_repaired), ("charset", head.was_repaired)) if was}
    if not author.name:
        repairs.add("author")
    message_id = own_id(head.get("message-id"))
    references, hints = _answered(head, message_id)
    return Heading(
        raw.place, message_id, references, hints, cleaned(subject), author, date, frozenset(repairs)
    )


def _answered(head: Head, message_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a message answers for sure, and what it may answer: In-Reply-To also holds addresses and prose."""
    references = [one for one in ids_in(" ".join(head.all("references"))) if one != message_id]
    answered = head.get("in-reply-to")
    hints = [one for one in ids_in(answered) if one != message_id]
    if not references and len(hints) == 1 and _ONLY_AN_ID.match(answered):
        references, hints = hints, []
    return tuple(references[-REFERENCES:]), tuple(hints)


def read_body(raw: Raw) -> Content:
    """The text of the message, still with the addresses in it, and its attachments."""
    head, body = split_head(raw.data)
    return read_content(head, body, raw.data)
