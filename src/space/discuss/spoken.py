"""Which languages a row or the head of a topic names."""

from django.utils.translation import get_language, npgettext

from space.discuss.models import Topic
from space.languages import autonym, bcp47, mark

# More are counted: a row has one line for them.
_AT_MOST = 3


def spoken(topic: Topic) -> list[dict[str, str]]:
    """All that are spoken there where they are several; one alone only if it is not that of the page."""
    codes = [code for code in topic.languages if code]
    if len(codes) < 2 and all(bcp47(code) == get_language() for code in codes):
        return []
    shown = [{**mark(code)._asdict(), "name": autonym(code)} for code in codes[:_AT_MOST]]
    more = len(codes) - _AT_MOST
    if more > 0:
        said = npgettext("languages", "%(n)d more", "%(n)d more", more) % {"n": more}
        shown.append({"lang": get_language() or "", "dir": "auto", "name": said})
    return shown
