"""What search says, byte for byte, does not depend on what its reader may not see."""

import re

import pytest
from django.db import connection
from django.test import Client

from space.discuss.actions import start_topic
from space.limits.models import Bucket
from space.search.actions import survey

# Of each: results, numbers and facets; spelling; a filter that narrows to nothing; what comes at once; a feed.
ASKED = [
    "/search/?q=harvest",
    "/search/?q=harvset",
    "/search/?q=harvest+lang:fr",
    "/search/?q=harvest+kind:archive",
    "/search/?q=kind:conversation",
    "/search/?q=harvest&page=2",
    "/search/instant?q=harv",
    "/search.atom?q=harvest",
    "/search.json?q=harvest",
]
OURS = "The harvest festival and its pictures"
TOKEN = re.compile(r'value="[A-Za-z0-9]{64}"')


@pytest.fixture
def readers(lena, viktor):
    clients = {"nobody": Client(), "member": Client(), "suspended": Client()}
    clients["member"].force_login(lena)
    clients["suspended"].force_login(viktor)
    return clients


def told(readers):
    Bucket.objects.all().delete()
    return {(who, page): said(client.get(page)) for who, client in readers.items() for page in ASKED}


def survey_again():
    """What a survey keeps for its own time is there until the test ends."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS read_words")
    survey()


def said(answer):
    return TOKEN.sub("", answer.content.decode())


def test_what_search_says_does_not_depend_on_what_one_may_not_see(readers, questions, hideout, lena, kofi):
    start_topic(questions, by=lena, title=OURS, text="Of a harvest in spring.", language="en")
    survey()
    before = told(readers)
    for number in range(3):
        Bucket.objects.all().delete()
        start_topic(
            hideout, by=kofi, title=f"Harvest {number}", text="La récolte: harvset, harvests.", language="fr"
        )
    survey_again()

    after = told(readers)

    assert {at for at in before if before[at] != after[at]} == set()
    assert "<mark>" in before["nobody", ASKED[0]]


def test_who_may_see_it_is_told_of_it(client, hideout, kofi):
    start_topic(hideout, by=kofi, title="Harvest of the circle", text="Ours alone.", language="fr")
    client.force_login(kofi)

    assert all(
        "of the circle" in client.get(page).content.decode() for page in (ASKED[0], ASKED[6], ASKED[7])
    )
