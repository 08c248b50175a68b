"""What stands around the words of a story: its authors, tags, projects and regions, and what its writer asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.actions.gating import passed_names
from space.blog.actions.inside import refuse_outsiders
from space.blog.models import Author, Edition, Story
from space.discuss.actions.changing import change_topic
from space.discuss.actions.tagging import passed_tags, tags_named
from space.discuss.allowances import Allowances
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.kit.fields import one_line, tidy
from space.moderation.actions import record
from space.notifications.actions import tell


@dataclass(frozen=True)
class Named:
    """An author: a person, or a guest by name."""

    person: User | None = None
    name: str = ""


@dataclass(frozen=True)
class About:
    """What is said about a story; None leaves it as it is, and `clears` names what is taken away."""

    authors: Iterable[Named] | None = None
    tags: Iterable[str] | None = None
    projects: Iterable[str] | None = None
    regions: Iterable[str] | None = None
    wanted_on: date | None = None
    note: str | None = None
    language: str = ""
    clears: frozenset[str] = frozenset()


@transaction.atomic
def describe_story(story: Story, about: About, *, by: User) -> Story:
    """Change what is said about a story. What is published is changed in its topic too."""
    story = lock_story(story.pk)
    Allowances(by).take_edit()
    if about.language and about.language != story.language:
        _speak(story, about.language)
    about = passed_about(about, story, by)
    set_about(story, about, by)
    if story.topic is not None and about.tags is not None:
        change_topic(story.topic, by=by, tags=[tag.name for tag in story.tags.all()])
    if story.is_published:
        record(by, "story-described", story)
    touch(story)
    return fresh(story.pk)


def passed_about(about: About, story: Story | None, by: User) -> About:
    """New tags and guests who are named as authors, as they can stand; of a story that is there, or is begun."""
    tags, authors = about.tags, about.authors
    if tags is not None:
        has = story.tags.values_list("name", flat=True) if story else ()
        # What is published is flagged with the tags of its topic.
        tags = passed_tags(tags, by=by, has=has, of=story.room if story and story.topic is None else None)
    if authors is not None:
        authors = list(authors)
        guests = list(dict.fromkeys(one.name for one in authors if one.person is None))
        now = dict(zip(guests, passed_names(story, guests, by=by), strict=True))
        authors = [one if one.person else Named(name=now[one.name]) for one in authors]
    return replace(about, tags=tags, authors=authors)


def set_about(story: Story, about: About, by: User) -> None:
    """Expects the story to be locked, or new."""
    if about.authors is not None:
        _tell_named(story, name_authors(story, list(about.authors)), by)
    if about.tags is not None:
        story.tags.set(tags_named(about.tags, at_most=TAGS_A_TOPIC()))
    for name, value in _columns(about).items():
        setattr(story, name, value)
    story.save()


def _columns(about: About) -> dict[str, Any]:
    given = {
        "projects": None if about.projects is None else list(dict.fromkeys(about.projects)),
        "regions": None if about.regions is None else list(dict.fromkeys(about.regions)),
        "wanted_on": about.wanted_on,
        "note": None if about.note is None else tidy(about.note)[:2000],
    }
    told = {name: value for name, value in given.items() if value is not None}
    return told | ({"wanted_on": None} if "wanted_on" in about.clears else {})


def name_authors(story: Story, authors: list[Named]) -> set[int]:
    """These and no others, in this order; without any it is who began the story. Says who was not named before."""
    before = set(story.authors.values_list("person_id", flat=True))
    named = authors or [Named(story.by)]
    refuse_outsiders(story, [one.person for one in named if one.person and one.person.pk not in before])
    story.authors.all().delete()
    seen: dict[tuple[int, str], Named] = {
        (one.person.pk if one.person else 0, "" if one.person else one_line(one.name)): one for one in named
    }
    Author.objects.bulk_create(
        [
            Author(story=story, person=one.person, name=name, position=position)
            for position, ((_, name), one) in enumerate(seen.items())
        ]
    )
    return {one.person.pk for one in named if one.person} - before


def _tell_named(story: Story, people: set[int], by: User) -> None:
    for person in people - {by.pk}:
        tell(f"story-named {story.pk} {person} {by.pk}")


def _speak(story: Story, language: str) -> None:
    """The original is in another language than was said. Once it is published its address and readers rely on it."""
    if story.published_at is not None:
        text = pgettext("refusal", "The language of a story stays once it has been published.")
        raise ValidationError({"language": ValidationError(text, code="published")})
    story.language = language
    Edition.objects.for_actions().filter(story=story, is_original=True).update(language=language)
