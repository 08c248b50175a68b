"""Lists: which topics stand where, in which order, and how filters combine."""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    arrange_category,
    close_topic,
    follow,
    save_list_taste,
    start_topic,
    write_reply,
)
from space.discuss.actions.scoring import OFTEN, SELDOM, score_periods
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Filters, Order, Wanted, place_of, position
from space.discuss.models import Answer, Kind, Level, Post, Reaction, Tag, Topic
from space.kit import clock
from space.limits.models import Bucket


@pytest.fixture
def begun(questions, lena):
    """Begin topics, each a minute later than the one before."""
    number = iter(range(1, 100))

    def begin(title, *, by=lena, category=questions, ago=timedelta(), **more):
        Bucket.objects.all().delete()
        with clock.at(timezone.now() - ago + timedelta(seconds=next(number))):
            return start_topic(category, by=by, title=f"{title} of this test", text="Words.", **more)

    return begin


def titles(reader=NOBODY, order=Order.LATEST, limit=30, **wanted) -> list[str]:
    found = lines_of(Wanted(order=order, **wanted), reader, limit)
    names = dict(Topic.objects.for_actions().values_list("pk", "title"))
    return [names[line.pk].removesuffix(" of this test") for line in found]


def react(post, *people):
    for person in people:
        Reaction.objects.create(post=post, person=person, kind="thanks", at=clock.now())


def first(topic) -> Post:
    return Post.objects.for_actions().get(topic=topic, number=1)


def test_filters_combine(begun, questions, lena, rosa):
    begun("Plain")
    begun("Tagged", tags=["maps"], language="en")
    begun("French", tags=["maps"], language="fr")
    asked = begun("Asked", kind=Kind.QUESTION, tags=["maps"], language="fr")

    assert titles(filters=Filters(tags=("maps",))) == ["Asked", "French", "Tagged"]
    assert titles(filters=Filters(tags=("maps",), languages=("fr",))) == ["Asked", "French"]
    # Nobody knows the language of "Plain", so it is not hidden.
    assert titles(filters=Filters(languages=("fr", "en"))) == ["Asked", "French", "Tagged", "Plain"]
    assert titles(filters=Filters(tags=("maps",), kinds=(Kind.QUESTION,))) == ["Asked"]
    assert titles(filters=Filters(kinds=(Kind.QUESTION,), status="solved")) == []
    Answer.objects.create(topic=asked, post=first(asked), by=lena)
    assert titles(filters=Filters(kinds=(Kind.QUESTION,), status="solved")) == ["Asked"]
    assert titles(filters=Filters(status="unsolved")) == []


def test_open_and_closed(begun, rosa):
    begun("Open")
    close_topic(begun("Shut"), by=rosa)
    assert titles(filters=Filters(status="open")) == ["Open"]
    assert titles(filters=Filters(status="closed")) == ["Shut"]


def test_unanswered_are_those_without_a_reply_that_one_could_still_answer(begun, kofi, rosa):
    begun("Alone")
    answered = begun("Answered")
    write_reply(answered, by=kofi, text="Here is how.")
    close_topic(begun("Shut"), by=rosa)
    assert titles(order=Order.UNANSWERED) == ["Alone"]


def test_a_category_is_listed_with_or_without_those_below_it(client, ada, begun, questions):
    child = arrange_category("newcomers", by=ada, name="Newcomers", parent=questions)
    begun("Above")
    begun("Below", category=child)

    both = client.get(questions.get_absolute_url()).content.decode()
    alone = client.get(f"{questions.get_absolute_url()}?below=no").content.decode()
    assert "Below of this test" in both
    assert "Below of this test" not in alone
    assert "Above of this test" in alone


def test_the_topics_of_a_person(client, begun, lena, kofi):
    begun("Mine")
    begun("His", by=kofi)
    page = client.get("/discuss/by/Lena_Müller/").content.decode()
    assert "Mine of this test" in page
    assert "His of this test" not in page


def test_top_counts_people_and_replies_of_the_period_and_no_views(begun, lena, kofi, rosa, ada):
    long_ago = begun("Old", ago=timedelta(days=20))
    with clock.at(timezone.now() - timedelta(days=20)):
        for person in (kofi, rosa, ada):
            write_reply(long_ago, by=person, text="Once.")
    quiet, lively = begun("Quiet"), begun("Lively")
    Topic.objects.for_actions().filter(pk=quiet.pk).update(views=10_000)
    Bucket.objects.all().delete()
    write_reply(quiet, by=kofi, text="Only me.")
    Bucket.objects.all().delete()
    for person in (kofi, rosa):
        write_reply(lively, by=person, text="And me.")
    with clock.at(timezone.now() + timedelta(minutes=5)):
        score_periods([*OFTEN, *SELDOM])

    assert titles(order=Order.TOP, period="week") == ["Lively", "Quiet"]
    assert titles(order=Order.TOP, period="month") == ["Lively", "Old", "Quiet"]


def test_hot_follows_its_formula(begun, kofi, rosa):
    topic = begun("Warm", ago=timedelta(hours=10))
    with clock.at(timezone.now() - timedelta(hours=4)):
        write_reply(topic, by=kofi, text="Yes.")
    react(first(topic), kofi, rosa)
    now = timezone.now()
    with clock.at(now):
        score_periods([p for p in OFTEN if p == "hot"])

    fresh = Topic.objects.for_actions().get(pk=topic.pk)
    age, quiet = (
        (now - moment).total_seconds() / 3600 for moment in (fresh.created_at, fresh.last_posted_at)
    )
    wanted = 2 / (age + 2) ** 1.2 + (2 + 1) / (quiet + 2) ** 1.2
    assert fresh.scores.get(period="hot").score == pytest.approx(wanted)


def test_lists_by_score_go_on_from_a_place(begun, kofi, rosa):
    for name in ("One", "Two", "Three"):
        react(first(begun(name)), kofi, rosa)
    score_periods(OFTEN)
    page = lines_of(Wanted(order=Order.HOT), NOBODY, 2)
    after = position(page[-1].place(Order.HOT), Order.HOT)
    rest = lines_of(Wanted(order=Order.HOT, after=after), NOBODY, 5)
    assert len({line.pk for line in [*page, *rest]}) == 3


def test_what_is_deleted_or_unlisted_scores_nothing_and_stands_in_no_list(begun, kofi):
    topic = begun("Secretly")
    react(first(topic), kofi)
    Topic.objects.for_actions().update(unlisted=True, listed=False)
    score_periods(OFTEN)

    assert titles() == titles(order=Order.HOT) == titles(categories=(topic.category_id,)) == []
    assert Topic.objects.visible_to(NOBODY).filter(pk=topic.pk).exists()


def test_muted_categories_tags_and_people_stay_out_of_the_common_lists(begun, ada, questions, kofi, lena):
    room = arrange_category("noise", by=ada, name="Noise")
    begun("In the room", category=room)
    begun("Tagged", tags=["noise"])
    begun("By Kofi", by=kofi)
    begun("Plain")
    for thing in (room, Tag.objects.get(name="noise"), kofi):
        follow(thing, by=ada, level=Level.MUTED)

    assert titles(reader_of(ada)) == ["Plain"]
    assert counts(Wanted(), reader_of(ada)).new == 1
    assert titles(reader_of(ada), categories=(room.pk,)) == ["In the room"]
    follow(room, by=ada, level=Level.NORMAL)
    assert titles(reader_of(ada)) == ["Plain", "In the room"]
    assert len(titles(reader_of(lena))) == 4


def test_muting_a_category_mutes_those_below_it(begun, ada, questions, kofi):
    child = arrange_category("newcomers", by=ada, name="Newcomers", parent=questions)
    begun("Below", category=child)
    follow(questions, by=kofi, level=Level.MUTED)
    assert titles(reader_of(kofi)) == []


def test_kinds_that_one_hides_stay_out_of_latest_and_new(begun, kofi):
    begun("Asked", kind=Kind.QUESTION)
    begun("Told")
    save_list_taste(kofi, hidden_kinds=[Kind.QUESTION], new_days=None)

    assert titles(reader_of(kofi)) == titles(reader_of(kofi), Order.NEW) == ["Told"]
    assert titles(reader_of(kofi), filters=Filters(kinds=(Kind.QUESTION,))) == ["Asked"]


def test_new_can_be_what_came_since_the_last_visit(begun, kofi):
    from space.discuss.actions import note_visit

    save_list_taste(kofi, hidden_kinds=[], new_days=0)
    begun("Before", ago=timedelta(hours=5))
    with clock.at(timezone.now() - timedelta(hours=3)):
        note_visit(kofi)
    begun("After", ago=timedelta(hours=1))
    assert titles(reader_of(kofi), Order.NEW) == ["After"]


def test_following_a_person_gives_a_list_of_where_they_write(begun, lena, kofi, rosa):
    begun("Elsewhere")
    there = begun("There")
    write_reply(there, by=kofi, text="I am here.")
    follow(kofi, by=rosa, level=Level.WATCHING)
    assert titles(reader_of(rosa), Order.FOLLOWING) == ["There"]


@pytest.mark.parametrize("order", [Order.LATEST, Order.TOP])
def test_a_position_is_read_as_it_was_written(order):
    value = timezone.now() if order == Order.LATEST else 1.2345678901234567
    assert position(place_of(value, 7), order) == (value, 7)


@pytest.mark.parametrize(
    "text", ["", "x", "_", "1_x", "nan_3", "inf_3", "1e999_2", "2020-13-01T00:00:00Z_1", "1_1_1"]
)
@pytest.mark.parametrize("order", list(Order))
def test_a_position_that_means_nothing_is_the_beginning(text, order):
    assert position(text, order) is None or text == "1_1"


def test_filters_that_mean_nothing_are_left_out():
    asked = {"kind": "novel,question", "status": "x", "languages": "xx-nonsense,fr", "tag": "A,,b"}
    assert Filters.asked(asked) == Filters(tags=("a", "b"), kinds=("question",), languages=("fr",))
    assert Filters.asked(asked).query == "?tag=a%2Cb&kind=question&languages=fr"


@pytest.mark.parametrize("path", ["new", "unread", "following"])
def test_lists_of_somebody_ask_nobody_to_sign_in(client, topic, path):
    assert client.get(f"/discuss/{path}").url.startswith("/accounts/login/")


@pytest.mark.parametrize(
    "path", ["", "new", "unread", "top", "hot", "unanswered", "following", "top?period=all"]
)
@pytest.mark.parametrize(
    "place", ["/discuss/", "/discuss/c/questions/", "/discuss/tag/maps/", "/discuss/by/Lena_Müller/"]
)
def test_every_place_has_every_list(client, begun, kofi, place, path):
    begun("Any", tags=["maps"])
    client.force_login(kofi)
    assert client.get(f"{place}{path}").status_code == 200


def test_a_filter_by_a_category_that_one_may_not_see_is_no_page(client, begun, hideout, lena):
    begun("Any", tags=["maps"])
    client.force_login(lena)
    assert client.get(f"/discuss/tag/maps/?category={hideout.slug}").status_code == 404


def test_top_looks_over_a_longer_time_where_there_is_little(client, begun, kofi, rosa):
    topic = begun("Old", ago=timedelta(days=40))
    with clock.at(timezone.now() - timedelta(days=40)):
        write_reply(topic, by=kofi, text="Once.")
    score_periods([*OFTEN, *SELDOM])
    assert "Old of this test" in client.get("/discuss/top").content.decode()
    assert "Old of this test" not in client.get("/discuss/top?period=week").content.decode()


def test_a_feed_holds_what_its_list_shows(client, begun):
    begun("French", tags=["maps"], language="fr")
    begun("English", tags=["maps"], language="en")
    page = client.get("/discuss/tag/maps/unanswered?languages=fr").content.decode()
    address = "/discuss/tag/maps/unanswered.atom?languages=fr"
    assert f'href="{address}"' in page

    feed = client.get(address).content.decode()
    assert "<title>French of this test</title>" in feed
    assert "English of this test" not in feed
    assert f'href="http://localhost{address}" rel="self"' in feed


def test_programs_get_the_same_as_json(client, begun):
    topic = begun("French", tags=["maps"], language="fr")
    begun("English", tags=["maps"], language="en")
    address = "/discuss/tag/maps/unanswered.json?languages=fr"
    assert (
        f'type="application/feed+json" title="This list" href="{address}"'
        in client.get("/discuss/tag/maps/unanswered?languages=fr").content.decode()
    )

    answer = client.get(address)
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    told = answer.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"http://localhost{address}"
    assert told["home_page_url"] == "http://localhost/discuss/tag/maps/unanswered?languages=fr"
    (item,) = told["items"]
    assert (item["title"], item["language"]) == ("French of this test", "fr")
    assert item["id"] == f"http://localhost/t/{topic.pk}"
    assert item["authors"] == [{"name": "Lena Müller", "url": "http://localhost/people/Lena_M%C3%BCller/"}]
    assert item["date_published"] <= item["date_modified"]


def test_a_topic_has_its_posts_as_json(client, topic, kofi):
    write_reply(topic, by=kofi, text="In **bold** words.")
    told = client.get(f"{topic.get_absolute_url().rstrip('/')}.json").json()
    assert [item["url"].rpartition("/")[2] for item in told["items"]] == ["2", "1"]
    assert "<strong>bold</strong>" in told["items"][0]["content_html"]
    assert client.get(f"{topic.get_absolute_url().rstrip('/')}.xml").status_code == 404


def test_a_topic_that_stands_in_no_list_stands_in_no_feed(client, begun):
    topic = begun("Unlisted")
    Topic.objects.for_actions().filter(pk=topic.pk).update(unlisted=True, listed=False)
    for feed in (
        "/discuss.atom",
        "/discuss.json",
        "/discuss/c/questions.json",
        "/discuss/by/Lena_M%C3%BCller.atom",
    ):
        assert "Unlisted" not in client.get(feed).content.decode()
