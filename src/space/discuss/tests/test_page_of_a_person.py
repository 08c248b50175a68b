"""What Discuss shows of a person: topics, posts, the level, and never more than the reader may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.accounts.models import Nature
from space.accounts.readers import reader_of
from space.discuss.actions import appoint, edit_post, follow, hide_post, start_topic, write_reply
from space.discuss.models import Following, Level, Topic
from space.discuss.permissions import can_follow_person
from space.groups.actions import admit, found_group
from space.limits.models import Bucket
from space.testing.cast import make
from space.testing.rooms import MARKER
from space.web import fragments


def page(client, person, reader=None) -> str:
    client.logout()
    if reader:
        client.force_login(reader)
    return client.get(person.get_absolute_url()).content.decode()


def posts(client, person, query="") -> str:
    return client.get(f"/discuss/by/{person.name.replace(' ', '_')}/posts{query}").content.decode()


def test_the_page_of_a_person_shows_what_they_began_and_wrote(client, lena, amina, topic):
    write_reply(topic, by=amina, text="I was here too, and I **liked** it.")

    assert topic.title in page(client, lena)
    shown = page(client, amina)
    assert "I was here too, and I liked it." in shown
    assert f'href="{topic.get_absolute_url()}2"' in shown
    assert "Recent topics" not in shown


def test_what_was_written_in_a_closed_group_stands_on_no_page_of_a_person(client, hideout, kofi, lena):
    secret = start_topic(hideout, by=kofi, title="Where we really meet", text=f"Behind the {MARKER}.")

    for reader in (None, lena):
        shown = page(client, kofi, reader)
        assert secret.title not in shown
        assert MARKER not in shown
        assert MARKER not in posts(client, kofi)
    assert page(client, kofi, kofi).count(secret.title) == 2
    assert MARKER in posts(client, kofi)


def test_what_a_moderator_keeps_out_of_lists_is_kept_out_here_too(client, lena, topic):
    Topic.objects.for_actions().filter(pk=topic.pk).update(unlisted=True)
    assert topic.title not in page(client, lena)
    assert topic.title not in posts(client, lena)


def test_a_hidden_post_is_gone_and_an_edited_one_says_the_new_words(client, topic, kofi, rosa):
    post = write_reply(topic, by=kofi, text="The box stands in the cellar.")
    assert "in the cellar" in posts(client, kofi)
    edit_post(post, by=kofi, text="The box stands under the roof.")
    assert "under the roof" in posts(client, kofi)
    hide_post(post, by=rosa)
    assert "The box" not in posts(client, kofi)
    assert "Nothing written here yet" in posts(client, kofi)


def test_words_stand_in_their_own_language_and_direction(client, topic, kofi):
    write_reply(topic, by=kofi, text="أين الفهرس؟ بحثت عنه طويلا ولم أجده في أي مكان.", language="ar")
    assert 'class="written__words" lang="ar" dir="rtl">أين الفهرس؟' in posts(client, kofi)


def test_a_quote_is_not_told_as_ones_own_words(client, topic, kofi):
    quote = f"> @Lena Müller, [#1]({topic.get_absolute_url()}1):\n>\n> The archive opens once.\n\nMine twice."
    write_reply(topic, by=kofi, text=quote)
    shown = posts(client, kofi)
    assert "Mine twice." in shown
    assert "The archive opens once." not in shown


def test_posts_are_paged_by_place(client, topic, kofi, settings):
    settings.POSTS_PER_PAGE = 5
    for number in range(1, 8):
        Bucket.objects.all().delete()
        write_reply(topic, by=kofi, text=f"Thought {number}.")
    first = posts(client, kofi)
    assert [number for number in range(1, 8) if f"Thought {number}." in first] == [3, 4, 5, 6, 7]
    older = client.get(
        first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    ).content.decode()
    assert [number for number in range(1, 8) if f"Thought {number}." in older] == [1, 2]
    assert "Newest" in older
    assert 'rel="next"' not in older


@pytest.mark.parametrize("query", ["?before=nonsense", "?before=2020_x", "?before=9999-99-99T00:00:00Z_1"])
def test_a_place_that_is_none_is_the_first_page(client, topic, lena, query):
    assert topic.title in posts(client, lena, query)


def test_a_page_costs_the_same_however_much_somebody_wrote(client, topic, lena, kofi, questions):
    write_reply(topic, by=kofi, text="Once.")
    start_topic(questions, by=kofi, title="Where are the maps kept?", text="I asked for them.")
    client.force_login(lena)
    first = cost(client, kofi)
    for number in range(9):
        Bucket.objects.all().delete()
        write_reply(topic, by=kofi, text=f"And for the {number}th time.")
        start_topic(questions, by=kofi, title=f"Question number {number}", text="Another one.")
    assert cost(client, kofi) == first
    assert first <= 14


def cost(client, person) -> int:
    fragments._store.clear()
    with CaptureQueriesContext(connection) as asked:
        client.get(person.get_absolute_url())
    return len(asked)


def test_what_they_look_after_and_belong_to_stands_beside(
    client, kofi, lena, questions, hideout, ada, circle
):
    readers = found_group(slug="readers", name="Circle of readers", by=None)
    admit(readers, kofi)
    appoint(kofi, questions, by=ada)
    appoint(kofi, hideout, by=ada)
    shown = page(client, kofi, lena)
    assert "Circle of readers" in shown
    assert "Looks after" in shown
    assert hideout.name not in shown
    assert circle.name not in shown
    own = page(client, kofi, kofi)
    assert hideout.name in own
    # What nobody may know of stands on no page that somebody may look at over a shoulder.
    assert circle.name not in own
    assert "Moderators</bdi>" not in page(client, make("Nobody special"), lena)


def test_an_office_is_no_community(client, rosa):
    assert "Communities" not in page(client, rosa)


def test_one_follows_and_mutes_on_the_page_and_comes_back_to_it(client, lena, kofi):
    client.force_login(kofi)
    assert "Not following" in page(client, lena, kofi)
    sent = {"person": "Lena_Müller", "level": "2", "next": lena.get_absolute_url()}
    assert client.post("/discuss/follow", sent).url == lena.get_absolute_url()
    assert ">Following</span>" in page(client, lena, kofi)
    assert "Stop following" in client.get(f"{lena.get_absolute_url()}card").content.decode()
    follow(lena, by=kofi, level=Level.MUTED)
    assert ">Muted</span>" in page(client, lena, kofi)
    assert "Stop muting" in client.get(f"{lena.get_absolute_url()}card").content.decode()


@pytest.mark.parametrize("who", ["nobody", "viktor", "lena"])
def test_no_menu_for_nobody_the_suspended_and_oneself(client, request, lena, who):
    someone = request.getfixturevalue(who)
    assert "discuss/follow" not in page(client, lena, someone if someone.pk else None)


@pytest.mark.parametrize(
    ("who", "may"),
    [("nobody", False), ("amina", True), ("kofi", True), ("viktor", False), ("rosa", True), ("lena", False)],
)
def test_who_may_follow_a_person(request, lena, who, may, django_assert_num_queries):
    someone = request.getfixturevalue(who)
    reader = reader_of(someone) if who != "nobody" else someone
    with django_assert_num_queries(0):
        assert bool(can_follow_person(reader, lena)) is may


@pytest.mark.parametrize("changed", [{"is_active": False}, {"nature": Nature.ARCHIVED}])
def test_who_writes_no_more_is_not_followed_but_can_be_let_go_of(client, lena, kofi, changed):
    follow(lena, by=kofi, level=Level.MUTED)
    type(lena).objects.filter(pk=lena.pk).update(**changed)
    client.force_login(kofi)
    assert client.post("/discuss/follow", {"person": "Lena_Müller", "level": "2"}).status_code in {403, 404}
    gone = client.post("/discuss/follow", {"person": "Lena_Müller", "level": "0"})
    assert Following.objects.filter(person=kofi).exists() is (gone.status_code == 404)
    assert "discuss/follow" not in page(client, lena, kofi)
