"""From the bytes of a message to its heading and to what it says."""

from space.archives.mail.authors import author_of
from space.archives.mail.charsets import cleaned
from space.archives.mail.content import read_content
from space.archives.mail.dates import date_of
from space.archives.mail.headers import Head, split_head
from space.archives.mail.identity import ids_in, own_id
from space.archives.mail.letters import BrokenMessageError, Content, Heading
from space.archives.mail.mailboxes import Raw

REFERENCES = 40
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
    references = ids_in(" ".join(head.all("references")))
    answered = head.get("in-reply-to")
    message_id = own_id(head.get("message-id"))
    return Heading(
        raw.place,
        message_id,
        tuple(one for one in references[-REFERENCES:] if one != message_id),
        tuple(one for one in ids_in(answered) if one != message_id),
        cleaned(subject),
        author,
        date,
        frozenset(repairs),
    )


def read_body(raw: Raw) -> Content:
    """The text of the message, still with the addresses in it, and its attachments."""
    head, body = split_head(raw.data)
    return read_content(head, body, raw.data)


__all__ = ["Head", "read_body", "read_heading"]
