"""Whom a step, a long wait or a new role concerns: a job asks here. Nobody hears of what they did themselves."""

from collections.abc import Iterable, Iterator

from space.blog.actions.finding import fresh
from space.blog.actions.history import who_set_the_clock
from space.blog.models import Reviewer, Stage, Story, Taken
from space.blog.telling.words import AUTHOR, BOARD, LANGUAGE, LEADER, REVIEWER, WAITS
from space.groups.circles import Circle
from space.groups.models import Membership, Office
from space.moderation.models import LogEntry
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News
from space.notifications.messages import message


def of_step(pk: int, *, after: int, limit: int) -> Batch:
    """Its authors hear of every step, and who reviews it; others of what waits for them, or went wrong."""
    taken = Taken.objects.filter(pk=pk).first()
    if taken is None:
        return NOTHING
    story = fresh(taken.story_id)
    actor = taken.by_id or who_set_the_clock(story).pk
    news = News(
        at=taken.at, circle=story.group_id or Circle.MEMBERS, actor=actor, thing=pk, once=f"story-step {pk}"
    )
    why = dict(_concerned(story, taken))
    if taken.by_id:
        why.pop(taken.by_id, None)
    return batch_of(news, why, after, limit, kind="editorial")


def of_waiting(pk: int, since: int, *, after: int, limit: int) -> Batch:
    """Who has its review; where nobody has, the reviewers of its language and the board."""
    story = fresh(pk)
    if story.stage != Stage.REVIEW or int(story.stage_since.timestamp()) != since or not story.reminded_at:
        return NOTHING
    people = [story.reviewer_id] if story.reviewer_id else [*_reviewers(story), *_board(story)]
    news = News(
        at=story.reminded_at,
        circle=story.group_id or Circle.MEMBERS,
        actor=story.by_id,
        thing=pk,
        once=f"story-waits {pk} {since}",
    )
    authors = set(_authors(story))
    why = {person: WAITS for person in people if person not in authors}
    return batch_of(news, why, after, limit, kind="editorial")


def of_reviewer(pk: int, *, after: int, limit: int) -> Batch:
    return _of_role(pk, "reviewer")


def _of_role(pk: int, name: str) -> Batch:
    entry = LogEntry.objects.filter(pk=pk).first()
    if entry is None or entry.by_id == entry.thing_id:
        return NOTHING
    return message(name, entry.thing_id, of=pk, by=entry.by_id, at=entry.at, once=f"log {pk}")


def _concerned(story: Story, taken: Taken) -> Iterator[tuple[int, str]]:
    """From the weakest reason to the strongest: of several the last one holds."""
    if taken.step == "submit" and story.reviewer_id is None:
        yield from ((person, _decides(story)) for person in _board(story))
        yield from ((person, LANGUAGE) for person in _reviewers(story))
    elif taken.by_id is None or taken.before == Stage.SCHEDULED:
        yield from ((person, _decides(story)) for person in _board(story))
    if story.reviewer_id:
        yield story.reviewer_id, REVIEWER
    yield from ((person, AUTHOR) for person in _authors(story))


def _authors(story: Story) -> list[int]:
    return [one.person_id for one in story.authors.all() if one.person_id]


def _board(story: Story) -> Iterable[int]:
    """Who decides about it; of what is written for a group nobody else may know of it."""
    if story.group_id:
        return Membership.objects.leading(story.group_id).values_list("person_id", flat=True)
    board = Membership.objects.filter(group__office=Office.EDITORS)
    return board.values_list("person_id", flat=True)


def _decides(story: Story) -> str:
    return LEADER if story.group_id else BOARD


def _reviewers(story: Story) -> Iterable[int]:
    if story.group_id:
        return []
    return Reviewer.objects.filter(language=story.language).values_list("person_id", flat=True)
