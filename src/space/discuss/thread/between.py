"""What stands between the posts of a page: the answer, deeds, and where deleted posts stood."""

from collections import defaultdict
from typing import NamedTuple

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.discuss.thread.answer import answer_html
from space.discuss.thread.deeds import deed_html, deeds_on
from space.discuss.thread.deleted import deleted_html, deleted_on
from space.discuss.thread.moves import others_named
from space.kit.paging import Page


class Between(NamedTuple):
    """The HTML that follows the post of each number, or stands in its place where there is none.

    `tags` name other topics that it tells of, for who keeps the page.
    """

    pieces: dict[int, str]
    tags: list[str]


def between_posts(topic: Topic, page: Page, reader: Reader) -> Between:
    pieces: dict[int, str] = defaultdict(str)
    if page.number == 1 and topic.is_solved:
        pieces[1] += answer_html(topic, reader)
    for gone in deleted_on(topic, page, reader):
        pieces[gone.number] += deleted_html(gone, topic, reader)
    deeds = deeds_on(topic, page)
    others = others_named(((deed.what, deed.before, deed.after) for deed in deeds), topic, reader)
    for deed in deeds:
        pieces[deed.number] += deed_html(deed, topic, reader, others)
    return Between(pieces, [f"topic:{pk}" for pk in others])
