"""Tags are made, renamed, merged and taken away, and topics follow at once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    add_synonym,
    change_tag_group,
    delete_tag,
    delete_tag_group,
    describe_tag,
    drop_synonym,
    follow,
    make_tag,
    make_tag_group,
    merge_tag,
    place_tag_group,
    rename_tag,
    start_topic,
)
from space.discuss.actions.recounting import differences, recount
from space.discuss.actions.tagging import tags_named
from space.discuss.arranging.history import history_of
from space.discuss.models import Following, Level, Tag, TagGroup, Topic
from space.discuss.tagging.known import known_tags
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.testing.rooms import MARKER


@pytest.fixture
def tagged(questions, rosa):
    def start(*tags, category=None, by=None):
        Bucket.objects.all().delete()
        return start_topic(
            category or questions, by=by or rosa, title="A topic with tags", text="Words.", tags=tags
        )

    return start


def names(topic):
    return sorted(tag.name for tag in topic.tags.all())


def test_renaming_keeps_the_topics_and_the_old_name_leads_on(client, tagged, rosa):
    topic = tagged("maps")
    rename_tag(Tag.objects.get(), "Atlases", by=rosa)
    assert names(topic) == ["atlases"]
    for address in (
        "/discuss/tag/maps/",
        "/discuss/tag/atlases/",
        "/discuss/?tag=maps",
        "/discuss/tag/maps.atom",
    ):
        assert "A topic with tags" in client.get(address).content.decode()
    assert names(tagged("maps")) == ["atlases"]
    assert LogEntry.objects.get(what="tag-renamed").reason.text == "− maps\n+ atlases"


def test_renaming_back_and_forth_leaves_one_synonym(tagged, rosa):
    tagged("maps")
    for name in ("atlases", "maps", "atlases", "atlases"):
        rename_tag(Tag.objects.get(stands_for=None), name, by=rosa)
    assert [(tag.name, bool(tag.stands_for)) for tag in Tag.objects.all()] == [
        ("atlases", False),
        ("maps", True),
    ]


def test_a_tag_cannot_take_the_name_of_another(tagged, rosa):
    tagged("maps", "charts")
    add_synonym(Tag.objects.get(name="charts"), "plans", by=rosa)
    for taken in ("charts", "plans"):
        with pytest.raises(ValidationError, match="Merge the two"):
            rename_tag(Tag.objects.get(name="maps"), taken, by=rosa)
    with pytest.raises(ValidationError):
        rename_tag(Tag.objects.get(name="maps"), "?/#", by=rosa)


def test_merging_carries_topics_synonyms_and_mutes_over(tagged, rosa, lena, kofi):
    one, both, other = tagged("charts"), tagged("charts", "maps"), tagged("maps")
    charts, maps = Tag.objects.get(name="charts"), Tag.objects.get(name="maps")
    add_synonym(charts, "plans", by=rosa)
    follow(charts, by=lena, level=Level.MUTED)
    follow(charts, by=kofi, level=Level.MUTED)
    follow(maps, by=kofi, level=Level.TRACKING)

    for _ in range(2):
        merge_tag(charts, maps, by=rosa)
    assert [names(topic) for topic in (one, both, other)] == [["maps"]] * 3
    assert {tag.name: tag.stands_for for tag in Tag.objects.exclude(pk=maps.pk)} == {
        "charts": maps,
        "plans": maps,
    }
    assert dict(Following.objects.values_list("person__name", "level")) == {
        "Lena Müller": -1,
        "Kofi Mensah": 1,
    }
    assert differences() == []
    assert LogEntry.objects.filter(what="tag-merged").count() == 1


def test_synonyms_never_stand_for_synonyms(tagged, rosa):
    tagged("a1", "b1", "c1")
    a, b, c = Tag.objects.order_by("name")
    merge_tag(a, b, by=rosa)
    with pytest.raises(ValidationError):
        merge_tag(c, a, by=rosa)
    with pytest.raises(ValidationError):
        merge_tag(b, b, by=rosa)
    merge_tag(b, c, by=rosa)
    assert set(Tag.objects.exclude(pk=c.pk).values_list("stands_for", flat=True)) == {c.pk}


def test_renaming_and_merging_take_as_many_statements_for_many_topics_as_for_one(
    tagged, rosa, django_assert_num_queries
):
    def count(*acts):
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            for act in acts:
                act()
        return len(asked)

    def both(name):
        tag, other = Tag.objects.get(name=name), make_tag(f"{name}-other", by=rosa)
        return count(lambda: rename_tag(tag, f"{name}-new", by=rosa), lambda: merge_tag(tag, other, by=rosa))

    tagged("few")
    first = both("few")
    for _ in range(12):
        tagged("many")
    assert both("many") == first


def test_a_tag_that_topics_carry_stays_and_an_unused_one_goes(tagged, rosa):
    topic = tagged("maps")
    maps = Tag.objects.get()
    add_synonym(maps, "charts", by=rosa)
    with pytest.raises(ValidationError, match="Topics carry"):
        delete_tag(maps, by=rosa)
    topic.tags.clear()
    for _ in range(2):
        delete_tag(maps, by=rosa)
    assert not Tag.objects.exists()
    assert LogEntry.objects.get(what="tag-deleted").reason.text == "maps"


def test_a_word_stops_to_stand_for_a_tag(tagged, rosa):
    tagged("maps")
    maps = add_synonym(Tag.objects.get(), "Charts", by=rosa)
    add_synonym(maps, "charts", by=rosa)
    with pytest.raises(ValidationError):
        add_synonym(maps, "maps", by=rosa)
    for _ in range(2):
        drop_synonym(Tag(pk=maps.synonyms.first().pk if maps.synonyms.exists() else 0), by=rosa)
    assert names(tagged("charts")) == ["charts"]
    told = [one.what for one in history_of(maps)]
    assert told == ["No longer another word for it", "Another word for it"]


def test_what_is_said_of_a_tag_is_told_field_by_field(rosa):
    projects = make_tag_group("Projects", by=rosa)
    tag = make_tag("wikidata", by=rosa, description="Items.")
    describe_tag(tag, by=rosa, group=projects)
    describe_tag(tag, by=rosa, description="Items and queries.")
    describe_tag(tag, by=rosa, description="Items and queries.")
    told = [(one.what, one.lines) for one in history_of(tag)]
    assert told == [
        ("Description", ("− Items.", "+ Items and queries.")),
        ("Group", ("+ Projects",)),
        ("Description", ("+ Items.",)),
        ("Made", ("wikidata",)),
    ]


def test_groups_are_made_ordered_changed_and_taken_away(rosa):
    one, two, three = (make_tag_group(name, by=rosa) for name in ("One", "Two", "Three"))
    place_tag_group(three, by=rosa, beside=one)
    place_tag_group(three, by=rosa, beside=one)
    assert [group.name for group in TagGroup.objects.all()] == ["Three", "One", "Two"]
    change_tag_group(one, by=rosa, one_a_topic=True, trust=2, name="First")
    with pytest.raises(ValidationError):
        make_tag_group("First", by=rosa)
    with pytest.raises(ValidationError):
        change_tag_group(two, by=rosa, name="First")
    assert [(told.what, told.old, told.new) for told in history_of(one)][:3] == [
        ("Name", "", ""),
        ("Trust needed to use them", "0: New", "2: Member"),
        ("One on a topic", "no", "yes"),
    ]
    assert len(history_of(three)) == 2
    tag = make_tag("wikidata", by=rosa, group=one)
    for _ in range(2):
        delete_tag_group(one, by=rosa)
    assert Tag.objects.get(pk=tag.pk).group is None


def test_words_of_a_closed_group_are_known_inside_alone(client, secret, kofi, lena, ada, hideout, rosa):
    inside = Tag.objects.get()
    add_synonym(inside, f"{MARKER}-too", by=kofi)
    for reader in (NOBODY, reader_of(lena), reader_of(ada), reader_of(rosa)):
        assert not Tag.objects.visible_to(reader).exists()
    assert Tag.objects.visible_to(reader_of(kofi)).count() == 2
    for person in (None, lena, rosa, ada):
        if person:
            client.force_login(person)
        pages = ["/discuss/tags", f"/discuss/?tag={MARKER}-too", "/discuss/categories", "/discuss/"]
        if person in (rosa, ada):
            pages.append("/administration/tags/")
        for page in pages:
            shown = client.get(page).content.decode()
            assert MARKER not in shown.replace(f"{MARKER}-too", "")
        assert client.get(f"/discuss/tag/{MARKER}-too/").status_code == 404


def test_a_tag_that_was_introduced_may_be_named_before_a_topic_carries_it(client, rosa, lena):
    make_tag("wikidata", by=rosa)
    assert [(tag.name, tag.topics) for tag in known_tags.get()] == [("wikidata", 0)]
    assert client.get("/discuss/tag/wikidata/").status_code == 200
    assert "wikidata" not in client.get("/discuss/tags").content.decode()


def test_readers_find_all_tags_by_group_with_numbers_of_public_topics(
    client, tagged, rosa, kofi, hideout, ada
):
    make_tag("maps", by=ada, description="Old <b>and</b> new", group=make_tag_group("Things", by=ada))
    add_synonym(Tag.objects.get(), "charts", by=ada)
    tagged("maps"), tagged("maps", "walks"), tagged("maps", category=hideout, by=kofi)
    for person in (None, kofi):
        if person:
            client.force_login(person)
        page = client.get("/discuss/tags").content.decode()
        assert page.index("Things") < page.index("maps") < page.index("Other tags") < page.index("walks")
        assert "2 topics" in page
        assert "3 topics" not in page
        assert "Old &lt;b&gt;and&lt;/b&gt; new" in page
        assert "<bdi>charts</bdi>" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [("MAP", True), ("charts", True), ("old new", True), ("maps x", False), ("<script>", False)],
)
def test_tags_are_found_by_words_of_all_that_is_said_of_them(client, tagged, ada, words, found):
    add_synonym(make_tag("maps", by=ada, description="Old and new"), "charts", by=ada)
    tagged("maps")
    page = client.get("/discuss/tags", {"q": words}).content.decode()
    assert ('href="/discuss/tag/maps/"' in page) is found
    assert "No tag with these words" in page or found
    assert "<script>" not in page.partition("<main")[2]


def test_the_page_of_a_tag_tells_what_is_said_of_it(client, tagged, ada, django_assert_max_num_queries):
    make_tag("maps", by=ada, description="Old and new", group=make_tag_group("Things", by=ada))
    add_synonym(Tag.objects.get(), "charts", by=ada)
    tagged("maps")
    page = client.get("/discuss/tag/charts/").content.decode()
    assert all(words in page for words in ("Old and new", "Things", "also: <bdi>charts</bdi>"))
    assert 'href="/discuss/tag/maps/top"' in page


def test_a_synonym_on_a_topic_is_found_and_mended(tagged, rosa):
    topic = tagged("maps")
    maps = Tag.objects.get()
    topic.tags.add(Tag.objects.create(name="charts", stands_for=maps))
    assert [found.split()[0] for found in differences()] == ["synonym"]
    recount()
    assert (names(topic), differences()) == (["maps"], [])


def test_an_action_takes_as_many_tags_as_a_topic_carries(db, questions, rosa):
    assert len(tags_named((f"t{n}" for n in range(20)), at_most=8)) == 8
    assert tags_named([], at_most=8) == []
    assert Topic.objects.for_actions().count() == 0
