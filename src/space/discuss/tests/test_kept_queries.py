"""Lists and pages of topics come from queries that are composed once: each reader still sees their own."""

import pytest

from space.accounts.readers import NOBODY, Reader, reader_of
from space.discuss.lists.lines import lines, lines_of
from space.discuss.lists.wanted import Wanted
from space.discuss.models import Post, Topic
from space.discuss.thread import marks_on
from space.groups.actions import admit, found_group
from space.kit.paging import Page

EVERYBODY = ["nobody", "amina", "lena", "kofi", "rosa", "viktor", "stranger"]


@pytest.fixture
def stranger(db, lena):
    """Belongs to as many groups as Kofi does, but to another one."""
    admit(found_group(slug="others", name="Others", by=None), lena)
    return lena


@pytest.fixture
def readers(request) -> list[Reader]:
    people = [request.getfixturevalue(name) for name in EVERYBODY]
    return [person if person is NOBODY else reader_of(person) for person in people]


def test_a_list_is_what_its_queryset_gives_to_every_reader(readers, topic, secret):
    for reader in readers:
        topics = Topic.objects.visible_to(reader).in_latest().latest_first()
        assert lines_of(Wanted(), reader, 5) == lines(topics, reader, 5)
        older = topics.before(topic.last_posted_at, topic.pk)
        since = (topic.last_posted_at, topic.pk)
        assert lines_of(Wanted(after=since), reader, 5) == lines(older, reader, 5)


def test_a_closed_groups_category_is_empty_for_everybody_else(readers, kofi, secret):
    for reader in readers:
        found = lines_of(Wanted(categories=(secret.category_id, 0)), reader, 5)
        assert [line.pk for line in found] == ([secret.pk] if reader.pk == kofi.pk else [])


def test_a_page_shows_the_posts_that_the_reader_may_read(readers, topic, secret):
    for reader in readers:
        for one in (topic, secret):
            posts = Post.objects.visible_to(reader).filter(topic=one).in_order()
            page = Page.asked("1", size=20, total=1)
            assert [mark.pk for mark in marks_on(one, page, reader)] == [post.pk for post in posts]
