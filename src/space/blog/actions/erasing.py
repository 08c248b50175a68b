"""What becomes of the stories of who is erased."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from space.accounts.models import User
from space.accounts.personal import Way
from space.blog.actions.finding import lock_story, touch
from space.blog.models import (
    UNDER_WAY,
    Author,
    Correction,
    Editing,
    Edition,
    Note,
    Reviewer,
    SentBack,
    Stage,
    Story,
    Taken,
    Version,
)
from space.groups.models import Group
from space.uploads.actions import let_go
from space.web import versions

_FEW = 20
_WORDS = {"title": "", "summary": "", "caption": "", "alt": "", "source": "", "html": "", "words": 0}


def offices(person: User, way: Way) -> bool:
    for model in (Reviewer, Editing):
        model.objects.filter(person=person).delete()
    # Who has a review and is gone keeps nobody waiting.
    Story.objects.for_actions().filter(reviewer=person, stage__in=UNDER_WAY).update(reviewer=None)
    versions.bump("newsroom")
    return False


def work(person: User, way: Way) -> bool:
    if way == Way.WORDS:
        Taken.objects.filter(by=person).exclude(reason="").update(reason="")
        SentBack.objects.filter(by=person).exclude(words="").update(words="")
    return False


def stories(person: User, way: Way) -> bool:
    """What nobody else saw goes. What was shared and not published loses its words, where words go, if they are theirs
    alone. What was published stays."""
    if unshared := list(_alone(person).filter(shared_at=None, topic=None, room=None)[:_FEW]):
        _delete(unshared)
        return True
    mine = Story.objects.for_actions().filter(by=person)
    mine.exclude(note="").update(note="")
    if way == Way.NAME:
        return False
    Version.objects.filter(by=person).exclude(note="").update(note="")
    found = list(_alone(person).filter(topic=None).exclude(stage=Stage.WITHDRAWN)[:_FEW])
    for story in found:
        _blank(story)
    return bool(found)


@transaction.atomic
def empty_group(group: Group) -> bool:
    """Of a group that ended: the words of its stories go, and what was said about them on their way."""
    saying = Version.objects.filter(edition__story=OuterRef("pk")).exclude(title="", summary="", source="")
    rows = Story.objects.for_actions().filter(Exists(saying), group=group)
    found = list(rows.order_by("pk")[:_FEW])
    for story in found:
        _blank(story)
        Taken.objects.filter(story=story).update(reason="")
        Correction.objects.filter(story=story).update(note="")
        SentBack.objects.filter(edition__story=story).update(words="")
        Note.objects.filter(edition__story=story).update(passage="")
        Version.objects.filter(edition__story=story).update(note="")
    return bool(found)


def _alone(person: User) -> QuerySet[Story]:
    """Stories of this person that nobody else is named in, and nobody else wrote in."""
    others = Author.objects.filter(story=OuterRef("pk"), person__isnull=False).exclude(person=person)
    written = Version.objects.filter(edition__story=OuterRef("pk")).exclude(by=person)
    mine = Q(by=person) | Q(Exists(Author.objects.filter(story=OuterRef("pk"), person=person)))
    rows = Story.objects.for_actions().filter(mine).exclude(Exists(others))
    return rows.exclude(Exists(written)).order_by("pk")


def _delete(found: list[Story]) -> None:
    going = Story.objects.for_actions().filter(pk__in=[story.pk for story in found])
    let_go(going)
    Edition.objects.for_actions().filter(story__in=going).update(current=None, shown=None)
    going.delete()
    versions.bump("newsroom")


def _blank(story: Story) -> None:
    story = lock_story(story.pk)
    Version.objects.filter(edition__story=story).update(parts=None, tag_names={}, **_WORDS)
    Edition.objects.for_actions().filter(story=story).update(title="", summary="", slug="", tag_names={})
    let_go(Story.objects.for_actions().filter(pk=story.pk))
    story.stage, story.lead, story.note = Stage.WITHDRAWN, None, ""
    touch(story)
    story.save()
