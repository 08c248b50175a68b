"""Somebody who has left something in every corner, all of it marked; and where in the database the marks are found."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.db import connection

from space.accounts.actions import save_preferences
from space.accounts.models import User
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.models import Story
from space.blog.texts import Words
from space.community.models import Setting
from space.discuss.actions import (
    bookmark,
    close_topic,
    edit_post,
    follow,
    react,
    save_draft,
    start_topic,
    write_reply,
)
from space.discuss.models import Category, Level, Moderator, Post, Response
from space.events.actions import add_event
from space.events.actions.asking import Asked, ask, give, write_to_attendees
from space.events.actions.attending import answer
from space.events.actions.secrets import make_calendar_key
from space.events.models import Answer, Source, Template
from space.groups.actions import admit, office
from space.groups.models import Office
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.actions import penalise
from space.moderation.models import Measure
from space.notifications import mail
from space.notifications.actions import wish
from space.notifications.kinds import Channel
from space.testing.events import TRAINING
from space.testing.polls import ask as ask_poll
from space.testing.polls import votes
from space.uploads.actions import keep_file, show_picture
from space.uploads.tests.makers import picture

# Their words; what they are called; and what others wrote of them.
WORD, NAME = "quorzyxlop", "Quillfeather"
_TEXT_COLUMNS = """
SELECT table_name, column_name, data_type FROM information_schema.columns
JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""


def places_of(mark: str) -> set[str]:
    """Every column of the whole database in which this stands, whatever its type."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(_TEXT_COLUMNS)
        for table, column, kind in cursor.fetchall():
            text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}" WHERE {text} ILIKE %s)', [f"%{mark}%"])
            if cursor.fetchone()[0]:
                found.add(f"{table}.{column}")
    return found


@contextmanager
def later(minutes: int):
    """Nobody waits between two things."""
    Bucket.objects.all().delete()
    with clock.at(clock.now() + timedelta(minutes=minutes)):
        yield


def marked_person() -> User:
    person = User(name=f"{NAME}@local", trust=2, email=f"{NAME}@example.org".lower())
    person.set_password(f"{WORD} password")
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    save_preferences(
        person,
        language="",
        languages=["fr"],
        theme="dark",
        time_zone="Africa/Accra",
        about=f"{WORD} about {NAME}",
    )
    show_picture(ContentFile(picture()), by=person)
    return User.objects.get(pk=person.pk)


def writes(person: User, room: Category, other: User) -> None:
    """Topics with an answer and without, replies, edits, a poll, a file, reactions, drafts."""
    file = keep_file(ContentFile(picture()), by=person, name=f"{WORD}.png", alt=WORD)
    with later(1):
        answered = start_topic(
            room, by=person, title=f"A {WORD} question", text=f"{WORD} ![x](upload:{file.pk})", tags=["x"]
        )
    first = Post.objects.get(topic=answered, number=1)
    with later(20):
        edit_post(first, by=person, text=f"{WORD} anew", title=f"Another {WORD} question", summary=WORD)
    with later(21):
        write_reply(answered, by=other, text=f"@{NAME}@local is right")
    with later(22):
        alone = start_topic(room, by=person, title=f"An {WORD} monologue", text=f"Only {WORD}")
        ask_poll(alone, f"{WORD} or not?", options=(f"{WORD} yes", "No"))
    with later(23):
        own = start_topic(room, by=other, title="What does the other one say?", text="Please tell")
    with later(24):
        reply = write_reply(own, by=person, text=f"{WORD}, says {NAME}")
    asked = Post.objects.get(topic=own, number=1)
    votes(ask_poll(own, "Which one?", secret=False), (person, "Salt"), (other, "Bread"))
    _responds(person, other, asked, reply)
    save_draft("topic", by=person, data={"text": WORD})
    close_topic(alone, by=person, reason=WORD)
    Moderator.objects.create(category=room, person=person)


def _responds(person: User, other: User, asked: Post, reply: Post) -> None:
    react(asked, by=person, kind=Response.THANKS)
    bookmark(asked, by=person, note=WORD)
    react(reply, by=other, kind=Response.STAR)
    follow(other, by=person, level=Level.WATCHING)
    follow(person, by=other, level=Level.WATCHING)


def plans(person: User, other: User) -> None:
    """Tells stories and plans events."""
    day = clock.now().date() + timedelta(days=10)
    plan = replace(TRAINING, first_day=day, last_day=day, place=f"{WORD} house", address=f"{WORD} street")
    with later(30):
        event = add_event(plan, by=person, title=f"The {WORD} evening", text=f"Come to {WORD}")
    with later(31):
        begin_story(Words(f"{WORD} title", WORD, f"{WORD} text"), by=person, language="en")
        Bucket.objects.all().delete()
        shared = begin_story(Words(f"{WORD} shared", WORD, f"{WORD} text"), by=person, language="en")
    Story.objects.filter(pk=shared.pk).update(note=WORD)
    with later(32):
        take_step(shared, "submit", by=person, reason=WORD)
    with later(33):
        theirs = add_event(plan_of_other(day), by=other, title="Another evening", text="Come, too")
    ask(theirs, [Asked("What do you eat?")], by=theirs.by)
    give(answer(theirs, by=person, says=Answer.GOING), {theirs.questions.get().pk: WORD})
    write_to_attendees(event, by=person, text=WORD)
    make_calendar_key(by=person)
    Source.objects.create(by=person, name=f"{WORD}.ics")
    Template.objects.create(by=person, name=WORD, said={"title": WORD})
    admit(office(Office.EDITORS), person)


def plan_of_other(day):
    return replace(TRAINING, first_day=day, last_day=day, capacity=1)


def is_known(person: User, other: User) -> None:
    """What this place and others have on somebody."""
    until = clock.now() + timedelta(days=1)
    penalise(person, Measure.SILENCE, by=other, until=until, reason=f"{NAME} was loud")
    mail.send(person, subject="Hello", text=f"Dear {NAME}")
    wish(person, Channel.BELL, ["mention"])
    Setting.objects.create(name="x", value=1, by=person)
