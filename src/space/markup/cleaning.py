"""The last word on what is shown: HTML in, only harmless HTML out.

The sanitizer runs twice. First it makes well-formed, harmless HTML of whatever there is; then our
own few changes are made, which can rely on that form; then it runs again, stricter, so that a slip
of ours cannot let anything through.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import nh3

from space.markup.attributes import Filter
from space.markup.layout import IMAGE, WIDE, attributes_of, laid_out
from space.markup.plugins.tokens import SEAL, sealed
from space.markup.source import unseen_removed

_TAGS = """
    a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
_WITH_THEIR_CONTENT = """
    script style iframe object noscript template svg math title textarea select
"""
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "srcset", "sizes"},
    "ol": {"start"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_CLASSES = {
    "a": {"mention", "wiki", "task"},
    "blockquote": {"quote"},
    "details": {"noted"},
    "img": {WIDE},
    "td": {"center", "end"},
    "th": {"center", "end"},
}
OUTSIDE = "nofollow ugc noopener"

# Code runs from left to right in every language.
_ALWAYS = {"pre": {"dir": "ltr"}, "code": {"dir": "ltr"}}
# What only we write, between the two runs.
_OURS = {"a": {"rel": {OUTSIDE}}, "img": {"loading": {"lazy"}}}


@lru_cache(maxsize=8)
def _cleaner(home: str, *, strict: bool) -> nh3.Cleaner:
    prefix = "" if strict else SEAL
    classes = re.compile(rf"(?<!\S){prefix}(?:{'|'.join(sorted(set().union(*_CLASSES.values())))})(?!\S)")
    return nh3.Cleaner(
        tags=set(_TAGS.split()),
        clean_content_tags=set(_WITH_THEIR_CONTENT.split()),
        attributes=_ATTRIBUTES,
        attribute_filter=Filter(home, classes, own_images_only=strict),
        link_rel=None,
        tag_attribute_values=_OURS if strict else {},
        set_tag_attribute_values=_ALWAYS if strict else {},
        url_schemes={"http", "https", "mailto"},
        allowed_classes={tag: {prefix + name for name in names} for tag, names in _CLASSES.items()},
    )


def clean(html: str, home: str = "", headings_from: int = 3) -> str:
    """Make it harmless and ours. `home` is the site's own origin: addresses there become relative."""
    formed = unseen_removed(_cleaner(home, strict=False).clean(html))
    return sanitized(_finished(formed, headings_from).replace(SEAL, ""), home)


def sanitized(html: str, home: str = "") -> str:
    """The sanitizer alone; what `clean` gave comes out of it unchanged."""
    return _cleaner(home, strict=True).clean(html)


_HEADING = re.compile(r"(</?h)([1-6])\b")
_OUTSIDE_LINK = re.compile(r'(?<=<a )((?:[^>"]|"[^"]*")*?href="(?:https?:|mailto:))', re.IGNORECASE)
_LINK_OR_IMAGE = re.compile(rf"<a\b.*?</a>|{IMAGE.pattern}", re.DOTALL)


def _finished(html: str, headings_from: int) -> str:
    """Headings below the page's own, pictures from elsewhere as links, links that leave marked."""
    if "<h" in html:
        html = _HEADING.sub(_levels(headings_from), html)
    if "<img" in html:
        html = _LINK_OR_IMAGE.sub(_pictured, laid_out(html, sealed(WIDE)))
    return _OUTSIDE_LINK.sub(rf'rel="{OUTSIDE}" \1', html)


def _levels(first: int) -> Callable[[re.Match[str]], str]:
    """A text's headings begin at this level and go down one at a time, as who listens to them expects."""
    above: list[int] = []

    def level(found: re.Match[str]) -> str:
        typed = int(found[2])
        if not found[1].startswith("</"):
            while above and above[-1] >= typed:
                above.pop()
            above.append(typed)
        return f"{found[1]}{min(len(above) + first - 1, 6)}"

    return level


def _pictured(found: re.Match[str]) -> str:
    """A picture of ours as it is. One from elsewhere would tell its host who reads here: a link instead."""
    if found[0].startswith("<a"):
        return IMAGE.sub(lambda image: _own(image) or _words(image), found[0])
    source = attributes_of(found).get("src", "")
    if own := _own(found):
        return own
    return f'<a href="{source}">{_words(found)}</a>' if source else _words(found)


def _own(image: re.Match[str]) -> str:
    if attributes_of(image).get("src", "").startswith("/uploads/"):
        return image[0].replace("<img ", '<img loading="lazy" ', 1)
    return ""


def _words(image: re.Match[str]) -> str:
    return attributes_of(image).get("alt", "") or attributes_of(image).get("src", "")
