"""The first page: its blocks, their order, and what is one's own."""

import pytest
from django.urls import reverse

from space.administration.actions import change_setting
from space.administration.texts import said
from space.discuss.actions import write_reply
from space.discuss.actions.reading import follow_topic
from space.discuss.models import Level
from space.pages.front.blocks import BLOCKS, ORDER
from space.pages.wording import NOTE

SETTING = reverse("administration:setting", args=["home_blocks"])


def places(page: str, *words: str) -> list[int]:
    return [page.index(word) for word in words]


def test_administrators_order_the_blocks_and_hide_some(client, ada, topic):
    client.force_login(ada)
    chosen = {f"place_{name}": "" for name in BLOCKS} | {"place_communities": "1", "place_conversations": "2"}
    assert client.post(SETTING, {**chosen, "seen": ""}).status_code == 302
    assert ORDER() == ("communities", "conversations")
    history = client.get(SETTING).content.decode()
    assert "Where people talk, Lively conversations" in history
    assert "(&#x27;" not in history

    client.logout()
    page = client.get("/?lang=en").content.decode()
    assert places(page, "Where people talk", "Lively conversations") == sorted(
        places(page, "Where people talk", "Lively conversations")
    )
    assert "Ask a question" not in page
    assert page.count("<h1") == 1


def test_a_word_of_the_community_stands_there_in_the_languages_that_have_one(client, ada):
    change_setting(NOTE, {"fr": said("fr", "**Concours** de photos", rich=True)}, by=ada)
    assert "<strong>Concours</strong>" in client.get("/?lang=fr").content.decode()
    assert "Concours" not in client.get("/?lang=ar").content.decode()


def test_who_has_signed_in_sees_first_what_waits_for_them(client, lena, kofi, topic):
    follow_topic(topic, by=lena, level=Level.WATCHING)
    write_reply(topic, by=kofi, text="There is one more.")
    client.force_login(lena)
    page = client.get("/").content.decode()
    assert "1 unread topic" in page
    assert places(page, "For you", "Ask a question") == sorted(places(page, "For you", "Ask a question"))


@pytest.mark.parametrize("who", ["nobody", "viktor"])
def test_for_who_has_no_account_or_is_suspended_there_is_nothing_of_their_own(client, request, who, topic):
    person = request.getfixturevalue(who)
    if person.pk:
        client.force_login(person)
    assert "For you" not in client.get("/").content.decode()


def test_an_order_that_names_what_is_no_block_any_more_keeps_the_rest():
    assert ORDER.kind.loaded(["calls", "weather", "welcome"]) == ("calls", "welcome")
