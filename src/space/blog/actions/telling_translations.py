"""Whom it concerns that a translation was begun, sent, approved, sent back, left behind. Nobody hears of themselves."""

from collections.abc import Iterable

from space.blog.models import Edition, Reviewer, SentBack, Story, Version
from space.blog.telling.translations import APPROVED, BACK, NAMED, READY, STALE, WISHED
from space.groups.circles import Circle
from space.groups.models import Membership
from space.kit import clock
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News

KIND = "translation"


def of_ready(pk: int, version: int, *, after: int, limit: int) -> Batch:
    """Who reviews its language, and who approved an earlier version."""
    edition, written = _edition(pk), Version.objects.filter(pk=version).first()
    if edition is None or written is None or edition.submitted_at is None:
        return NOTHING
    people = _second_readers(edition)
    people |= {edition.approved_by_id} if edition.approved_by_id else set()
    news = _news(f"translation-ready {version}", edition.story, actor=written.by_id, thing=pk)
    return _batch(news, people - _writers(edition), READY, after, limit)


def of_approved(pk: int, version: int, *, after: int, limit: int) -> Batch:
    """Who wrote it, and the authors of the story."""
    edition = _edition(pk)
    if edition is None or edition.approved_by_id is None:
        return NOTHING
    authors = edition.story.authors.exclude(person=None).values_list("person_id", flat=True)
    news = _news(f"translation-approved {version}", edition.story, actor=edition.approved_by_id, thing=pk)
    return _batch(news, _writers(edition) | set(authors), APPROVED, after, limit)


def of_back(pk: int, *, after: int, limit: int) -> Batch:
    told = SentBack.objects.filter(pk=pk).first()
    edition = _edition(told.edition_id) if told else None
    if told is None or edition is None:
        return NOTHING
    news = _news(f"translation-back {pk}", edition.story, actor=told.by_id, thing=pk)
    return _batch(news, _writers(edition), BACK, after, limit)


def of_stale(pk: int, version: int, by: int, *, after: int, limit: int) -> Batch:
    """Who wrote it and who approved it: they know best what it should say now."""
    edition = _edition(pk)
    if edition is None or edition.stale_since is None:
        return NOTHING
    people = _writers(edition) | ({edition.approved_by_id} if edition.approved_by_id else set())
    news = _news(f"translation-stale {pk} {version}", edition.story, actor=by, thing=pk)
    return _batch(news, people, STALE, after, limit)


def of_wish(pk: int, person: int, *, after: int, limit: int) -> Batch:
    edition = _edition(pk)
    if edition is None:
        return NOTHING
    news = _news(f"translation-wished {pk}", edition.story, actor=edition.by_id, thing=pk)
    return _batch(news, {person}, WISHED, after, limit)


def of_named(story: int, person: int, by: int, *, after: int, limit: int) -> Batch:
    """While they are still named."""
    named = Story.objects.for_actions().filter(pk=story, authors__person=person).first()
    if named is None:
        return NOTHING
    return _batch(_news(f"story-named {story}", named, actor=by, thing=story), {person}, NAMED, after, limit)


def _second_readers(edition: Edition) -> set[int]:
    """Who reviews its language; of what is written for a group its owners and moderators."""
    if edition.story.group_id:
        return set(Membership.objects.leading(edition.story.group_id).values_list("person_id", flat=True))
    return set(Reviewer.objects.filter(language=edition.language).values_list("person_id", flat=True))


def _edition(pk: int) -> Edition | None:
    return Edition.objects.for_actions().select_related("story").filter(pk=pk).first()


def _writers(edition: Edition) -> set[int]:
    return set(edition.versions.values_list("by_id", flat=True))


def _news(once: str, story: Story, *, actor: int, thing: int) -> News:
    circle = story.group_id or Circle.MEMBERS
    return News(at=clock.now(), circle=circle, actor=actor, thing=thing, once=once)


def _batch(news: News, people: Iterable[int], because: str, after: int, limit: int) -> Batch:
    why = {person: because for person in people if person != news.actor}
    return batch_of(news, why, after, limit, kind=KIND)
