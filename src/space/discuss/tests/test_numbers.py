"""Each number that administrators change holds from the next request on."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss import numbers
from space.discuss.actions import edit_post, start_topic, write_reply
from space.discuss.actions.reading import mark_read
from space.discuss.addresses import place_of
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Wanted
from space.discuss.models import Level
from space.discuss.permissions import can_edit
from space.kit import clock
from space.limits.models import Bucket
from space.testing.rooms import say
from space.uploads.actions import keep_file
from space.uploads.tests.makers import picture


@pytest.fixture
def choose(ada):
    return lambda number, value: change_setting(number, value, by=ada)


def start(category, by, title="Is this long enough to be a title?", text="Some words.", **more):
    Bucket.objects.filter(what__contains="gap").delete()
    return start_topic(category, by=by, title=title, text=text, **more)


def test_a_list_has_as_many_rows_as_was_chosen_and_each_page_goes_on_where_the_last_ended(
    client, choose, questions, lena, topic
):
    for _ in range(11):
        start(questions, lena)
    shown = {}
    for size in (5, 6):
        choose(numbers.TOPICS_PER_PAGE, size)
        page = client.get("/discuss/").content.decode()
        shown[size] = page.count('class="topic"') + page.count('class="topic ')
        older = page.partition('href="?before=')[2].partition('"')[0]
        assert client.get(f"/discuss/?before={older}").status_code == 200
    assert shown == {5: 5, 6: 6}
    assert [len(lines_of(Wanted(), NOBODY, limit)) for limit in (6, 7, 6)] == [6, 7, 6]


def test_a_topic_has_as_many_posts_on_a_page_and_permalinks_lead_to_the_right_one(
    client, choose, topic, kofi, lena
):
    say(topic, *[((kofi, lena)[n % 2], f"The answer with number {n}.") for n in range(12)])
    topic.refresh_from_db()
    for size, page in ((5, 3), (6, 2), (20, 1)):
        choose(numbers.POSTS_PER_PAGE, size)
        address = place_of(topic, 12)
        assert address.endswith((f"?page={page}#p12", "/#p12")[page == 1])
        assert 'id="p12"' in client.get(address).content.decode()


def test_a_topic_is_new_for_as_long_as_was_chosen(choose, client, lena, kofi, topic):
    client.force_login(kofi)
    for days, is_new in ((2, False), (9, True)):
        choose(numbers.NEW_DAYS, days)
        with clock.at(timezone.now() + timedelta(days=4)):
            assert ("topic--new" in client.get("/discuss/").content.decode()) is is_new


def test_a_topic_is_tracked_after_as_much_reading_as_was_chosen(choose, topic, kofi):
    for seconds, level in ((100, Level.NORMAL), (20, Level.TRACKING)):
        choose(numbers.TRACKED_AFTER_SECONDS, seconds)
        mark_read(topic, kofi, 1, seconds=30)
        assert topic.read_marks.get(person=kofi).level == level


@pytest.mark.parametrize(
    ("number", "value", "field", "typed", "words"),
    [
        (numbers.TITLE_AT_LEAST, 20, "title", "Eight characters?", "20 characters"),
        (numbers.TITLE_AT_LEAST_CJK, 9, "title", "紙の資料について", "9 characters"),
        (numbers.TITLE_AT_MOST, 60, "title", "A title that goes on " * 4, "at most 60"),
        (numbers.POST_AT_LEAST, 30, "text", "Too short for here.", "Write a little more"),
        (numbers.POST_AT_MOST, 500, "text", "A sentence and more. " * 30, "at most 500"),
    ],
    ids=lambda part: getattr(part, "name", None),
)
def test_titles_and_posts_are_as_long_as_was_chosen(
    client, choose, questions, lena, number, value, field, typed, words
):
    client.force_login(lena)
    form = {
        "category": questions.pk,
        "title": "Where do you look first?",
        "text": "In the box of cards, or on a shelf.",
    }
    choose(number, value)
    refused = client.post("/discuss/start", {**form, field: typed})
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert typed in refused.content.decode()
    assert client.post("/discuss/start", form).status_code == 302


def test_a_post_of_the_longest_length_is_kept_whole(choose, topic, kofi):
    choose(numbers.POST_AT_MOST, 64_000)
    post = write_reply(topic, by=kofi, text="word " * 12_799 + "last")
    assert post.html.strip().endswith("last</p>")


@pytest.mark.parametrize(
    ("number", "who", "hours", "value"),
    [(numbers.EDIT_HOURS_NEW, "amina", 3, 2), (numbers.EDIT_DAYS, "lena", 30, 1)],
    ids=["new", "known"],
)
def test_authors_edit_for_as_long_as_was_chosen(request, choose, questions, number, who, hours, value):
    author = request.getfixturevalue(who)
    post = start(questions, author).posts.select_related("topic__category", "topic__closure").get()
    with clock.at(timezone.now() + timedelta(hours=hours)):
        assert can_edit(reader_of(author), post)
        choose(number, value)
        assert not can_edit(reader_of(author), post)


def test_an_edit_leaves_no_trace_for_as_long_as_was_chosen(choose, topic, lena):
    post = topic.posts.get()
    for minutes, revisions in ((30, 0), (0, 1)):
        choose(numbers.EDIT_GRACE_MINUTES, minutes)
        with clock.at(timezone.now() + timedelta(minutes=20)):
            edit_post(post, by=lena, text=f"Changed, with {minutes} minutes of grace.")
        assert post.revisions.count() == revisions


@pytest.mark.parametrize(
    ("number", "who", "uses", "value"),
    [
        (numbers.TOPICS_A_DAY, "lena", 3, 2),
        (numbers.NEWCOMER_TOPICS, "amina", 2, 2),
    ],
    ids=lambda part: getattr(part, "name", None),
)
def test_a_day_holds_as_many_topics_as_was_chosen(request, choose, questions, number, who, uses, value):
    """Trust 2 has half as much again."""
    choose(number, value)
    person = request.getfixturevalue(who)
    for _ in range(uses):
        start(questions, person)
    with pytest.raises(ValidationError, match="go on in"):
        start(questions, person)


def test_a_day_holds_as_many_replies_and_edits_as_was_chosen(choose, topic, amina, lena):
    choose(numbers.NEWCOMER_REPLIES, 1)
    choose(numbers.EDITS_A_DAY, 1)
    write_reply(topic, by=amina, text="The only one.")
    Bucket.objects.filter(what__contains="gap").delete()
    with pytest.raises(ValidationError, match="go on in"):
        write_reply(topic, by=amina, text="One too many.")

    edit_post(topic.posts.get(number=1), by=lena, text="Once.")
    with pytest.raises(ValidationError, match="go on in"):
        edit_post(topic.posts.get(number=1), by=lena, text="Twice.")


@pytest.mark.parametrize(
    ("number", "who"),
    [(numbers.POST_GAP_SECONDS, "lena"), (numbers.NEWCOMER_GAP_SECONDS, "amina")],
    ids=["known", "newcomer"],
)
def test_one_waits_between_two_posts_for_as_long_as_was_chosen(request, choose, topic, number, who):
    choose(number, 100)
    person = request.getfixturevalue(who)
    write_reply(topic, by=person, text="First.")
    with clock.at(timezone.now() + timedelta(seconds=50)), pytest.raises(ValidationError):
        write_reply(topic, by=person, text="Too soon.")
    choose(number, 20)
    with clock.at(timezone.now() + timedelta(seconds=130)):
        assert write_reply(topic, by=person, text="Later.").number == 3


def test_one_waits_between_two_topics_for_as_long_as_was_chosen(choose, questions, lena):
    choose(numbers.TOPIC_GAP_SECONDS, 3600)
    start_topic(questions, by=lena, title="The first of two", text="Words.")
    with pytest.raises(ValidationError, match="minutes"):
        start_topic(questions, by=lena, title="The second of two", text="Words.")


@pytest.mark.parametrize(
    ("number", "who", "text"),
    [
        (numbers.MENTIONS_A_POST, "lena", "@Kofi Mensah, @Rosa Quispe,"),
        (numbers.NEWCOMER_MENTIONS, "amina", "@Kofi Mensah, @Rosa Quispe,"),
        (numbers.NEWCOMER_LINKS, "amina", "https://example.org/a https://example.org/b"),
        (numbers.NEWCOMER_IMAGES, "amina", "![a](upload:{0}) ![b](upload:{1})"),
    ],
    ids=lambda part: getattr(part, "name", None),
)
def test_a_post_holds_as_many_of_them_as_was_chosen(
    request, choose, topic, kofi, rosa, number, who, text, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    person = request.getfixturevalue(who)
    words = text.format(*_pictures(person)) if "upload" in text else text
    choose(number, 1)
    with pytest.raises(ValidationError, match=r"can (hold|name) 1"):
        write_reply(topic, by=person, text=words)
    choose(number, 2)
    assert write_reply(topic, by=person, text=words).number == 2


def _pictures(person):
    sizes = ((40, 30), (30, 40))
    return [keep_file(ContentFile(picture("PNG", size)), by=person, name="a.png").pk for size in sizes]
