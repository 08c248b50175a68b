"""What stands between the posts of a page: the answer, deeds, and where deleted posts stood."""

from collections import defaultdict

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.discuss.thread.answer import answer_html
from space.discuss.thread.deeds import deed_html, deeds_on
from space.discuss.thread.deleted import deleted_html, deleted_on
from space.kit.paging import Page


def between_posts(topic: Topic, page: Page, reader: Reader) -> dict[int, str]:
    """The HTML that follows the post of each number, or stands in its place where there is none."""
    pieces: dict[int, str] = defaultdict(str)
    if page.number == 1 and topic.is_solved:
        pieces[1] += answer_html(topic, reader)
    for gone in deleted_on(topic, page, reader):
        pieces[gone.number] += deleted_html(gone, topic, reader)
    for deed in deeds_on(topic, page):
        pieces[deed.number] += deed_html(deed, topic, reader)
    return pieces
