"""A message ready to be stored: addresses masked, language known."""

from collections import Counter
from dataclasses import dataclass, field

from space.archives.keys import claim_key
from space.archives.mail.identity import fingerprint
from space.archives.mail.letters import Attachment, Author, Heading
from space.archives.mail.mailboxes import Raw
from space.archives.mail.masking import mask_addresses
from space.archives.mail.reading import read_body
from space.languages import guess
from space.languages.certain import surely

_SAMPLE = 500
_TRUSTED = 20


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


def read_letter(raw: Raw, heading: Heading, languages: "Languages") -> Letter:
    """Read a message whole."""
    content = read_body(raw)
    text = mask_addresses(content.text)
    return Letter(
        heading.author,
        heading.subject,
        text,
        languages.of(text),
        fingerprint(claim_key(heading.author.address, heading.author.name), heading.subject, text),
        heading.repairs | content.repairs,
        content.attachments,
    )


class Languages:
    """The language of each message, by its own lines; empty where that is not sure.

    What two detectors agree on is sure. Once they agreed on a language a few times in this archive, the quick one
    is believed about it: the other takes most of the time of an import.
    """

    def __init__(self, given: str = "") -> None:
        self._given = given
        self._agreed: Counter[str] = Counter()

    def of(self, text: str) -> str:
        if self._given:
            return self._given
        sample = _own_words(text)
        quick = guess(sample)
        if not quick.sure or self._agreed[quick.code] >= _TRUSTED:
            return quick.code if quick.sure else ""
        found = surely(sample)
        self._agreed[found.code] += found.sure
        return found.code if found.sure else ""


def _own_words(text: str) -> str:
    """The beginning of what the author wrote, without quotes and signature."""
    own: list[str] = []
    length = 0
    for line in text.split("\n"):
        if line.rstrip() == "--" or length > _SAMPLE:
            break
        if line and not line.startswith((">", " >", "|")):
            own.append(line)
            length += len(line)
    return "\n".join(own)[:_SAMPLE]
