"""Addresses in texts, made useless to whoever collects them but not to who reads the conversation.

`thandi.dlamini@example.org` becomes `tha…@…`: at most three letters, at most half of the name, no host.
"""

import re
from collections.abc import Callable

_WRAP = r"[ \t]*(?:\n[>| \t]*)?"
_DOT = r"(?:\.|[ \t]?[(\[{<][ \t]?(?:dot|punkt|point|punto|ponto)[ \t]?[)\]}>][ \t]?|[ \t](?:dot|DOT)[ \t])"
_AT = rf"[ \t]?(?:@|＠|%40){_WRAP}|[ \t]*[(\[{{<][ \t]*(?:at|@|a|arroba|ät)[ \t]*[)\]}}>][ \t]*"
_PUNCTUATION = r"\s\x00-\x1f\x7f-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"


def _host(label: str, first: str) -> str:
    return rf"(?:(?:{label}{{1,63}}{_DOT}){{1,9}}{first}{label}+|\[?(?:\d{{1,3}}\.){{3}}\d{{1,3}}\]?)"


def _patterns(local: str, label: str, first: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An address with a sign for "at", and one with the word, in the given letters."""
    name = rf"((?<!{local}){local}++|\"[^\"\n]{{1,64}}\")"
    host = _host(label, first)
    return (
        re.compile(rf"{name}(?:{_AT}){host}", re.IGNORECASE),
        re.compile(rf"{name}{_WRAP}(?<=\s)(?:at|AT|@)(?=\s){_WRAP}{host}(?![\w/])"),
    )


_LETTER = r"[^\W\d_]"
_ANY_LABEL = rf"[^{_PUNCTUATION}!-,./:-@\[-^`{{-~]"
_SIGNED, _SPELT = _patterns("[A-Za-z0-9_.+'&=*^!#~$-]", "[A-Za-z0-9_-]", "[A-Za-z]")
_SIGNED_ANY, _SPELT_ANY = _patterns(rf"[^{_PUNCTUATION}\"(),/:;<>?@\[\\\]`{{|}}%]", _ANY_LABEL, _LETTER)
_TIGHT = re.compile(r"(?<=[<:])([^\s<>@:/]{1,80}+)@[\w.-]+(?=>)")
_SCRAMBLED = re.compile(r"(\S{1,80}+) @end[i|]ng [f|]rom \S+")
_MAILTO = re.compile(r"<?mailto:([^\s<>\"]*)>?", re.IGNORECASE)
_ANY_SIGN = re.compile(r"@|＠|%40|&#64|&#x40|[(\[{<][ \t]*(?:at|a|arroba|ät)[ \t]*[)\]}>]", re.IGNORECASE)
_ANY_WORD = re.compile(rf"\s(?:at|AT|@)(?=\s){_WRAP}{_host(_ANY_LABEL, _LETTER)}")
_PLAIN = """
    is are was were be been available located hosted found look looks looked looking it them that this these
    those and or but not page pages site website homepage repository directly here there online
"""
_PLAIN_WORDS = frozenset(_PLAIN.split())
_SITES = re.compile(r"\s(?:www|ftp|cran)\.")
_SHOWN = re.compile(r"[^\W_]+")


def mask_addresses(text: str) -> str:
    """The text with its addresses masked, also "name at host.org", "name (at) host.org" and mailto: links."""
    if "mailto:" in text.lower():
        text = _MAILTO.sub(_masked, text)
    text = _near(_ANY_SIGN, text, _without_signed)
    return _near(_ANY_WORD, text, _without_spelt)


def _near(sign: re.Pattern[str], text: str, mask: Callable[[str], str]) -> str:
    """Mask in the lines around each sign of an address only: looking at every word would take ten times as long."""
    pieces: list[str] = []
    done = 0
    for match in sign.finditer(text):
        if match.end() <= done:
            continue
        start = max(done, _line_start(text, _line_start(text, match.start()) - 1))
        end = _line_end(text, _line_end(text, match.end()))
        while (below := sign.search(text, match.end(), end)) is not None:
            match, end = below, _line_end(text, _line_end(text, below.end()))
        pieces += [text[done:start], mask(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, max(position, 0)) + 1


def _line_end(text: str, position: int) -> int:
    return (text.find("\n", position) + 1) or len(text)


def _without_signed(text: str) -> str:
    text = text.replace("&#64;", "@").replace("&#x40;", "@")
    text = _SIGNED.sub(_masked, _SCRAMBLED.sub(_masked, text))
    return _TIGHT.sub(_masked, text if text.isascii() else _SIGNED_ANY.sub(_masked, text))


def _without_spelt(text: str) -> str:
    text = _SPELT.sub(_masked_if_address, text)
    return text if text.isascii() else _SPELT_ANY.sub(_masked_if_address, text)


def mask_address(address: str) -> str:
    """One address, masked. What has no host is masked as well: who calls knows that it is an address."""
    local = re.split(r"@|＠|%40|\s", address.strip(), maxsplit=1)[0]
    match = _SHOWN.search(local.rpartition("=")[2])
    shown = match[0][: min(3, len(match[0]) // 2)] if match else ""
    return f"{shown}…@…"


def _masked(match: re.Match[str]) -> str:
    return mask_address(match[1])


def _masked_if_address(match: re.Match[str]) -> str:
    """A sentence like "available at www.example.org" holds no address."""
    if match[1].lower() in _PLAIN_WORDS or _SITES.search(match[0]):
        return match[0]
    return mask_address(match[1])
