"""Compression of what we make ourselves; static files are compressed once, at build."""

import gzip
import re

import brotli

# Below this, a frame on the wire costs as much as it saves.
_SMALL = 500
_REFUSED = re.compile(r"q\s*=\s*0(\.0*)?")


def chosen_encoding(accepted: str) -> str:
    """`br`, `gzip` or nothing, from Accept-Encoding. A refusal (`br;q=0`) is heeded."""
    offers = (part.partition(";") for part in accepted.lower().split(","))
    taken = {name.strip() for name, _, weight in offers if not _REFUSED.fullmatch(weight.strip())}
    return next((name for name in ("br", "gzip") if name in taken), "")


def encoded(body: bytes, encoding: str, *, often: bool = False) -> bytes:
    """The body in that encoding, or itself where there is nothing to win.

    What will be sent `often` is worth the effort. For one person's page of 50 kB the effort is 0.9 ms
    instead of 0.1 ms of ours, to spare 2 kB.
    """
    if len(body) < _SMALL or not encoding:
        return body
    if encoding == "br":
        return bytes(brotli.compress(body, quality=5 if often else 1, mode=brotli.MODE_TEXT))
    return gzip.compress(body, compresslevel=6 if often else 1, mtime=0)
