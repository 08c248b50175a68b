"""What is offered while one writes a filter: in every script, and only what the reader may know of."""

import pytest

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import arrange_category, start_topic
from space.limits.actions import Limit
from space.limits.here import forget_here
from space.search import completion
from space.search.completion import COMPLETIONS
from space.search.grammar import LISTS, SEARCH
from space.search.grammar.completing import complete
from space.testing.cast import make
from space.testing.rooms import MARKER


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    forget_here()


def offered(text, reader=NOBODY, here=SEARCH):
    return [one.insert for one in complete(text, 2 * len(text), reader, here).found]


@pytest.mark.parametrize(
    ("text", "insert"),
    [
        ("cat", "category:"),
        ("mentor -ca", "category:"),
        ("auth", "by:"),
        ("status:un", "unanswered "),
        ("status:open,so", "solved "),
        ("-kind:ques", "question "),
        ("in:ti", "title "),
        ("order:", "newest "),
        ("lang:fran", "fr "),
        ("lang:العر", "ar "),
        ("lang:हिन", "hi "),
        ("lang:fr,中", "zh "),
        ("after:yes", "yesterday "),
        ("posts：", "1 "),
    ],
)
def test_names_and_then_their_values_are_offered(text, insert):
    assert insert in offered(text)


@pytest.mark.parametrize(
    "text", ["", "c", "mentor ", '"cat', "tag:", "colour:re", 'by:"Amina"', "by:", "http://c", "status:open "]
)
def test_where_there_is_nothing_to_say_nothing_is_said(db, text):
    assert offered(text) == []


def test_what_was_chosen_is_not_offered_again_and_only_what_works_here():
    assert "open " not in offered("status:open,")
    assert offered("order:t", here=LISTS) == ["top "]
    assert offered("order:t", here=SEARCH) == []
    assert offered("in:mi") == []


@pytest.mark.parametrize(
    ("category", "tag", "person"),
    [
        ("مكتبة المدينة", "خرائط", "ليلى الفاسي"),
        ("सहायता केंद्र", "नक्शे", "मीरा शर्मा"),
        ("技术讨论", "地图", "山田太郎"),
    ],
)
def test_categories_tags_and_people_are_offered_in_every_script(ada, lena, category, tag, person):
    room = arrange_category("help-room", by=ada, name=category)
    start_topic(room, by=lena, title="About maps", text="Some words.", language="en", tags=[tag])
    make(person)
    begun = person.split()[0][:2]
    assert offered(f"category:{category[:2]}") == ["help-room "]
    assert offered(f"-tag:{tag[:2]}") == [f"{tag} "]
    quoted = f'"{person}" ' if " " in person else f"{person} "
    assert offered(f"by:{begun}") == [quoted]
    assert offered(f'by:"{begun}') == [quoted]
    # The answer says where the typed part begins, as browsers count.
    assert complete(f"😀 tag:{tag[:2]}", 99, NOBODY, LISTS).start == 7


def ask(client, text):
    return client.get("/search/complete", {"q": text, "at": len(text)})


@pytest.mark.parametrize(
    "text", [f"tag:{MARKER[:4]}", f"category:{MARKER[:4]}", "category:", "tag:", f"by:{MARKER}", "in:"]
)
def test_the_answer_is_the_same_bytes_whatever_there_is_that_one_may_not_know_of(client, request, lena, text):
    for person in (None, lena):
        if person:
            client.force_login(person)
        before = ask(client, text)
        assert before.status_code == 200
    request.getfixturevalue("secret")
    assert ask(client, text).content == before.content
    client.logout()
    assert MARKER not in ask(client, text).content.decode()


def test_who_is_inside_is_offered_the_room_of_the_closed_group(kofi, secret):
    assert offered(f"category:{MARKER[:4]}", reader_of(kofi)) == [f"{MARKER}-room "]


def test_asking_too_much_is_refused_for_a_moment(client, db, monkeypatch):
    monkeypatch.setattr(completion, "COMPLETIONS", Limit("few", 2, COMPLETIONS.period))
    assert [ask(client, "cat").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    "query",
    [{}, {"q": "tag:", "at": "-1"}, {"q": "a", "at": "99999999"}, {"q": "😀", "at": "1"}, {"q": "by:%_'\\"}],
)
def test_odd_questions_are_answered(client, db, query):
    assert client.get("/search/complete", query).status_code == 200
