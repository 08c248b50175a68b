"""The demo community comes to be by the ordinary actions, and only once."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from space.accounts.models import Nature, User
from space.accounts.readers import NOBODY, reader_of
from space.blog.models import Story
from space.discuss.actions.recounting import differences
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import (
    Answer,
    Bookmark,
    Category,
    Deed,
    Deletion,
    Draft,
    Kind,
    LastPost,
    Mention,
    Period,
    Pin,
    Post,
    Reaction,
    Revision,
    Topic,
)
from space.events.models import Attendance, Change, Event, Occurrence, Status
from space.events.numbers import PROTECTED_COUNTRIES
from space.kit import clock
from space.kit.fields import one_line
from space.limits.models import Bucket
from space.messages.inbox import INBOX, REQUESTS, SENT, Box
from space.pages.demo import cast, planned, texts
from space.pages.tests import seeded_stories
from space.search import reindexing
from space.uploads.models import Upload


@pytest.fixture
def seeded(db: None, settings: Any, tmp_path: Any) -> None:
    settings.DEMO = True
    settings.MEDIA_ROOT = tmp_path
    call_command("seed_demo")


def everything() -> Counter[str]:
    models = (User, Category, Topic, Post, Revision, Mention, Upload, Reaction, Bookmark, Event, Attendance)
    counted = Counter({model.__name__: model._base_manager.count() for model in models})
    return counted + seeded_stories.counted()


def shown() -> int:
    """A drawing is sent once for each conversation that shows it, and is gone with a deleted post."""
    told = [texts.read(path) for path in (cast.HERE / "topics").glob("*/*.md")]
    return sum(
        len({name for post in _there(conversation) for _, name in texts.drawings(post.text)})
        for conversation in told
    )


def _there(conversation: texts.Conversation) -> list[texts.Said]:
    return [post for post in conversation.posts if not post.deletion]


def _people_can_be_found_and_some_have_pictures() -> None:
    assert User.objects.filter(nature=Nature.PERSON).count() == len(cast.people())
    assert User.objects.exclude(picture="").count() == sum(bool(person.picture) for person in cast.people())
    assert LastPost.objects.count() > 30
    assert Draft.objects.kept().count() == len(cast.drafts()) > 0


def _its_numbers_are_right() -> None:
    assert differences() == []
    assert everything()["Reaction"] > 500
    assert everything()["Bookmark"] > 20


def _what_was_done_to_whole_conversations_has_been_done() -> None:
    told = [texts.read(path) for path in (cast.HERE / "topics").glob("*/*.md")]

    def how_many(name: str) -> int:
        return sum(bool(getattr(one, name)) for one in told)

    done = Counter(Deed.objects.values_list("what", flat=True))
    assert done["retitled"] == how_many("renaming") > 0
    assert done["moved"] == how_many("move") > 0
    assert done["retagged"] == how_many("retagging") > 0
    assert done["pinned"] == Pin.objects.filter(topic__about_of=None).count() == how_many("pinned") > 0
    assert done["answered"] == Answer.objects.count() == how_many("answer") > 0
    asked = Topic.objects.for_actions().filter(kind=Kind.QUESTION)
    assert asked.count() == how_many("is_question") > how_many("answer")
    noted = sum(bool(post.note) for one in told for post in one.posts)
    assert Post.objects.for_actions().exclude(content_note="").count() == noted > 0
    deleted = sum(bool(post.deletion) for one in told for post in one.posts)
    assert Deletion.objects.count() == deleted > 0
    now = Topic.objects.for_actions().values_list("category__slug", "title")
    assert {(one.room, one_line(one.title)) for one in told} <= set(now)


def _who_signs_in_finds_something_new_and_something_unread_and_lists_are_ready() -> None:
    told = [counts(Wanted(Order.LATEST), reader_of(User.objects.get(name=one.name))) for one in cast.people()]
    assert sum(bool(one.unread) for one in told) > len(told) / 2
    assert sum(bool(one.new) for one in told) > len(told) / 2
    for order in (Order.TOP, Order.HOT):
        assert len(lines_of(Wanted(order, period=Period.MONTH), NOBODY, 30)) > 10
    assert Topic.objects.visible_to(NOBODY).filter(views__gt=20).count() > 50


def _quotes_and_drawings_are_shown() -> None:
    thread = Topic.objects.get(title__startswith="No power until four")
    quoting = Post.objects.for_actions().get(topic=thread, number=5)
    assert "<cite>" in quoting.html, "a quote says whose words it holds"
    drawn = Post.objects.for_actions().get(topic=thread, number=4)
    assert 'src="/uploads/' in drawn.html, "the drawing is shown"
    count = Upload.objects.visible_to(NOBODY).count()
    assert count == shown() + seeded_stories.pictures("published"), "whoever reads the post sees its drawing"


def _stories_are_on_their_way() -> None:
    seeded_stories.they_are_as_the_files_tell()
    seeded_stories.translations_stand_where_they_were_left()
    seeded_stories.every_picture_says_whose_it_is()
    seeded_stories.nobody_did_what_rules_forbid()
    seeded_stories.all_came_in_its_order()
    assert not reindexing.differences()


def _events_are_in_the_calendar() -> None:
    assert Event.objects.for_actions().count() == len(planned.read())
    cancelled = Event.objects.for_actions().filter(status=Status.CANCELLED)
    assert cancelled.count() == sum(bool(one.cancelled) for one in planned.read())
    assert cancelled.filter(reason__startswith="The reading room").exists()
    assert Change.objects.count() == sum(len(one.singles) for one in planned.read())
    assert Attendance.objects.filter(waits_since__isnull=False).exists()
    assert PROTECTED_COUNTRIES() == ("AF",)
    assert Attendance.objects.count() == sum(len(one.going) + len(one.interested) for one in planned.read())
    ahead = clock.now() + timedelta(days=300)
    assert (
        Occurrence.objects.for_actions().filter(starts_at__gt=ahead).values("event").distinct().count() >= 10
    )


def _people_write_to_each_other() -> None:
    marit = reader_of(User.objects.get(name="Marit Fjellvang"))
    assert Topic.objects.for_actions().filter(kind=Kind.MESSAGE).count() == len(cast.letters())
    assert [len(Box(name).found(marit)[0]) for name in (INBOX, SENT, REQUESTS)] == [1, 1, 1]


def _a_closed_circle_keeps_to_itself() -> None:
    inside = Topic.objects.for_actions().filter(category__slug="safety-circle")
    meetings = [one for one in planned.read() if one.category == "safety-circle"]
    files = list((cast.HERE / "topics" / "safety-circle").glob("*.md"))
    its_stories = Story.objects.for_actions().exclude(group=None)
    talk = inside.exclude(pk__in=its_stories.exclude(topic=None).values("topic"))
    talk = talk.exclude(pk__in=its_stories.values("room"))
    assert talk.count() == len(files) + len(meetings)
    kofi, lena = (reader_of(User.objects.get(name=name)) for name in ("Kofi Ansare", "Lena Moorwitz"))
    assert Topic.objects.visible_to(kofi).filter(pk__in=inside).count() == inside.count()
    assert not Topic.objects.visible_to(lena).filter(pk__in=inside).exists()


def _what_is_new_comes_into_a_demo_that_stands(made: Counter[str]) -> None:
    """As after an upgrade: it happens in the past of people who have used up what they may do today."""
    Bucket.objects.update(empty_at=clock.now())
    seeded_stories.one_is_forgotten("ein-werkzeug-abschalten")
    call_command("seed_demo")
    assert everything()["Story"] == made["Story"] + 1


def test_the_community_is_whole_and_made_once(seeded: None) -> None:
    """One test for all that is looked at, because making it takes a quarter of a minute."""
    made = everything()
    _its_numbers_are_right()
    _what_was_done_to_whole_conversations_has_been_done()
    _who_signs_in_finds_something_new_and_something_unread_and_lists_are_ready()
    assert made["Topic"] >= 100 + 8
    _people_can_be_found_and_some_have_pictures()
    _stories_are_on_their_way()
    _events_are_in_the_calendar()
    call_command("seed_demo")
    assert everything() == made

    public = Topic.objects.visible_to(NOBODY).exclude(kind=Kind.ARCHIVED)
    assert public.values("language").distinct().count() >= 25
    assert not Topic.objects.for_actions().filter(language="").exists()
    assert differences() == []
    assert not Post.objects.for_actions().filter(created_at__gt=clock.now()).exists()

    _people_write_to_each_other()
    _a_closed_circle_keeps_to_itself()
    assert reader_of(User.objects.get(name="Viktor@local")).is_suspended
    assert reader_of(User.objects.get(name="Marit Fjellvang")).is_administrator
    assert not User.objects.get(name="Amina@local").has_usable_password()
    _quotes_and_drawings_are_shown()
    _what_is_new_comes_into_a_demo_that_stands(made)


def test_it_is_made_in_a_demo_only(db: None, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo only"):
        call_command("seed_demo")
