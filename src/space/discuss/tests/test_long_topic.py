"""A topic of ten thousand posts opens at any page like one of twenty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.discuss import rooms
from space.discuss.models import ReadMark
from space.discuss.reading import COOKIE
from space.testing.long import grow
from space.web import fragments, versions

MANY = 10_000


@pytest.fixture
def endless(topic, kofi):
    grown = grow(topic, kofi, MANY)
    first = topic.posts.get(number=1)
    topic.posts.filter(number__in=range(1000, MANY, 1000)).update(reply_to=first)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE discuss_post, discuss_topic")
    return grown


def asked(client, address):
    client.cookies.pop(COOKIE, None)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


def test_every_page_of_it_asks_the_same(endless, client, amina):
    client.force_login(amina)
    ReadMark.objects.create(person=amina, topic=endless, number=5_000)
    addresses = [f"{endless.get_absolute_url()}?page={page}" for page in (1, 2, 250, 251, 499, 500)]
    versions.ledger.hear()
    try:
        asked(client, addresses[0])
        cold = []
        for address in addresses:
            fragments._store.clear()
            rooms._store.clear()
            cold.append(len(asked(client, address)))
        assert len(set(cold)) == 1
        kept = [len(asked(client, address)) for address in addresses for _ in range(2)][1::2]
        assert set(kept) == {3}
        assert [len(asked(client, f"{address}&part=posts")) for address in addresses] == [3] * 6
    finally:
        versions.ledger.lose()


def test_no_page_of_it_walks_through_its_posts(endless, client):
    """What the database does for the last page is what it does for the first: it goes by numbers."""
    for page in (1, 250, 500):
        for sql in asked(client, f"{endless.get_absolute_url()}?page={page}"):
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (FORMAT TEXT) {sql}")
                plan = "\n".join(line for (line,) in cursor.fetchall())
            assert "Seq Scan on discuss_post" not in plan, f"{sql}\n{plan}"


def test_its_time_line_leads_through_all_of_it(endless, client):
    page = client.get(f"{endless.get_absolute_url()}?page=333").content.decode()

    for number in (1, 126, 251, 376):
        address = endless.get_absolute_url() + (f"?page={number}" if number > 1 else "")
        assert f'<a href="{address}"' in page
    assert "post 6641 of 10000" in page
