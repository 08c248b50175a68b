"""By what a message is known: its Message-ID, hashed as Mailman does, and a fingerprint of what it says."""

import base64
import hashlib
import re

_ID = re.compile(r"<([^<>]+)>")
_BARE_ID = re.compile(r"[^\s<>\"',;()]+@[^\s<>\"',;()]+")


def message_key(message_id: str) -> str:
    """Mailman's Message-ID-Hash (base32 of SHA-1): whoever knows the Message-ID can make the link."""
    digest = hashlib.sha1(message_id.encode("utf-8", "replace"), usedforsecurity=False).digest()
    return base64.b32encode(digest).decode("ascii")


def fingerprint(author: str, subject: str, text: str) -> str:
    """The same for two copies of one message, however they came: spaces and quoting marks do not count."""
    letters = re.sub(r"[\s>]+", "", text)
    parts = "\0".join((author, re.sub(r"\s+", "", subject), letters))
    return hashlib.blake2b(parts.encode("utf-8", "replace"), digest_size=16).hexdigest()


def ids_in(value: str) -> tuple[str, ...]:
    """The Message-IDs of a References or Message-ID header, each once, in order; "a at b" means "a@b"."""
    value = value.replace(" at ", "@")
    found = [re.sub(r"\s+", "", one) for one in _ID.findall(value)] or _BARE_ID.findall(value)
    return tuple(dict.fromkeys(one for one in found if one))


def own_id(value: str) -> str:
    """The Message-ID out of its header, or an empty text when there is none."""
    return (ids_in(value) or (re.sub(r"[\s<>]+", "", value),))[0][:500]
