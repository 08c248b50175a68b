"""What organisers ask who comes, what they are answered, and what they write to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import npgettext

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_gates
from space.events.actions.attending import lock_places
from space.events.actions.finding import touch_page
from space.events.actions.telling_guests import write_of_word
from space.events.models import Attendance, Event, Given, Question, Word
from space.kit import clock
from space.kit.fields import one_line, tidy
from space.languages import guess
from space.limits.actions import Limit, take
from space.notifications.actions import tell

MOST_QUESTIONS, MOST_OPTIONS = 5, 10
KEPT_FOR = timedelta(days=90)
WORDS_A_DAY = Limit("event-words", 5, timedelta(days=1))


@dataclass(frozen=True)
class Asked:
    text: str
    options: tuple[str, ...] = ()


@transaction.atomic
def ask(event: Event, questions: Sequence[Asked], *, by: User) -> None:
    """These questions and no others. One that reads as before keeps what was answered to it; others lose theirs."""
    event = lock_places(event)
    questions = _passed(event, questions, by)
    if len(questions) > MOST_QUESTIONS:
        raise ValidationError(_too_many(), code="too_many")
    there = {(one.text, tuple(one.options)): one for one in event.questions.all()}
    kept = [there.get((one.text, one.options)) for one in questions]
    event.questions.exclude(pk__in=[one.pk for one in kept if one]).delete()
    for place, (asked, old) in enumerate(zip(questions, kept, strict=True)):
        question = old or Question(event=event, text=asked.text, options=list(asked.options))
        question.position = place
        question.save()
    touch_page(event)


def _passed(event: Event, questions: Sequence[Asked], by: User) -> list[Asked]:
    """As they can be asked. Questions that are asked already are not looked at again."""
    known = {line for one in event.questions.all() for line in (one.text, *one.options)}
    lines = dict.fromkeys(line for one in questions for line in (one.text, *one.options))
    words = {line: line for line in lines if line not in known}
    saying = Saying(by, event, "event-questions", words, {}, event.topic.language, cannot_wait=True)
    now = pass_gates(saying)
    return [
        Asked(now.get(one.text, one.text)[:200], tuple(now.get(said, said)[:100] for said in one.options))
        for one in questions
    ]


@transaction.atomic
def give(attendance: Attendance, answers: Mapping[int, str]) -> None:
    """What somebody answers to questions, by their ids; an empty answer takes the one before away."""
    asked = {one.pk: one for one in Question.objects.filter(event=attendance.event_id)}
    for pk, said in answers.items():
        text = one_line(said)[:500]
        question = asked.get(pk)
        if question is None or (text and question.options and text not in question.options):
            continue
        if text:
            Given.objects.update_or_create(attendance=attendance, question=question, defaults={"text": text})
        else:
            Given.objects.filter(attendance=attendance, question=question).delete()


@transaction.atomic
def write_to_attendees(event: Event, *, by: User, text: str, of: date | None = None) -> Word | None:
    """A word to who goes or is interested, on one date or at all, in their bell, and to guests by mail. A few a day.

    None where it waits until somebody looked at it.
    """
    take(f"person:{by.pk}", WORDS_A_DAY)
    text, day = tidy(text)[:1000], of.isoformat() if of else ""
    saying = Saying(by, event, "event-word", {"text": text}, {}, guess(text).code, day)
    text = pass_gates(saying)["text"]
    return send_word(event, text[:1000], by=by, of=of) if text else None


@transaction.atomic
def send_word(event: Event, text: str, *, by: User, of: date | None) -> Word:
    """Once it has passed, or somebody looked at it."""
    word = Word.objects.create(
        event=event, of=of, by=by, at=clock.now(), text=text, language=guess(text).code
    )
    tell(f"event-word {word.pk}")
    write_of_word(word)
    return word


def forget_given() -> int:
    """Each night: answers to the questions of what ended 90 days ago go. Says how many went."""
    return Given.objects.filter(question__event__in=long_over().values("pk")).delete()[0]


def long_over() -> "QuerySet[Event]":
    """Of whose attendance nothing private is kept any more."""
    until = clock.now() - KEPT_FOR
    return Event.objects.for_actions().annotate(ended=Max("occurrences__ends_at")).filter(ended__lt=until)


def _too_many() -> str:
    text = npgettext(
        "event",
        "An event can ask %(n)d question. Leave one out.",
        "An event can ask %(n)d questions. Leave one out.",
        MOST_QUESTIONS,
    )
    return text % {"n": MOST_QUESTIONS}
