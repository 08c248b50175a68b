"""The body of a message: the text that people should read, and the files that came along."""

import binascii
import re
from email import message_from_bytes
from email.message import Message

from space.archives.mail.authors import author_of
from space.archives.mail.charsets import cleaned, decode
from space.archives.mail.flowed import unflowed
from space.archives.mail.headers import Head, decoded, split_head
from space.archives.mail.html_text import text_of_html
from space.archives.mail.letters import Attachment, Content

TEXT_LENGTH = 500_000
# A patch or a log that came as a file is read with the message, if it is not too long.
TEXT_FILE_LENGTH = 30_000
DEPTH = 12
_UU = re.compile(
    r"^begin [0-7]{3,4} (\S[^\n]{0,200})\n((?:[ -`]{1,62}\n)*?)(?:[` ]?\n)?end[ \t]*$", re.MULTILINE
)
_PLAIN = frozenset({"text/plain", "text/enriched", "message/delivery-status"})
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}


def read_content(head: Head, body: bytes, data: bytes) -> Content:
    """Text and files of a message; what cannot be taken apart is shown as the text that it is."""
    content = Content()
    try:
        message = _parsed(head, body, data)
        _take(message, content, 0)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError):
        content = Content(repairs={"structure"})
        text, _ = decode(body)
        content.text = cleaned(text)
    content.text = _without_uuencoded(content.text.strip("\n"), content)
    if len(content.text) > TEXT_LENGTH:
        content.text = content.text[:TEXT_LENGTH]
        content.repairs.add("length")
    return content


def _parsed(head: Head, body: bytes, data: bytes) -> "Message[str, str]":
    """Only what has parts goes through the parser of the standard library: it is slow, most mail has none."""
    declared = head.raw("content-type").lower()
    if declared.startswith(("multipart", "message")):
        return message_from_bytes(data)
    message: Message[str, str] = Message()
    for field in ("content-type", "content-transfer-encoding", "content-disposition"):
        if value := head.raw(field):
            message[field] = value
    message.set_payload(body.decode("ascii", "surrogateescape"))
    return message


def _take(part: "Message[str, str]", content: Content, depth: int) -> None:
    kind = part.get_content_type()
    if depth > DEPTH:
        content.repairs.add("structure")
    elif part.is_multipart():
        _take_parts(part, kind, content, depth)
    elif kind.startswith("multipart/"):
        _take_unparted(part, content)
    elif _is_text(part, kind):
        _add(content, _text(part, kind, content))
    elif kind.startswith("text/") and kind != "text/html" and len(_bytes(part)) <= TEXT_FILE_LENGTH:
        _add(content, f"[{_name(part)}]\n\n{_text(part, kind, content)}")
    elif kind not in _SIGNATURES:
        _attach(part, kind, content)


def _take_parts(part: "Message[str, str]", kind: str, content: Content, depth: int) -> None:
    if kind == "multipart/alternative":
        _take_best(_children(part), content, depth)
    elif kind == "message/rfc822":
        _take_forwarded(part, content, depth)
    else:
        for child in _children(part):
            _take(child, content, depth + 1)


def _children(part: "Message[str, str]") -> "list[Message[str, str]]":
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _take_best(parts: "list[Message[str, str]]", content: Content, depth: int) -> None:
    """One of several forms of the same: the first that has plain text, else the last that says anything."""
    readings: list[Content] = []
    for part in sorted(parts, key=lambda part: part.get_content_type() != "text/plain"):
        reading = Content()
        _take(part, reading, depth + 1)
        readings.append(reading)
        if reading.text.strip():
            break
    for reading in readings:
        _add(content, reading.text)
        content.attachments.extend(reading.attachments)
        content.repairs |= reading.repairs


def _take_forwarded(part: "Message[str, str]", content: Content, depth: int) -> None:
    """A message within the message: who, when and about what, then what it says."""
    for inner in _children(part):
        head = _head_of(inner)
        lines = [f"Date: {head.get('date')}", f"Subject: {head.get('subject')}"]
        if "from" in head:
            lines.insert(0, f"From: {author_of(head).name}")
        reading = Content()
        _take(inner, reading, depth + 1)
        body = "\n".join([*lines, "", *reading.text.strip("\n").split("\n")])
        _add(content, "\n".join(f"> {line}".rstrip() for line in body.split("\n")))
        content.attachments.extend(reading.attachments)
        content.repairs |= reading.repairs


def _head_of(inner: "Message[str, str]") -> Head:
    fields = [f"{name}: {inner.get(name)}\n" for name in ("From", "Date", "Subject") if inner.get(name)]
    return split_head("".join(fields).encode("utf-8", "surrogateescape"))[0]


def _take_unparted(part: "Message[str, str]", content: Content) -> None:
    """A "multipart" in which no parts were found: its text as it stands."""
    text, _ = decode(_bytes(part))
    content.repairs.add("structure")
    _add(content, cleaned(text))


def _is_text(part: "Message[str, str]", kind: str) -> bool:
    named = bool(_name(part))
    if part.get_content_disposition() == "attachment":
        return False
    if kind == "text/html":
        return not named or part.get_content_disposition() == "inline"
    return kind in _PLAIN or (kind.startswith("text/") and not named)


def _text(part: "Message[str, str]", kind: str, content: Content) -> str:
    text, repaired = decode(_bytes(part), _parameter(part, "charset"))
    if repaired:
        content.repairs.add("charset")
    text = cleaned(text)
    if kind == "text/html":
        return text_of_html(text)
    if kind == "text/enriched":
        return re.sub(r"<[^<>\n]{1,60}>", "", text.replace("<<", "<"))
    if _parameter(part, "format").lower() == "flowed":
        return unflowed(text, delsp=_parameter(part, "delsp").lower() == "yes")
    return text


def _add(content: Content, text: str) -> None:
    if text.strip():
        content.text = f"{content.text.rstrip()}\n\n{text.strip(chr(10))}" if content.text.strip() else text


def _attach(part: "Message[str, str]", kind: str, content: Content) -> None:
    data = _bytes(part)
    if data:
        content.attachments.append(Attachment(_name(part) or "attachment", kind, data))


def _bytes(part: "Message[str, str]") -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, binascii.Error, KeyError, UnicodeError):
        data = None
    if isinstance(data, bytes):
        return data
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _parameter(part: "Message[str, str]", name: str) -> str:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    if isinstance(value, tuple):
        return value[2]
    return value.strip() if isinstance(value, str) else ""


def _name(part: "Message[str, str]") -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, AttributeError, TypeError):
        name = ""
    name = cleaned(decoded(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")))
    return re.sub(r"\s+", " ", re.split(r"[/\\]", name)[-1]).strip()[:120]


def _without_uuencoded(text: str, content: Content) -> str:
    if "\nend" not in text or "begin " not in text:
        return text

    def take(match: re.Match[str]) -> str:
        try:
            data = b"".join(binascii.a2b_uu(line) for line in match[2].split("\n") if line.strip())
        except binascii.Error:
            return match[0]
        content.attachments.append(Attachment(match[1].strip()[:120], "application/octet-stream", data))
        return ""

    return _UU.sub(take, text)
