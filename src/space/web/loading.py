"""Templates are written to be read; what only makes them readable is not sent.

Indent as you like: a line break between two tags, HTML or Django's, is not sent, nor is its indentation. Where a
space is wanted between inline elements, write it inside a line. Inside a tag, between attributes, a line break is
one space. Text and values keep their white space. Lines that Django counts in its errors are those that are left.
"""

import re
from pathlib import Path

from django.template import Origin
from django.template.loaders import app_directories

import space

_OURS = Path(space.__file__).parent
_DJANGO = r"{%[^\n]*?%} | {{[^\n]*?}} | {\#[^\n]*?\#}"
_VALUE = rf"\"(?: {_DJANGO} | [^\"] )*+\" | '(?: {_DJANGO} | [^'] )*+'"
_HTML = rf"</?[a-zA-Z!] (?: {_DJANGO} | {_VALUE} | [^>\"'] )*+ >"
# These stay as they are to the last blank: sentences are looked up in the catalogues by their exact words.
_WHOLE = r"""
    {%\s*(?P<block>blocktrans(?:late)?|comment|verbatim)\b .*? {%\s*end(?P=block)\b [^\n]*? %}
  | <(?P<element>pre|textarea)(?=[\s>]) .*? </(?P=element)\s*>
  | <!-- .*? -->
"""
_ANOTHER = r"{[%{\#] | </?[a-zA-Z!] | \Z"
_TAGS = re.compile(
    rf"(?: (?P<whole> {_WHOLE} | {_DJANGO} ) | (?P<html> {_HTML} ) ) (?: \s*\n\s* (?= {_ANOTHER} ) )?",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTES = re.compile(rf"(?P<kept> {_DJANGO} | {_VALUE} ) | \s*\n\s*", re.VERBOSE)


def tightened(source: str) -> str:
    return _TAGS.sub(lambda tag: tag["whole"] or _on_one_line(tag["html"]), source)


def _on_one_line(tag: str) -> str:
    return _ATTRIBUTES.sub(lambda part: part["kept"] or " ", tag)


class Loader(app_directories.Loader):
    """Finds templates in the apps, and tightens the pages of ours. Mails and other apps are left alone."""

    def get_contents(self, origin: Origin) -> str:
        source: str = super().get_contents(origin)
        path = Path(origin.name)
        return tightened(source) if path.suffix == ".html" and path.is_relative_to(_OURS) else source
