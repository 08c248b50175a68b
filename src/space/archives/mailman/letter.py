"""A message ready to be stored: addresses masked, language known."""

from dataclasses import dataclass, field

from space.archives.keys import claim_key
from space.archives.mail.identity import fingerprint
from space.archives.mail.letters import Attachment, Author, Heading
from space.archives.mail.mailboxes import Raw
from space.archives.mail.masking import mask_addresses
from space.archives.mail.reading import read_body

_SAMPLE = 800


@dataclass(slots=True)
class Letter:
    """What a message says, without any address."""

    author: Author
    subject: str
    text: str
    language: str
    fingerprint: str
    repairs: frozenset[str]
    attachments: list[Attachment] = field(default_factory=list)


def read_letter(raw: Raw, heading: Heading, language: str = "") -> Letter:
    """Read a message whole. `language` is the one to take for all; without it each is guessed."""
    content = read_body(raw)
    text = mask_addresses(content.text)
    return Letter(
        heading.author,
        heading.subject,
        text,
        language or language_of(text),
        fingerprint(claim_key(heading.author.address, heading.author.name), heading.subject, text),
        heading.repairs | content.repairs,
        content.attachments,
    )


def language_of(text: str) -> str:
    """The language in which a mail was written, by its own lines; empty where that is not sure."""
    from space.languages.certain import surely

    own: list[str] = []
    length = 0
    for line in text.split("\n"):
        if line.rstrip() == "--" or length > _SAMPLE:
            break
        if line and not line.startswith((">", " >", "|")):
            own.append(line)
            length += len(line)
    found = surely("\n".join(own)[:_SAMPLE])
    return found.code if found.sure else ""
