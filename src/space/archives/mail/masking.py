"""Addresses in texts, made useless to whoever collects them but not to who reads the conversation.

`thandi.dlamini@example.org` becomes `tha…@…`: at most three letters, at most half of the name, no host.
"""

import re

_WRAP = r"[ \t]*(?:\n[>| \t]*)?"
_DOT = r"(?:\.|[ \t]?[(\[{<][ \t]?(?:dot|punkt|point|punto|ponto)[ \t]?[)\]}>][ \t]?|[ \t](?:dot|DOT)[ \t])"
_AT = rf"[ \t]?(?:@|＠|%40|&#64;|&#x40;){_WRAP}|[ \t]*[(\[{{<][ \t]*(?:at|@|a|arroba|ät)[ \t]*[)\]}}>][ \t]*"
_PUNCTUATION = r"\s\x00-\x1f\x7f-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"


def _patterns(local: str, label: str, first: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An address with a sign for "at", and one with the word, in the given letters."""
    name = rf"((?<!{local}){local}++|\"[^\"\n]{{1,64}}\")"
    host = rf"(?:(?:{label}{{1,63}}{_DOT}){{1,9}}{first}{label}+|\[?(?:\d{{1,3}}\.){{3}}\d{{1,3}}\]?)"
    return (
        re.compile(rf"{name}(?:{_AT}){host}", re.IGNORECASE),
        re.compile(rf"{name}{_WRAP}(?<=\s)(?:at|AT|@)(?=\s){_WRAP}{host}(?![\w/])"),
    )


_SIGNED, _SPELT = _patterns("[A-Za-z0-9_.+'&=*^!#~$-]", "[A-Za-z0-9_-]", "[A-Za-z]")
_SIGNED_ANY, _SPELT_ANY = _patterns(
    rf"[^{_PUNCTUATION}\"(),/:;<>?@\[\\\]`{{|}}%]", rf"[^{_PUNCTUATION}!-,./:-@\[-^`{{-~]", r"[^\W\d_]"
)
_TIGHT = re.compile(r"(?<=[<:])([^\s<>@:/]{1,80}+)@[\w.-]+(?=>)")
_SCRAMBLED = re.compile(r"(\S{1,80}+) @end[i|]ng [f|]rom \S+")
_MAILTO = re.compile(r"<?mailto:([^\s<>\"]*)>?", re.IGNORECASE)
_ANY_SIGN = re.compile(r"@|＠|%40|&#64|&#x40|[(\[{<][ \t]*(?:at|a|arroba|ät)[ \t]*[)\]}>]", re.IGNORECASE)
_ANY_WORD = re.compile(r"\s(?:at|AT|@)\s")
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
    is_ascii = text.isascii()
    if _ANY_SIGN.search(text):
        text = _SCRAMBLED.sub(_masked, text)
        text = _SIGNED.sub(_masked, text)
        text = text if is_ascii else _SIGNED_ANY.sub(_masked, text)
        text = _TIGHT.sub(_masked, text)
    if _ANY_WORD.search(text):
        text = _SPELT.sub(_masked_if_address, text)
        text = text if is_ascii else _SPELT_ANY.sub(_masked_if_address, text)
    return text


def mask_address(address: str) -> str:
    """One address, masked. What has no host is masked as well: who calls knows that it is an address."""
    local = re.split(r"@|＠|%40|\s", address.strip(), maxsplit=1)[0]
    match = _SHOWN.search(local)
    shown = match[0][: min(3, len(match[0]) // 2)] if match else ""
    return f"{shown}…@…"


def _masked(match: re.Match[str]) -> str:
    return mask_address(match[1])


def _masked_if_address(match: re.Match[str]) -> str:
    """A sentence like "available at www.example.org" holds no address."""
    if match[1].lower() in _PLAIN_WORDS or _SITES.search(match[0]):
        return match[0]
    return mask_address(match[1])
