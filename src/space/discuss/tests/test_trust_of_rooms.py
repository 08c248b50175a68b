"""How much trust a category asks for: who may, what the others are told, and what forms offer."""

import pytest

from space.accounts.models import Trust
from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import appoint, arrange_category, start_topic
from space.discuss.models import Door, Topic
from space.discuss.permissions import can_reply, can_start, takes_replies, takes_topics
from space.discuss.trust_words import how
from space.testing.cast import make

PEOPLE = ["amina", "lena", "regular", "guide", "rosa", "ada", "viktor"]


@pytest.fixture
def readers(request, questions, ada):
    """Everybody, with a regular (trust 3) and a guide: without trust, but a moderator of the category."""
    guide = make("Guide", trust=Trust.NEW)
    appoint(guide, questions, by=ada)
    people = {"regular": make("Regular", trust=Trust.REGULAR), "guide": guide}
    return {name: reader_of(people.get(name) or request.getfixturevalue(name)) for name in PEOPLE}


@pytest.mark.parametrize(
    ("trust", "may"),
    [
        (Trust.NEW, "amina lena regular guide rosa ada"),
        (Trust.BASIC, "lena regular guide rosa ada"),
        (Trust.MEMBER, "lena regular guide rosa ada"),
        (Trust.REGULAR, "regular guide rosa ada"),
        (Trust.LEADER, "guide rosa ada"),
    ],
)
def test_who_may_start_and_reply_where_trust_is_asked_for(readers, questions, topic, ada, trust, may):
    arrange_category("questions", by=ada, trust_to_start=trust, trust_to_reply=trust)
    found = Topic.objects.for_actions().select_related("category", "closure").get(pk=topic.pk)

    assert [name for name in PEOPLE if can_start(readers[name], found.category)] == may.split()
    assert [name for name in PEOPLE if can_reply(readers[name], found)] == may.split()


@pytest.mark.parametrize("trust", list(Trust)[1:])
def test_a_refusal_says_which_trust_and_how_one_comes_to_it(amina, questions, topic, ada, trust):
    room = arrange_category("questions", by=ada, trust_to_start=trust, trust_to_reply=trust)
    topic.category = room
    for verdict in (can_start(reader_of(amina), room), can_reply(reader_of(amina), topic)):
        assert f"“{trust.label}”" in str(verdict.reason)
        assert str(how(trust)) in str(verdict.reason)


def test_who_has_not_signed_in_yet_is_not_told_that_they_lack_trust(questions, topic, ada):
    topic.category = arrange_category("questions", by=ada, trust_to_start=2, trust_to_reply=2)
    assert takes_topics(NOBODY, topic.category)
    assert takes_replies(NOBODY, topic)
    assert "Sign in" in str(can_start(NOBODY, topic.category).reason)


def test_rules_about_trust_ask_the_database_nothing(questions, topic, ada, amina, django_assert_num_queries):
    reader, room = reader_of(amina), arrange_category("questions", by=ada, trust_to_start=2)
    with django_assert_num_queries(0):
        assert not can_start(reader, room)


@pytest.fixture
def hall(ada):
    return arrange_category("hall", by=ada, name="Hall <b>", trust_to_start=Trust.MEMBER)


def form(client, **data):
    return client.post("/discuss/start", {"title": "A good long title", "text": "And many words.", **data})


def test_a_category_that_asks_for_more_trust_is_shut_in_the_list_with_the_reason(
    client, questions, hall, amina
):
    client.force_login(amina)
    page = client.get("/discuss/start").content.decode()
    shut = (
        f'<option value="{hall.pk}" disabled>\u2068Hall &lt;b&gt;\u2069 (takes the trust “Member”)</option>'
    )
    assert shut in page
    assert f'<option value="{questions.pk}">Questions</option>' in page


def test_who_sends_it_all_the_same_is_told_why_and_keeps_the_text(client, hall, amina):
    client.force_login(amina)
    answer = form(client, category=hall.pk)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "takes the trust “Member”. It comes by itself" in page
    assert "And many words." in page
    assert not Topic.objects.for_actions().exists()
    assert "takes the trust “Member”. It comes" in client.get("/discuss/start?category=hall").content.decode()
    assert "Choose a category." in form(client).content.decode()


def test_archives_and_hidden_categories_are_not_in_the_list(client, questions, hideout, ada, lena):
    arrange_category("old-list", by=ada, name="Old list", kind="archive")
    arrange_category("closed", by=ada, name="Closed", who_starts=Door.NOBODY)
    client.force_login(lena)
    page = client.get("/discuss/start").content.decode()
    assert "Old list" not in page.partition("<aside")[0]
    assert hideout.name not in page
    assert "\u2068Closed\u2069 (no new topics)" in page
    assert form(client, category=hideout.pk).status_code == 422


def test_those_below_stand_right_after_the_one_above(client, questions, ada, lena):
    arrange_category("events", by=ada, name="Events", position=1)
    arrange_category("stamps", by=ada, name="Stamps", position=9, parent=questions)
    client.force_login(lena)
    page = client.get("/discuss/start").content.decode()
    names = [page.index(f"{name}</option>") for name in ("Questions", "Stamps", "Events")]
    assert names == sorted(names)
    assert form(client, category=arrange_category("stamps", by=ada).pk).status_code == 302


def test_the_page_of_a_category_says_why_one_cannot_begin_there(client, hall, amina, lena):
    assert "/discuss/start?category=hall" in client.get(hall.get_absolute_url()).content.decode()
    client.force_login(amina)
    page = client.get(hall.get_absolute_url()).content.decode()
    assert "takes the trust “Member”" in page
    assert "/discuss/start?category=hall" not in page
    client.force_login(lena)
    assert "takes the trust" not in client.get(hall.get_absolute_url()).content.decode()


def test_a_closed_category_is_marked_and_offers_no_new_topic_to_anybody(client, questions, ada):
    arrange_category("questions", by=ada, who_starts=Door.NOBODY)
    for path in ("/discuss/categories", "/discuss/"):
        assert "No new topics" in client.get(path).content.decode()
    page = client.get("/discuss/c/questions/").content.decode()
    assert "/discuss/start?category" not in page


def test_an_importer_begins_topics_wherever_it_is_told_to(hall, amina):
    assert start_topic(hall, by=amina, title="From elsewhere", text="Words.").pk
