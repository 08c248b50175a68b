"""Under a post that was answered: how often, and the ways to the answers."""

from django.template.loader import render_to_string
from django.utils.translation import get_language, npgettext

from space.discuss.addresses import place_of
from space.discuss.models import Topic
from space.discuss.thread.marks import Mark
from space.web import fragments

Key = tuple[int, str, tuple[int, ...]]


def answers_html(topic: Topic, marks: list[Mark]) -> dict[int, str]:
    """By the number of the post, ready-made: kept by the numbers of the answers, so never out of date."""
    keys: dict[int, Key] = {
        mark.number: (topic.pk, topic.slug, mark.answered) for mark in marks if _is_worth_it(mark)
    }
    if not keys:
        return {}

    def build(missing: list[Key]) -> dict[Key, str]:
        return {key: _made(topic, key[2]) for key in missing}

    made = fragments.kept("answers", keys.values(), build, language=get_language() or "")
    return {number: made[key] for number, key in keys.items()}


def _is_worth_it(mark: Mark) -> bool:
    """One answer right below it is seen anyway."""
    return bool(mark.answered) and mark.answered != (mark.number + 1,)


def _made(topic: Topic, numbers: tuple[int, ...]) -> str:
    count = npgettext("post", "%(n)d reply", "%(n)d replies", len(numbers)) % {"n": len(numbers)}
    answers = [{"number": number, "url": place_of(topic, number)} for number in numbers]
    return render_to_string("discuss/_answers.html", {"count": count, "answers": answers})
