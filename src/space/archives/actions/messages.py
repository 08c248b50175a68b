"""Messages of an archive become posts, many at once; each stays findable by its Message-ID."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.archives.actions.authors import place_holders
from space.archives.actions.files import keep_attachments, shown
from space.archives.keys import claim_key
from space.archives.mail.identity import message_key
from space.archives.mail.letters import Attachment, Author
from space.archives.mail.rendering import render_mail
from space.archives.models import ArchivedMessage, ImportRun
from space.discuss.actions.archiving import add_archived
from space.discuss.models import Post
from space.uploads.actions import hang
from space.uploads.models import Upload

RENDERER = 1001


@dataclass(slots=True)
class Arrival:
    """A message that is new here: its post, without author and HTML yet, and where it comes from."""

    post: Post
    author: Author
    origin: ArchivedMessage
    attachments: list[Attachment] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)


@transaction.atomic
def store_messages(arrivals: Sequence[Arrival], *, run: ImportRun, by: User, list_name: str) -> None:
    """Store messages in the given order, with place-holder authors, in one transaction."""
    _give_keys([arrival.origin for arrival in arrivals])
    _give_authors(arrivals)
    for arrival in arrivals:
        arrival.uploads = keep_attachments(arrival.attachments, by=by)
        _render(arrival)
    posts = [arrival.post for arrival in arrivals]
    add_archived(posts, by=by, reason=_reason(list_name, run.category.language))
    for arrival in arrivals:
        arrival.origin.post = arrival.post
        if arrival.uploads:
            hang(arrival.uploads, arrival.post)
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


def _render(arrival: Arrival) -> None:
    """The end of a very long message is left out of the page; a link leads to the whole of it."""
    post = arrival.post
    post.renderer = RENDERER
    post.html, is_cut = render_mail(post.source)
    if is_cut:
        post.html += f'<p><a href="{reverse("archives:whole", args=[arrival.origin.key])}">[…]</a></p>'
    post.html += shown(arrival.uploads)
