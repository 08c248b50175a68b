"""Who wrote: a name and an address from a From header, also from pipermail's "name at host (Full Name)"."""

import re

from space.archives.mail.headers import Head, decoded
from space.archives.mail.letters import Author
from space.archives.mail.masking import mask_address, mask_addresses

NAME_LENGTH = 80
_ANGLE = re.compile(r"^(.*?)<([^<>]*)>[^<>]*$", re.DOTALL)
_PAREN = re.compile(r"^([^()]*?)\((.*)\)[^()]*$", re.DOTALL)
_AT = re.compile(r"\s*(?:\bat\b|\(at\)|\[at\]|@ ?end[i|]ng [f|]rom)\s*", re.IGNORECASE)
_VIA = re.compile(r"\s+(?:via|par|über)\s+[^@]+$", re.IGNORECASE)
_QUOTES = "\"'“”„«» \t"


def author_of(head: Head) -> Author:
    """The author by From, else Sender, else Reply-To; without any of them name and address are empty."""
    for field in ("from", "sender", "reply-to", "return-path"):
        if (value := head.raw(field)) and (author := read_author(value)).address:
            return author
    return read_author(head.raw("from"))


def read_author(value: str) -> Author:
    """Name and address out of a header value that may still hold encoded words."""
    name, address = _parted(value)
    address = _plain_address(decoded(address))
    name = _VIA.sub("", decoded(name.strip(_QUOTES)).strip(_QUOTES))
    name = re.sub(r"\s+", " ", name.replace("\\", "")).strip()
    if not name or name.lower().replace(" at ", "@") == address:
        return Author(mask_address(address) if address else "", address)
    return Author(mask_addresses(name)[:NAME_LENGTH].strip(), address)


def _parted(value: str) -> tuple[str, str]:
    if match := _ANGLE.match(value):
        return match[1], match[2]
    if match := _PAREN.match(value):
        return match[2], match[1]
    if "@" in value or _AT.search(value):
        return "", value
    return value, ""


def _plain_address(address: str) -> str:
    address = _AT.sub("@", address.strip(_QUOTES), count=1)
    return re.sub(r"\s+", "", address.split(",")[0]).lower().removeprefix("mailto:")[:254]
