"""Bytes to text, whatever the mail says about itself."""

import codecs
import re
import unicodedata

_ALIASES = {
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "unicode-1-1-utf-7": "utf-7",
    "utf8": "utf-8",
    "utf8mb4": "utf-8",
    "cp-850": "cp850",
    "big5": "big5hkscs",
}
_NO_CHARSET = re.compile(r"base64|hex|quopri|uu|rot|zip|bz2|punycode|idna|escape|undefined|mbcs|oem")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF])
_WINDOWS = bytes.maketrans(b"\x81\x8d\x8f\x90\x9d", b"?????")


def codec(charset: str) -> str | None:
    """Python's name for a charset, or None for one that nobody knows ("x-unknown", "bad-charset")."""
    name = charset.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    if not name.isascii() or _NO_CHARSET.search(name):
        return None
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def decode(data: bytes, charset: str = "") -> tuple[str, bool]:
    """The text, and whether it had to be repaired: told charset first, then UTF-8, then Windows Latin."""
    if not charset or charset.lower() in {"us-ascii", "ascii"}:
        if data.isascii() and b"\x1b" not in data:
            return data.decode("ascii"), False
        text = _tried(data, _by_looks(data))
        return (_as_windows(data), True) if text is None else (text, bool(charset))
    known = codec(charset)
    text = _tried(data, known) if known else None
    if text is not None:
        return text, False
    text = _tried(data, _by_looks(data))
    return text if text is not None else _as_told(data, known), True


def cleaned(text: str) -> str:
    """NFC, line ends as "\\n", and without the control characters that no page and no database wants."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_CONTROLS) if not text.isprintable() else text
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def _by_looks(data: bytes) -> str:
    return "iso2022_jp" if b"\x1b$" in data or b"\x1b(J" in data else "utf-8"


def _tried(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeError, ValueError, LookupError):
        return None


def _as_told(data: bytes, known: str | None) -> str:
    if known in {None, "utf-8", "cp1252", "ascii"}:
        return _as_windows(data)
    return data.decode(known, "replace")


def _as_windows(data: bytes) -> str:
    return data.translate(_WINDOWS).decode("cp1252")
