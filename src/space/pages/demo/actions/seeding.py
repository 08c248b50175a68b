"""The whole demo community, made in one transaction: it is there, or it is not."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from django.core.management import call_command
from django.db import transaction

from space.accounts.models import User
from space.blog.models import Story
from space.discuss.actions.last_posts import note_last_posts
from space.discuss.actions.scoring import OFTEN, SELDOM, score_periods
from space.discuss.models import Category, Post
from space.events.actions import roll_on
from space.events.models import Event
from space.groups.models import Group
from space.kit import clock
from space.limits.actions import forget_unused
from space.pages.demo import cast, planned, story_texts, texts
from space.pages.demo.actions import (
    corresponding,
    gathering,
    insiders,
    naming,
    planning,
    reviewing,
    settling,
    stories,
    talking,
)
from space.pages.demo.actions.drafting import begin
from space.pages.demo.actions.happening import happen
from space.pages.demo.actions.reading import read
from space.search.actions import survey

Tell = Callable[[str], None]
# Before anybody says anything.
_FOUNDED = timedelta(days=415)


@dataclass(frozen=True)
class Told:
    """All that the files tell."""

    conversations: list[texts.Conversation]
    stories: list[story_texts.Story]
    events: list[planned.Planned]

    @classmethod
    def read(cls) -> Self:
        return cls(
            [texts.read(path) for path in sorted((cast.HERE / "topics").glob("*/*.md"))],
            [story_texts.read(path) for path in sorted((cast.HERE / "stories").glob("*.md"))],
            planned.read(),
        )


def seed(tell: Tell) -> None:
    """Make what is missing of the demo community. When all is there, nothing changes and nothing is said."""
    told = Told.read()
    if _is_complete(told):
        return
    now = clock.now()
    sizes = (
        f"{len(cast.people())} people, {len(told.conversations)} conversations, {len(told.stories)} stories, "
        f"{len(told.events)} events"
    )
    tell(f"Making the demo community: {sizes} ...")
    with transaction.atomic():
        _make(told, now, tell)
    _import_the_old_list(tell)
    survey()


def _is_complete(told: Told) -> bool:
    keys = [talking.key_of(one, 1) for one in told.conversations]
    keys += [corresponding.key_of(one, 1) for one in cast.letters()]
    if Post.objects.for_actions().filter(key__in=keys).count() < len(keys):
        return False
    keys = [reviewing.key_of(one) for one in reviewing.flagged()]
    if Post.objects.for_actions().filter(key__in=keys).count() < len(keys):
        return False
    keys = [stories.key_of(one) for one in told.stories] + [one.key for one in insiders.inside()]
    if Story.objects.for_actions().filter(key__in=keys).count() < len(keys):
        return False
    keys = [planning.key_of(one) for one in told.events]
    if Event.objects.for_actions().filter(key__in=keys).count() < len(keys):
        return False
    archives = [room.slug for room in cast.rooms() if room.kind == "archive"]
    return not Category.objects.for_actions().filter(slug__in=archives, topics_count=0).exists()


def _make(told: Told, now: datetime, tell: Tell) -> None:
    people = cast.people()
    # Of a demo that stands already: what its people have used up lately would count for their past too.
    with clock.at(now + _FOUNDED):
        forget_unused()
    with clock.at(now - _FOUNDED):
        accounts = settling.settle(people, now)
        groups = gathering.found(cast.circles(), accounts)
        first = settling.first_administrator(people, accounts)
        rooms = _rooms(groups, accounts, first)
        settling.give_roles(people, accounts, rooms)
        settling.set_up_newsroom(people, accounts, first)
        settling.protect(told.events, by=first)
        naming.introduce(cast.tag_groups(), cast.tags(), by=first)
    naming.tell_what_for([rooms[one.category] for one in cast.abouts()], by=first, at=now - _FOUNDED)

    def progress(done: int, of: int) -> None:
        tell(f"  {done} of {of} posts, reactions, votes and steps")

    lives: list[talking.Talk | stories.Life | planning.Gathering | corresponding.Correspondence] = [
        *talking.missing(told.conversations, accounts, rooms, now),
        *stories.missing(told.stories, people, accounts, now),
        *planning.missing(told.events, accounts, rooms, now),
        *corresponding.missing(cast.letters(), accounts, groups),
    ]
    happen((event for life in lives for event in life.events(now)), progress)
    roll_on()
    _live_in_groups(accounts, rooms, now)
    begin(cast.drafts(), accounts, rooms, now)
    read(people, accounts, now)
    reviewing.look_at(reviewing.flagged(), accounts, now)
    settling.suspend(people, accounts, now)
    note_last_posts()
    score_periods((*OFTEN, *SELDOM))


def _live_in_groups(accounts: settling.People, rooms: settling.Rooms, now: datetime) -> None:
    insiders.tell(insiders.inside(), accounts, rooms, now)
    gathering.liven(cast.circles(), accounts, now)


def _rooms(groups: dict[str, Group], accounts: dict[str, User], first: User) -> dict[str, Category]:
    """The rooms, and the groups whose questions stand in some of them."""
    rooms = settling.arrange(cast.rooms(), groups, first)
    gathering.open_for_questions(cast.circles(), groups, accounts, rooms)
    return rooms


def _import_the_old_list(tell: Tell) -> None:
    """Like any other archive: by the importer, which knows what it imported before."""
    tell("  and the archive of an old mailing list")
    quiet = io.StringIO()
    for room in cast.rooms():
        if room.kind == "archive":
            with redirect_stderr(quiet):
                call_command(
                    "import_mailman",
                    str(cast.HERE / "mailinglist"),
                    category=room.slug,
                    list_name=room.name,
                    stdout=quiet,
                )
