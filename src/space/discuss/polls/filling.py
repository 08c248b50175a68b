"""Polls come into a topic's page last: a kept post holds a gap where its poll stands, and most posts hold none."""

import re

from django.utils.safestring import SafeString, mark_safe

from space.accounts.requests import Request
from space.discuss.models import Topic
from space.discuss.polls.finding import polls_in
from space.discuss.polls.shown import poll_html

# No text holds this character: it is taken out when texts are stored.
_SIGN = "\x03"
_GAP = re.compile(f"{_SIGN}([0-9]+){_SIGN}")


def gap_for(post: int) -> str:
    return f"{_SIGN}{post}{_SIGN}"


def with_polls(html: SafeString, topic: Topic, request: Request) -> SafeString:
    """The posts with their polls, as this reader may see them. Where there are none it costs nothing."""
    if _SIGN not in html:
        return html
    asked = polls_in(topic, map(int, _GAP.findall(html)), request.reader)
    filled = {str(post): poll_html(one, request) for post, one in asked.items()}
    return mark_safe(_GAP.sub(lambda gap: filled.get(gap[1], ""), html))
