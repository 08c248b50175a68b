"""The whole demo community, made in one transaction: it is there, or it is not."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import transaction

from space.discuss.actions.last_posts import note_last_posts
from space.discuss.actions.scoring import OFTEN, SELDOM, score_periods
from space.discuss.models import Category, Post
from space.kit import clock
from space.pages.demo import cast, texts
from space.pages.demo.actions import naming, settling, talking
from space.pages.demo.actions.drafting import begin
from space.pages.demo.actions.reading import read
from space.search.actions import survey

Tell = Callable[[str], None]
# Before anybody says anything.
_FOUNDED = timedelta(days=415)


def seed(tell: Tell) -> None:
    """Make what is missing of the demo community. When all is there, nothing changes and nothing is said."""
    conversations = [texts.read(path) for path in sorted((cast.HERE / "topics").glob("*/*.md"))]
    if _is_complete(conversations):
        return
    now = clock.now()
    tell(f"Making the demo community: {len(cast.people())} people, {len(conversations)} conversations ...")
    with transaction.atomic():
        _make(conversations, now, tell)
    _import_the_old_list(tell)
    survey()


def _is_complete(conversations: list[texts.Conversation]) -> bool:
    keys = [talking.key_of(told, 1) for told in conversations]
    if Post.objects.for_actions().filter(key__in=keys).count() < len(keys):
        return False
    archives = [room.slug for room in cast.rooms() if room.kind == "archive"]
    return not Category.objects.for_actions().filter(slug__in=archives, topics_count=0).exists()


def _make(conversations: list[texts.Conversation], now: datetime, tell: Tell) -> None:
    people = cast.people()
    with clock.at(now - _FOUNDED):
        accounts = settling.settle(people, now)
        groups = settling.found(cast.circles(), accounts)
        first = settling.first_administrator(people, accounts)
        rooms = settling.arrange(cast.rooms(), groups, first)
        settling.give_roles(people, accounts, rooms)
        naming.introduce(cast.tag_groups(), cast.tags(), by=first)
    naming.tell_what_for([rooms[told.category] for told in cast.abouts()], by=first, at=now - _FOUNDED)

    def progress(done: int, of: int) -> None:
        tell(f"  {done} of {of} posts, reactions and votes")

    talking.hold(conversations, accounts, rooms, now, progress)
    begin(cast.drafts(), accounts, rooms, now)
    read(people, accounts, now)
    settling.suspend(people, accounts, now)
    note_last_posts()
    score_periods((*OFTEN, *SELDOM))


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
