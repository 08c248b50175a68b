"""Each picture has a page of its own: there it is seen big, and pictures in texts lead there."""

import re

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

# In HTML that came out of the sanitizer: a value never passes for a tag.
_TAG = re.compile(r'<(/?)(a|img)\b((?:[^>"]|"[^"]*")*)>')
_OURS = re.compile(r'\bsrc="/uploads/(\d{1,15})/')


def page_of(upload: int) -> str:
    return reverse("uploads:kept", args=[upload])


def leading(image: SafeString, upload: int) -> SafeString:
    """An image that leads to its page."""
    return format_html('<a class="picture" href="{}">{}</a>', page_of(upload), image)


def with_pages(html: str) -> str:
    """A text in which pictures of ours lead to their pages, but for those that its writer lets lead elsewhere."""
    if "<img" not in html:
        return html
    pieces, after, within = [], 0, False
    for tag in _TAG.finditer(html):
        if tag[2] == "a":
            within = not tag[1]
        elif not within and (ours := _OURS.search(tag[3])):
            page = page_of(int(ours[1]))
            pieces += [html[after : tag.start()], f'<a class="picture" href="{page}">{tag[0]}</a>']
            after = tag.end()
    return "".join([*pieces, html[after:]])
