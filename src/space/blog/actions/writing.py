"""A story is begun, and its editions are written. Every save is a version."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from space.accounts.models import User
from space.blog.actions import gating
from space.blog.actions.describing import About, passed_about, set_about
from space.blog.actions.finding import fresh, lock_edition, touch
from space.blog.actions.inside import of_group
from space.blog.drafts import TO_SUBMIT, to_edit
from space.blog.merging import Clash, put_together
from space.blog.models import Edition, Stage, Story, Version
from space.blog.texts import Words, slug_of
from space.discuss.actions.drafts import note_edited
from space.discuss.allowances import Allowances
from space.discuss.models import Category
from space.kit import clock
from space.kit.fields import one_line
from space.uploads.actions import hang
from space.uploads.models import Upload
from space.uploads.registry import tell_hung
from space.uploads.text import numbers_in


@transaction.atomic
def begin_story(
    words: Words,
    *,
    by: User,
    language: str,
    about: About | None = None,
    is_pitch: bool = False,
    category: Category | None = None,
    key: UUID | None = None,
    draft: int = 0,
) -> Story:
    """A draft, or a pitch, that its authors alone see until they share it. Without authors it is its writer's.

    The same `key` from the same person gives the story that it made before. What the form has kept as a draft
    (`draft` is its version) goes. With a `category` of a group the story is for the members of that group, for good.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    if key and (made := Story.objects.for_actions().filter(by=by, key=key).first()):
        return fresh(made.pk)
    Allowances(by).take_topic()
    now, stage = clock.now(), Stage.PITCH if is_pitch else Stage.DRAFT
    where = of_group(category, by) if category else {}
    story = Story.objects.create(
        by=by, language=language, stage=stage, stage_since=now, began_at=now, key=key, **where
    )
    about = passed_about(about or About(), None, by)
    set_about(story, replace(about, authors=about.authors or ()), by)
    edition = Edition.objects.for_actions().create(
        story=story, language=language, is_original=True, by=by, began_at=now
    )
    add_version(edition, words, by=by)
    note_edited(TO_SUBMIT.key, by=by, version=draft, form=key)
    return fresh(story.pk)


@transaction.atomic
def save_text(
    edition: Edition,
    words: Words,
    *,
    by: User,
    began: int | None = None,
    note: str = "",
    restores: int | None = None,
    follows: int | None = None,
    parts: list[str] | None = None,
    tag_names: dict[str, str] | None = None,
    key: UUID | None = None,
    draft: int = 0,
) -> Edition:
    """What an edition says from now on, as its newest version. Saving it unchanged does nothing.

    `began` is the number of the version that the form was made from: what others changed meanwhile is kept, and
    where both changed the same paragraph a Clash is raised with both. Who wrote meanwhile is told in `met`.
    `follows` is, of a translation, the version of the original that it says, and `parts` its text by the blocks of it.
    `key` and `draft` are of the form: what it has kept as a draft goes.
    """
    edition = lock_edition(edition)
    outcome = put_together(edition, words, began, parts)
    if not outcome.is_clean:
        raise Clash(outcome)
    note_edited(to_edit(edition).key, by=by, version=draft, form=key)
    edition.met = tuple(name for name in outcome.by if name != by.name)
    more = {"follows": follows, "parts": outcome.parts, "tag_names": tag_names}
    if _is_unchanged(edition, outcome.words, more):
        return edition
    Allowances(by).take_edit()
    if (first := gating.first_post(edition.story)) is None:
        add_version(edition, outcome.words, by=by, note=note, restores=restores, **more)
    else:
        beside = _said_beside(note, tag_names)
        said, passed = gating.ask(outcome.words, by=by, language=edition.language, before=first, more=beside)
        if tag_names:
            more["tag_names"] = {
                tag: passed.beside.get(f"tag {tag}", name) for tag, name in tag_names.items()
            }
        add_version(edition, said, by=by, note=passed.beside.get("note", ""), restores=restores, **more)
        gating.stands(edition.story, passed)
    touch(edition.story)
    return edition


def _said_beside(note: str, tag_names: dict[str, str] | None) -> dict[str, str]:
    """Why it is changed, and what tags are called in its language."""
    names = {f"tag {tag}": name for tag, name in (tag_names or {}).items()}
    return {name: said for name, said in ({"note": one_line(note)[:200]} | names).items() if said}


def _is_unchanged(edition: Edition, words: Words, more: dict[str, Any]) -> bool:
    now = edition.current
    if now is None or words != words_of(now):
        return False
    return all(value in (None, getattr(now, name)) for name, value in more.items())


def words_of(version: Version) -> Words:
    return Words(version.title, version.summary, version.source, version.caption, version.alt)


def add_version(edition: Edition, words: Words, *, by: User, note: str = "", **more: Any) -> None:
    before = edition.current
    kept = {"follows": before.follows, "tag_names": before.tag_names} if before else {}
    more = kept | {name: value for name, value in more.items() if value is not None}
    version = Version.objects.create(
        edition=edition,
        number=before.number + 1 if before else 1,
        by=by,
        at=clock.now(),
        note=one_line(note)[:200],
        **words.stored(by, edition.language),
        **more,
    )
    _hang_up(edition.story, version, by)
    edition.current = version
    if edition.shown_id is None:
        edition.title, edition.summary = version.title, version.summary
        edition.slug = slug_of(version.title)
    edition.save(update_fields=["current", "title", "summary", "slug"])


def _hang_up(story: Story, version: Version, by: User) -> None:
    """Pictures that a text shows hang on its story: who reads the one sees the other.

    Only one's own come to it, and only by naming them oneself: what others wrote before does not show the files of
    whoever saves it next.
    """
    own = list(Upload.objects.for_actions().filter(pk__in=numbers_in([version.source]), owner=by))
    if own:
        before = _named_before(story, version)
        fresh = [upload for upload in own if upload.pk not in before]
        hang(fresh, story)
        tell_hung(fresh, by)


def _named_before(story: Story, version: Version) -> set[int]:
    """In the texts of the story as they stood until now, and as readers see them."""
    editions = Edition.objects.for_actions().filter(story=story)
    standing = Version.objects.filter(
        Q(pk__in=editions.values("current")) | Q(pk__in=editions.values("shown"))
    ).exclude(pk=version.pk)
    return {number for text in standing.values_list("source", flat=True) for number in numbers_in([text])}
