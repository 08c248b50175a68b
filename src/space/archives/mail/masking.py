"""Addresses in texts, made useless to whoever collects them but not to who reads the conversation.

`thandi.dlamini@example.org` becomes `tha…@…`: at most three letters, at most half of the name, never the host.
"""

import re

_DOT = r"(?:\.|[ \t]?[(\[{<][ \t]?(?:dot|punkt|point|punto|ponto)[ \t]?[)\]}>][ \t]?|[ \t](?:dot|DOT)[ \t])"
_LETTERS = r"[\w.+'&=*^!#~$-]"
_LOCAL = rf"(?:(?<!{_LETTERS}){_LETTERS}++|\"[^\"\n]{{1,64}}\")"
_WRAP = r"[ \t]*(?:\n[>| \t]*)?"
_HOST = rf"(?:(?:[\w-]{{1,63}}{_DOT}){{1,9}}[^\W\d_][\w-]+|\[?(?:\d{{1,3}}\.){{3}}\d{{1,3}}\]?)"
_SIGN = re.compile(
    rf"({_LOCAL})(?:[ \t]?(?:@|＠|%40|&#64;|&#x40;){_WRAP}"
    rf"|[ \t]*[(\[{{<][ \t]*(?:at|@|a|arroba|ät)[ \t]*[)\]}}>][ \t]*){_HOST}",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"(?<=[<:])([^\s<>@:/]{1,80}+)@[\w.-]+(?=>)")
_SPELT = re.compile(rf"({_LOCAL}){_WRAP}(?<=\s)(?:at|AT|@)(?=\s){_WRAP}{_HOST}(?![\w/])")
_SCRAMBLED = re.compile(r"(\S{1,80}+) @end[i|]ng [f|]rom \S+")
_MAILTO = re.compile(r"<?mailto:([^\s<>\"]*)>?", re.IGNORECASE)
_ANY_SIGN = re.compile(r"@|＠|%40|&#64|&#x40|[(\[{<][ \t]*(?:at|a|arroba|ät)[ \t]*[)\]}>]", re.IGNORECASE)
_PLAIN_WORDS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "available",
        "located",
        "hosted",
        "found",
        "look",
        "looks",
        "looked",
        "looking",
        "it",
        "them",
        "that",
        "this",
        "these",
        "those",
        "and",
        "or",
        "but",
        "not",
        "page",
        "pages",
        "site",
        "website",
        "homepage",
        "repository",
        "directly",
        "here",
        "there",
        "online",
    ]
)
_SHOWN = re.compile(r"[^\W_]+")


def mask_addresses(text: str) -> str:
    """The text with every mail address in it masked, also "name at host.org", "name (at) host" and mailto: links."""
    if "mailto:" in text or "MAILTO:" in text:
        text = _MAILTO.sub(lambda match: mask_address(match[1]), text)
    if _ANY_SIGN.search(text):
        text = _SCRAMBLED.sub(_masked, text)
        text = _SIGN.sub(_masked, text)
        text = _TIGHT.sub(_masked, text)
    if " at" in text or "at " in text or " AT" in text or "@ " in text:
        text = _SPELT.sub(_masked_if_address, text)
    return text


def mask_address(address: str) -> str:
    """One address, masked. What has no host is masked as well, since who calls knows that it is an address."""
    local = re.split(r"@|＠|%40|\s", address.strip(), maxsplit=1)[0]
    match = _SHOWN.search(local)
    shown = match[0][: min(3, len(match[0]) // 2)] if match else ""
    return f"{shown}…@…"


def _masked(match: re.Match[str]) -> str:
    return mask_address(match[1])


def _masked_if_address(match: re.Match[str]) -> str:
    """ "Available at www.example.org" is a sentence, not an address."""
    if match[1].lower() in _PLAIN_WORDS or re.search(r"\s(?:www|ftp|cran|lists)\.", match[0]):
        return match[0]
    return mask_address(match[1])
