"""Messages of an archive become posts, many at once; each stays findable by its Message-ID."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.archives.actions.authors import place_holders
from space.archives.keys import claim_key
from space.archives.mail.identity import message_key
from space.archives.mail.rendering import render_mail
from space.archives.models import ArchivedMessage, ImportRun
from space.discuss.actions.archiving import add_archived
from space.discuss.models import Post

if TYPE_CHECKING:
    from space.archives.mail.letters import Author

RENDERER = 1001


@dataclass(slots=True)
class Arrival:
    """A message that is new here: its post, without author and HTML yet, and where it comes from."""

    post: Post
    author: "Author"
    origin: ArchivedMessage


@transaction.atomic
def store_messages(arrivals: Sequence[Arrival], *, run: ImportRun, by: User, list_name: str) -> None:
    """Store messages in the given order, with place-holder authors, in one transaction."""
    _give_keys([arrival.origin for arrival in arrivals])
    _give_authors(arrivals)
    for arrival in arrivals:
        _render(arrival.post, arrival.origin)
    posts = [arrival.post for arrival in arrivals]
    add_archived(posts, by=by, reason=_reason(list_name, run.category.language))
    for arrival in arrivals:
        arrival.origin.post = arrival.post
    ArchivedMessage.objects.bulk_create([arrival.origin for arrival in arrivals])


def _reason(list_name: str, language: str) -> str:
    """Why the topics are closed, in the language of the archive."""
    with override(language or "en"):
        said = pgettext("archive", "This conversation comes from the archive of %(list)s.")
        return said % {"list": list_name}


def _give_keys(origins: list[ArchivedMessage]) -> None:
    """The hash of the Message-ID is the permalink of the first message that has it; others get their own."""
    hashes = [origin.message_hash for origin in origins]
    taken = set(ArchivedMessage.objects.for_actions().filter(key__in=hashes).values_list("key", flat=True))
    for origin in origins:
        origin.key = origin.message_hash
        if not origin.key or origin.key in taken:
            origin.key = message_key(f"{origin.category_id} {origin.message_hash} {origin.fingerprint}")
        taken.add(origin.key)


def _give_authors(arrivals: Sequence[Arrival]) -> None:
    keys = [claim_key(arrival.author.address, arrival.author.name) for arrival in arrivals]
    names = {key: arrival.author.name for key, arrival in reversed(list(zip(keys, arrivals, strict=True)))}
    people = place_holders(names)
    for key, arrival in zip(keys, arrivals, strict=True):
        arrival.post.author_id = people[key]
        if not arrival.post.topic.author_id:
            arrival.post.topic.author_id = people[key]


def _render(post: Post, origin: ArchivedMessage) -> None:
    """The end of a very long message is left out of the page; a link leads to the whole of it."""
    post.renderer = RENDERER
    post.html, is_cut = render_mail(post.source)
    if is_cut:
        post.html += f'<p><a href="/archives/m/{origin.key}/whole">[…]</a></p>'
