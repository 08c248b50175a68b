"""Tags that somebody types: who may use which, what they are told, and that their words come back."""

import pytest
from django.core.exceptions import ValidationError

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.administration.actions import change_setting
from space.discuss.actions import add_synonym, make_tag, make_tag_group, start_topic
from space.discuss.models import Tag, Topic
from space.discuss.tagging.numbers import NEW_TAGS_TRUST, TAGS_A_TOPIC
from space.discuss.tagging.permissions import can_make_tags, can_use_tags
from space.discuss.tagging.wanted import alike, tag_name, tags_wanted
from space.testing.cast import make
from space.testing.rooms import MARKER


@pytest.fixture
def known(ada):
    """Tags that everybody may use."""
    return [make_tag(name, by=ada) for name in ("maps", "walks", "wikidata", "coordinates")]


def refused(typed, person, has=()):
    """The codes of all that is wrong with what somebody typed, and the words for it."""
    with pytest.raises(ValidationError) as error:
        tags_wanted(typed, reader_of(person), has)
    return [one.code for one in error.value.error_list], " ".join(error.value.messages)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("maps, walks", ["maps", "walks"]),
        ("#Maps، walks、wikidata", ["maps", "walks", "wikidata"]),
        (" MAPS ,,, maps；walks, ", ["maps", "walks"]),
        ("charts", ["maps"]),
        ("charts, maps", ["maps"]),
        ("", []),
        (" , # ,/", []),
    ],
)
def test_what_was_meant_by_what_was_typed(known, ada, lena, typed, wanted):
    add_synonym(known[0], "charts", by=ada)
    assert tags_wanted(typed, reader_of(lena)) == wanted


@pytest.mark.parametrize(
    ("who", "may"),
    [("amina", False), ("lena", False), ("kofi", False), ("viktor", False), ("rosa", True), ("ada", True)],
)
def test_who_may_make_a_new_tag(request, known, hearing, who, may, django_assert_num_queries):
    person = request.getfixturevalue(who)
    reader = reader_of(person)
    with django_assert_num_queries(0):
        assert bool(can_make_tags(reader)) is may
    if may:
        assert tags_wanted("bridges", reader) == ["bridges"]
    else:
        assert refused("bridges, maps", person)[0] == ["unknown_tag", "new_tags"]


@pytest.mark.parametrize("trust", list(Trust))
def test_how_much_trust_a_new_tag_takes_is_a_setting(known, ada, trust):
    change_setting(NEW_TAGS_TRUST, str(trust.value), by=ada)
    may = [one for one in Trust if can_make_tags(reader_of(make(f"With {one.label}", trust=one)))]
    assert may == [one for one in Trust if one >= trust]


def test_who_may_not_make_one_is_told_which_are_not_known_and_what_is_alike(known, lena):
    codes, words = refused("map, wikidta, xyzzy, walks", lena)
    assert codes == ["unknown_tag"] * 3 + ["new_tags"]
    assert "“map” is no tag here yet. Did you mean \u2068maps\u2069?" in words
    assert "\u2068wikidata\u2069" in words
    assert "“xyzzy” is no tag here yet. Making a new tag takes the trust “Regular”." in words
    assert alike("coordinate") == ["coordinates"]


def test_words_of_a_closed_group_are_no_tags_for_others(known, secret, kofi, lena):
    assert tags_wanted(MARKER, reader_of(kofi)) == [MARKER]
    codes, words = refused(f"{MARKER}, {MARKER[:-1]}", lena)
    assert codes == ["unknown_tag", "unknown_tag", "new_tags"]
    assert "Did you mean" not in words


def test_a_topic_carries_so_many_tags_and_no_more(known, lena, rosa, ada):
    many = ", ".join(f"t{n}" for n in range(9))
    assert refused(many, rosa)[0] == ["too_many_tags"]
    assert "at most 8 tags" in refused(many, rosa)[1]
    assert len(tags_wanted(many, reader_of(rosa), has=[f"t{n}" for n in range(9)])) == 9
    change_setting(TAGS_A_TOPIC, 1, by=ada)
    assert "at most 1 tag." in refused("maps, walks", lena)[1]


def test_what_a_topic_has_may_stay_whoever_put_it_there(known, lena):
    assert tags_wanted("strange, maps", reader_of(lena), has=["strange"]) == ["strange", "maps"]


@pytest.fixture
def asks(ada):
    return make_tag_group("What it asks for", by=ada, one_a_topic=True)


def test_of_some_groups_a_topic_carries_one(known, asks, ada, rosa):
    for name in ("bug", "proposal"):
        make_tag(name, by=ada, group=asks)
    add_synonym(Tag.objects.get(name="bug"), "broken", by=ada)
    codes, words = refused("bug, maps, proposal", rosa)
    assert codes == ["one_a_topic"]
    assert (
        words
        == "A topic carries one tag of “What it asks for”. Choose between \u2068bug\u2069, \u2068proposal\u2069."
    )
    assert tags_wanted("bug, broken, maps", reader_of(rosa)) == ["bug", "maps"]
    assert tags_wanted("bug, proposal", reader_of(rosa), has=["bug", "proposal"]) == ["bug", "proposal"]
    assert refused("bug, proposal", rosa, has=["bug"])[0] == ["one_a_topic"]


@pytest.mark.parametrize(
    ("trust", "may"),
    [(0, "amina lena rosa"), (2, "lena rosa"), (3, "rosa"), (4, "rosa")],
)
def test_a_group_of_tags_may_ask_for_trust(request, ada, trust, may):
    group = make_tag_group("From those {who} keep this place", by=ada, trust=trust)
    make_tag("announcement", by=ada, group=group)
    people = {name: request.getfixturevalue(name) for name in ("amina", "lena", "rosa")}
    assert [name for name, one in people.items() if can_use_tags(reader_of(one), group)] == may.split()
    for name, person in people.items():
        if name in may.split():
            assert tags_wanted("announcement", reader_of(person)) == ["announcement"]
        else:
            codes, words = refused("announcement", person)
            assert codes == ["tag_group"]
            assert "“From those {who} keep this place” takes the trust" in words
            assert tags_wanted("announcement", reader_of(person), has=["announcement"])


def test_all_that_is_wrong_is_said_at_once(known, asks, ada, lena):
    for name in ("bug", "proposal"):
        make_tag(name, by=ada, group=asks)
    assert refused("bug, proposal, bridges", lena)[0] == ["unknown_tag", "new_tags", "one_a_topic"]


def form(client, person, tags, **data):
    client.force_login(person)
    return client.post(
        "/discuss/start", {"title": "Where is the bridge?", "text": "I looked for it.", "tags": tags, **data}
    )


def test_a_form_with_an_unknown_tag_comes_back_whole(client, known, questions, lena):
    answer = form(client, lena, "map, walks", category=questions.pk)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="map, walks"' in page
    assert "I looked for it." in page
    assert "Did you mean" in page
    assert not Topic.objects.for_actions().exists()
    assert form(client, lena, "maps, walks", category=questions.pk).status_code == 302


def test_hostile_words_are_words(client, known, questions, lena):
    page = form(client, lena, '<script>alert(1)</script>" onx=', category=questions.pk).content.decode()
    assert "<script>alert" not in page
    assert (
        form(client, lena, ", ".join(f"word{n}" for n in range(190)), category=questions.pk).status_code
        == 422
    )


def test_checking_tags_costs_one_query_however_many_there_are(
    known, lena, hearing, django_assert_max_num_queries
):
    reader = reader_of(lena)
    with django_assert_max_num_queries(1):
        tags_wanted("maps, walks, wikidata, coordinates", reader)


def test_actions_ask_nobody_so_an_importer_tags_freely(questions, amina):
    topic = start_topic(
        questions, by=amina, title="From elsewhere", text="Words.", tags=["anything", "AC/DC"]
    )
    assert sorted(tag.name for tag in topic.tags.all()) == ["acdc", "anything"]


@pytest.mark.parametrize("typed", ["a" * 200, "İstanbul", "नई दिल्ली", "\u202eevil", "a\x00b", "  ..x-. "])
def test_every_word_becomes_a_tag_that_an_address_can_hold(client, questions, rosa, typed):
    name = tag_name(typed)
    topic = start_topic(questions, by=rosa, title="A topic with a word", text="Words.", tags=[typed])
    assert [tag.name for tag in topic.tags.all()] == [name]
    assert client.get(topic.tags.get().get_absolute_url()).status_code == 200
