"""What is asked of the stories of a demo that has been made."""

from collections import Counter
from itertools import pairwise

from django.db.models import F

from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.readiness import missing, uncredited
from space.blog.models import (
    Check,
    Correction,
    Credit,
    Edition,
    Note,
    Stage,
    Story,
    Taken,
    Version,
    Wish,
)
from space.blog.permissions import (
    can_approve,
    can_claim,
    can_feature,
    can_improve,
    can_resolve,
    can_take,
    can_tick,
    can_translate,
)
from space.blog.steps import STEPS
from space.discuss.models import Post, Topic
from space.groups.actions import office
from space.groups.models import Office
from space.kit import clock
from space.pages.demo import cast, story_texts
from space.pages.demo.actions import stories
from space.pages.demo.story_texts import Story as Told


def told() -> list[Told]:
    return [story_texts.read(path) for path in sorted((cast.HERE / "stories").glob("*.md"))]


def counted() -> Counter[str]:
    models = (Story, Edition, Version, Taken, Check, Note, Correction, Credit, Wish)
    return Counter({model.__name__: model._base_manager.count() for model in models})


def pictures(stage: str = "") -> int:
    """A picture is sent once for each story that shows it."""
    return sum(
        len({one.lead} - {""} | {p.name for p in story_texts.pictures(one.original.text)})
        for one in told()
        if stage in ("", one.stage)
    )


def they_are_as_the_files_tell() -> None:
    files = told()
    # Those of groups stand in a file of their own.
    of_all = Story.objects.for_actions().filter(group=None)
    stages = Counter(of_all.values_list("stage", flat=True))
    assert stages == Counter(one.stage.value for one in files)
    notes = [note for one in files for note in one.review.notes]
    assert Note.objects.count() == len(notes)
    assert Note.objects.exclude(resolved_at=None).count() == sum(bool(note.resolved) for note in notes)
    assert Check.objects.count() == sum(len(one.checks) for one in files)
    assert Correction.objects.count() == sum(len(one.corrections) for one in files) > 0
    assert Story.objects.for_actions().exclude(featured_at=None).count() == 1
    assert Story.objects.for_actions().exclude(reviewer=None).count() == sum(
        bool(one.reviewer) for one in files
    )
    said = sum(len(one.conversation) + len(one.review.posts) for one in files)
    rooms = Post.objects.for_actions().filter(topic__category__slug__in=["stories", "newsroom"], number__gt=1)
    assert rooms.count() == said + len(notes)
    texts = {version.source for version in Version.objects.filter(pk__in=Edition.objects.values("current"))}
    assert not any("drawing:" in text or "topic:" in text for text in texts)


def translations_stand_where_they_were_left() -> None:
    files = [translation for one in told() for translation in one.translations]
    made = Edition.objects.for_actions().filter(is_original=False, story__group=None)
    assert made.count() == len(files)
    assert made.exclude(shown=None).count() == sum(bool(one.approval) for one in files) > 2
    waiting = made.filter(shown=None).exclude(submitted_at=None)
    assert waiting.count() == sum(bool(one.ready and not one.approval) for one in files) == 1
    assert made.filter(shown=None, submitted_at=None).count() == 1, "one is still being made"
    assert made.exclude(stale_since=None).count() == 1, "the original was corrected after it was translated"
    assert not made.filter(current__parts=None).exists(), "each stands beside its original by paragraphs"
    for edition in made.exclude(approved_by=None).with_writers().select_related("approved_by", "story"):
        approver = edition.approved_by
        assert approver is not None
        assert can_approve(reader_of(approver), edition), edition
    wished = [len(one.wanted_in) for one in told() if one.stage == "published"]
    assert Wish.objects.count() == sum(wished) > 10
    assert all(
        can_translate(reader_of(one.by), one.story) for one in Wish.objects.select_related("by", "story")
    )


def every_picture_says_whose_it_is() -> None:
    assert Credit.objects.count() == pictures()
    for story in Story.objects.for_actions().prefetch_related("authors__person"):
        version = Version.objects.get(pk=story.original().current_id)
        assert uncredited(story, version) == [], version.title
        if story.stage in (Stage.SCHEDULED, Stage.PUBLISHED):
            assert missing(story, story.original()) == [], version.title
    topics = Topic.objects.visible_to(NOBODY).filter(kind="story")
    assert topics.count() == Story.objects.published().visible_to(NOBODY).count() > 8


def nobody_did_what_rules_forbid() -> None:
    """With rules and roles as they are now; whoever took a step may take it."""
    by_hand = Taken.objects.exclude(by=None).select_related("by", "story")
    for taken in by_hand.exclude(step__in=["claim", "leave"]):
        assert can_take(reader_of(taken.by), taken.story, STEPS[taken.step]), taken
    assert all(can_claim(reader_of(one.by), one.story) for one in by_hand.filter(step="claim"))
    for check in Check.objects.select_related("by", "story"):
        assert can_tick(reader_of(check.by), check.story), check
    for version in Version.objects.select_related("by", "edition__story"):
        assert can_improve(reader_of(version.by), version.edition), version
    for note in Note.objects.exclude(resolved_by=None).select_related(
        "post", "edition__story", "resolved_by"
    ):
        assert can_resolve(reader_of(note.resolved_by), note.edition.story, note), note
    first = Story.objects.for_actions().exclude(featured_at=None).get()
    assert all(
        can_feature(reader_of(one.person), first)
        for one in office(Office.EDITORS).memberships.select_related("person")
    )


def all_came_in_its_order() -> None:
    now = clock.now()
    assert not Version.objects.filter(at__gt=now).exists()
    assert not Taken.objects.filter(at__gt=now).exists()
    # What was corrected was looked at once more.
    late = Check.objects.filter(at__gt=F("story__published_at"), story__corrections=None)
    assert not late.exists()
    for story in Story.objects.for_actions():
        steps = list(story.taken.order_by("at").values_list("before", "after"))
        assert all(one[1] == other[0] for one, other in pairwise(steps)), story
        posts = list(Post.objects.for_actions().filter(topic=story.room).order_by("number"))
        assert posts == sorted(posts, key=lambda post: post.created_at)
    scheduled = Taken.objects.filter(by=None, step="publish")
    assert scheduled.count() > 2, "some were published by the clock"


def one_is_forgotten(slug: str) -> None:
    """As if its file were new."""
    files = [one for one in told() if one.slug == slug]
    Story.objects.for_actions().filter(key=stories.key_of(files[0])).update(key=None)
    Post.objects.for_actions().filter(topic__category__slug__in=["stories", "newsroom"]).update(key=None)
