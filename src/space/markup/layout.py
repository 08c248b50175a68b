"""How large a picture is shown: its writer says so at the end of its words, as in `![A door|wide](upload:12)`."""

import re

WIDE = "wide"
IMAGE = re.compile(r'<img\b(?:[^>"]|"[^"]*")*>')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_SAID = re.compile(r"\s*\|\s*wide\s*$", re.IGNORECASE)


def laid_out(html: str, name: str = WIDE) -> str:
    """Clean HTML in which a class of the picture says it, and its words no longer do. Done twice it is as once."""
    return IMAGE.sub(lambda image: _marked(image, name), html) if "|" in html else html


def attributes_of(image: re.Match[str]) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(image[0]))


def _marked(image: re.Match[str], name: str) -> str:
    words = attributes_of(image).get("alt", "")
    bare = _SAID.sub("", words)
    if bare == words:
        return image[0]
    return image[0].replace(f' alt="{words}"', f' alt="{bare}"').replace("<img ", f'<img class="{name}" ', 1)
