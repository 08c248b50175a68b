"""People do everything in any order; after each step all numbers, lists, marks and addresses say the same.

What should be is kept here in plain Python, by the rules of docs/words.md alone; the database is asked afterwards.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import User
from space.accounts.readers import NOBODY, Reader, reader_of
from space.discuss import actions
from space.discuss.actions.recounting import differences
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Answer, Category, Dismissal, Kind, Level, Post, ReadMark, Response, Topic
from space.discuss.openings import stays
from space.discuss.steering.chosen import Chosen
from space.discuss.views.topics import place_of
from space.kit import clock
from space.limits.models import Bucket
from space.notifications.bell import unread
from space.notifications.lines import Asked
from space.notifications.lines import lines_of as lines_of_bell
from space.search import reindexing
from space.testing.stories import publish_another
from space.testing.telling import tell_what_waits
from space.testing.translations import IN_ENGLISH, translate
from tests.reliability.told import Mark, Said, Told, move

WORDS = count(1)
STEERING = ["close_topic", "reopen_topic", "unlist_topic", "list_topic", "pin_topic", "unpin_topic"]


class Everything(RuleBasedStateMachine):
    """One community. Its people, rooms and database come from the test; each run leaves nothing behind."""

    people: list[User]
    rooms: list[Category]

    @initialize()
    def begin(self) -> None:
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.told: dict[int, Told] = {}
        self.dismissed: tuple[Dismissal, dict[int, tuple[Mark, Mark | None]]] | None = None
        self.minute = clock.now() - timedelta(hours=12)
        self.start(0, 0, Kind.QUESTION)
        self.start(1, 1, Kind.CONVERSATION)

    def teardown(self) -> None:
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    def act(self, act: Any, *args: Any, **more: Any) -> tuple[Any, str]:
        """What an action gives a minute later, or the code of its refusal."""
        Bucket.objects.all().delete()
        self.minute += timedelta(minutes=1)
        try:
            with clock.at(self.minute), transaction.atomic():
                return act(*args, **more), ""
        except ValidationError as refused:
            return None, refused.code or "refused"

    def drawn(self, n: int) -> tuple[Topic, Told]:
        alive = [pk for pk, told in self.told.items() if told.posts]
        pk = alive[n % len(alive)]
        return Topic.objects.for_actions().get(pk=pk), self.told[pk]

    def drawn_post(self, n: int, m: int) -> tuple[Post, Told, Said, int]:
        topic, told = self.drawn(n)
        number = sorted(told.posts)[m % len(told.posts)]
        post = Post.objects.for_actions().select_related("topic").get(topic=topic, number=number)
        return post, told, told.posts[number], number

    some = st.integers(0, 50)
    who = st.integers(0, 2)
    kinds = st.sampled_from([Kind.QUESTION, Kind.CONVERSATION])

    @rule(room=st.integers(0, 2), who=who, kind=kinds)
    def start(self, room: int, who: int, kind: Kind) -> None:
        by, text = self.people[who], f"Words {next(WORDS)}."
        topic, _ = self.act(
            actions.start_topic, self.rooms[room], by=by, title="A topic", text=text, kind=kind
        )
        told = self.told[topic.pk] = Told(self.rooms[room], by.pk, {1: Said(by.pk, text)}, kind=kind)
        told.written_by(by, 1)

    @rule(who=who)
    def publish(self, who: int) -> None:
        """A story of which there is a translation: from then on a topic like the others."""
        by, text = self.people[who], f"Words {next(WORDS)}."
        others = [one for one in self.people if one != by]
        story, _ = self.act(publish_another, "A story", text, by=by, reviewer=others[0], board=others[1])
        self.act(translate, story, "en", IN_ENGLISH, by=others[0], reader=others[1])
        told = self.told[story.topic_id] = Told(
            story.topic.category, by.pk, {1: Said(by.pk, text)}, kind=Kind.STORY
        )
        told.written_by(by, 1)

    @rule(n=some, who=who)
    def reply(self, n: int, who: int) -> None:
        topic, told = self.drawn(n)
        text = f"Words {next(WORDS)}."
        post, refused = self.act(actions.write_reply, topic, by=self.people[who], text=text)
        assert bool(refused) == told.deleted
        if post:
            assert post.number == told.next_number
            told.posts[post.number] = Said(self.people[who].pk, text)
            told.written_by(self.people[who], post.number)

    @rule(n=some, m=some)
    def edit(self, n: int, m: int) -> None:
        post, _, said, _ = self.drawn_post(n, m)
        text = f"Other words {next(WORDS)}."
        _, refused = self.act(actions.edit_post, post, by=self.people[2], text=text)
        if not refused:
            said.text = text

    @rule(n=some, m=some, how=st.sampled_from(["delete_post", "restore_post", "hide_post", "show_post"]))
    def turn(self, n: int, m: int, how: str) -> None:
        post, told, said, number = self.drawn_post(n, m)
        if number == 1:
            return
        _, refused = self.act(getattr(actions, how), post, by=self.people[2])
        if refused:
            assert told.deleted
            return
        if how in ("delete_post", "hide_post"):
            said.deleted = said.deleted or (how == "delete_post" and not said.gone)
            said.gone = True
            told.answer = None if told.answer == number else told.answer
        elif how == "show_post" or said.deleted:
            said.gone = said.deleted = False

    @rule(n=some, back=st.booleans())
    def delete_topic(self, n: int, back: bool) -> None:
        topic, told = self.drawn(n)
        act = actions.restore_topic if back else actions.delete_topic
        _, refused = self.act(act, topic, by=self.people[2])
        assert not refused
        told.deleted = not back

    @rule(n=some, room=st.integers(0, 2), renamed=st.booleans())
    def move(self, n: int, room: int, renamed: bool) -> None:
        topic, told = self.drawn(n)
        if not stays(topic):
            return
        there, by = self.rooms[room], self.people[2]
        if renamed:
            title = f"Topic {next(WORDS)}"
            _, refused = self.act(actions.change_topic, topic, by=by, title=title, tags=["a"], category=there)
        else:
            _, refused = self.act(actions.move_topic, topic, there, by=by)
        if not refused:
            told.room = self.rooms[room]
        assert bool(refused) == told.deleted

    @rule(
        n=some,
        what=st.sampled_from(
            ["close_topic", "reopen_topic", "unlist_topic", "list_topic", "pin_topic", "unpin_topic"]
        ),
    )
    def steer(self, n: int, what: str) -> None:
        topic, told = self.drawn(n)
        _, refused = self.act(getattr(actions, what), topic, by=self.people[2])
        assert bool(refused) == told.deleted
        if not refused:
            told.closed = {"close_topic": True, "reopen_topic": False}.get(what, told.closed)
            told.unlisted = {"unlist_topic": True, "list_topic": False}.get(what, told.unlisted)

    @rule(n=some, m=some, many=st.integers(1, 5), room=st.integers(0, 2), kind=kinds)
    def split(self, n: int, m: int, many: int, room: int, kind: Kind) -> None:
        topic, told = self.drawn(n)
        chosen = self.some_of(told, m, many)
        there, by = self.rooms[room], self.people[2]
        named = {"category": there, "title": f"Topic {next(WORDS)}", "kind": kind}
        new, refused = self.act(actions.split_topic, topic, Chosen.these(chosen), by=by, **named)
        whole = not set(told.there) - chosen
        assert bool(refused) == (self.stay(told, chosen) or whole)
        if new:
            self.told[new.pk] = Told(there, new.author_id, {}, kind=kind)
            move(told, self.told[new.pk], chosen, fresh=True)

    @rule(n=some, m=some, many=st.integers(1, 9), other=some)
    def move_posts(self, n: int, m: int, many: int, other: int) -> None:
        """With all that can be seen it is a merger."""
        (topic, told), (into, there) = self.drawn(n), self.drawn(other)
        chosen = self.some_of(told, m, many)
        _, refused = self.act(actions.move_posts, topic, Chosen.these(chosen), into, by=self.people[2])
        assert bool(refused) == (topic == into or there.deleted or self.stay(told, chosen))
        if not refused:
            move(told, there, chosen)

    @staticmethod
    def some_of(told: Told, m: int, many: int) -> set[int]:
        numbers = sorted(told.posts)
        return set(numbers[m % len(numbers) :][:many])

    @staticmethod
    def stay(told: Told, chosen: set[int]) -> bool:
        """Where posts are not moved: they cannot be seen, or the first is more than the beginning of a conversation."""
        first = 1 in chosen or not set(told.there) - chosen
        return told.deleted or not set(told.there) & chosen or (first and told.kind == Kind.STORY)

    @rule(n=some, m=some, who=st.integers(0, 3))
    def open_where_it_stood(self, n: int, m: int, who: int) -> None:
        """The old address of a post leads to where it is now, as the reader may see."""
        old = [
            (pk, number)
            for pk, told in self.told.items()
            for number in told.stood
            if number not in told.posts
        ]
        if not old:
            return
        pk, number = old[m % len(old)]
        said, person = self.told[pk].stood[number], [*self.people, None][who]
        now = next(told for told in self.told.values() if any(one is said for one in told.posts.values()))
        client = Client()
        if person:
            client.force_login(person)
        answer = client.get(reverse("discuss:post", args=["topic", pk, number]), follow=True)
        there = answer.status_code == 200 and said.text in answer.content.decode()
        # Without it one comes to the topic into which its own went.
        assert there == (now.seen_by(person) and not said.gone), answer.status_code

    @rule(n=some, m=some)
    def answer(self, n: int, m: int) -> None:
        post, told, said, number = self.drawn_post(n, m)
        _, refused = self.act(actions.choose_answer, post, by=self.people[2])
        assert bool(refused) == (told.deleted or said.gone or number == 1)
        if not refused:
            told.answer = number

    @rule(n=some, m=some, who=who, back=st.booleans())
    def thank(self, n: int, m: int, who: int, back: bool) -> None:
        post, _, said, _ = self.drawn_post(n, m)
        act = actions.take_back_reaction if back else actions.react
        _, refused = self.act(act, post, by=self.people[who], kind=Response.THANKS)
        if not refused:
            (said.thanks.discard if back else said.thanks.add)(self.people[who].pk)

    @rule(n=some, m=some, who=who)
    def read(self, n: int, m: int, who: int) -> None:
        topic, told = self.drawn(n)
        number = m % max(told.posts) + 1
        self.act(actions.mark_read, topic, self.people[who], number)
        mark = told.mark(self.people[who])
        mark.number = max(mark.number, number)

    @rule(n=some, who=who, level=st.sampled_from([Level.MUTED, Level.NORMAL, Level.TRACKING, Level.WATCHING]))
    def follow(self, n: int, who: int, level: Level) -> None:
        topic, told = self.drawn(n)
        self.act(actions.follow_topic, topic, by=self.people[who], level=level)
        mark = told.mark(self.people[who])
        mark.level, mark.chosen = level, True

    @rule()
    def tell(self) -> None:
        """The worker comes by."""
        tell_what_waits()
        ProcrastinateJob.objects.filter(task_name="notifications.tell_of").delete()

    @rule(who=who)
    def dismiss(self, who: int) -> None:
        person = self.people[who]
        shown = [line.pk for line in lines_of(Wanted(Order.UNREAD), reader_of(person), 100)]
        before = {pk: self.told[pk].mark(person) for pk in shown}
        done, _ = self.act(actions.take_as_read, shown, by=person, what="unread")
        for pk, mark in before.items():
            self.told[pk].marks[person.pk] = replace(mark, number=max(mark.number, self.told[pk].last))
        after = {pk: replace(self.told[pk].mark(person)) for pk in shown}
        self.dismissed = done, {pk: (before[pk], after[pk]) for pk in shown}

    @rule()
    def undo(self) -> None:
        if self.dismissed is None:
            return
        (done, marks), self.dismissed = self.dismissed, None
        person = next(one for one in self.people if one.pk == done.person_id)
        touched = {pk: ReadMark.objects.get(person=person, topic=pk).at != done.at for pk in marks}
        self.act(actions.undo_dismissal, done)
        for pk, (before, _) in marks.items():
            if not touched[pk]:
                self.told[pk].mark(person).number = before.number

    @rule(n=some, m=some, who=st.integers(0, 3))
    def open(self, n: int, m: int, who: int) -> None:
        """The address of a post leads to it, or to nothing, as the reader may see."""
        post, told, said, number = self.drawn_post(n, m)
        person = [*self.people, None][who]
        # A browser of its own: the next page in the same one would note how far this one was read.
        client = Client()
        if person:
            client.force_login(person)
        answer = client.get(place_of(post.topic, number))
        words = answer.content.decode() if answer.status_code == 200 else ""
        there = f'id="p{number}"' in words and said.text in words
        assert there == (told.seen_by(person) and not said.gone), answer.status_code

    @invariant()
    def a_recount_finds_no_difference(self) -> None:
        assert differences() == []

    @invariant()
    def what_search_finds_is_what_there_is(self) -> None:
        assert reindexing.differences() == []

    @invariant()
    def what_is_kept_of_topics_is_what_was_done(self) -> None:
        kept = Topic.objects.for_actions().in_bulk(self.told)
        chosen = dict(Answer.objects.filter(topic__in=self.told).values_list("topic", "post__number"))
        for pk, told in self.told.items():
            topic = kept[pk]
            assert (topic.posts_count, topic.last_number, topic.highest_number) == (
                len(told.there), told.last, max(told.posts, default=0),
            )  # fmt: skip
            assert chosen.get(pk) == told.answer
            assert topic.category_id == told.room.pk

    @invariant()
    def everybody_sees_what_they_may_and_nothing_else(self) -> None:
        for person, reader in self.readers():
            seen = set(
                Post.objects.visible_to(reader).filter(topic__in=self.told).values_list("topic", "number")
            )
            assert seen == {
                (pk, number)
                for pk, told in self.told.items()
                if told.seen_by(person)
                for number in told.there
            }

    @invariant()
    def lists_show_what_their_counts_say(self) -> None:
        for person, reader in self.readers():
            latest = {line.pk for line in lines_of(Wanted(Order.LATEST), reader, 100)}
            assert latest == {pk for pk, told in self.told.items() if self.in_latest(told, person)}
            if person:
                unread = {line.pk for line in lines_of(Wanted(Order.UNREAD), reader, 100)}
                assert unread == {pk for pk, told in self.told.items() if told.unread_by(person)}
                new = lines_of(Wanted(Order.NEW), reader, 100)
                assert counts(Wanted(Order.LATEST), reader)[:2] == (len(new), len(unread))

    @invariant()
    def the_bell_counts_what_its_page_shows_and_tells_nobody_of_themselves(self) -> None:
        for person, reader in self.readers():
            lines = Asked(unread=True).found(reader, 99) if person else []
            assert unread(reader) == len(lines) == len(lines_of_bell(lines, reader))
            assert person is None or all(person.pk not in line.actors for line in lines)

    @invariant()
    def marks_stand_where_people_read(self) -> None:
        kept = ReadMark.objects.filter(topic__in=self.told).values_list("topic", "person", "number", "level")
        marks = {(topic, person): (number, level) for topic, person, number, level in kept}
        for pk, told in self.told.items():
            for person, mark in told.marks.items():
                assert marks.get((pk, person), (0, 0)) == (mark.number, mark.level)

    def readers(self) -> Iterator[tuple[User | None, Reader]]:
        yield None, NOBODY
        for person in (getattr(self, "told", None) and self.people) or []:
            yield person, reader_of(person)

    def in_latest(self, told: Told, person: User | None) -> bool:
        mark = told.marks.get(person.pk) if person else None
        return told.seen_by(person) and not told.unlisted and not (mark and mark.level == Level.MUTED)


@pytest.fixture
def community(db, lena, kofi, rosa, ada, questions, hideout) -> None:
    Everything.people = [lena, kofi, rosa]
    Everything.rooms = [questions, actions.arrange_category("stories", by=ada, name="Stories"), hideout]


def test_in_any_order_numbers_lists_marks_and_addresses_agree(community) -> None:
    # What fails is told as it was found: making it shorter takes longer than a whole run.
    how: Any = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.generate]}
    run_state_machine_as_test(Everything, settings=settings(max_examples=4, stateful_step_count=40, **how))
