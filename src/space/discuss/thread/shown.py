"""All that a post's place on the page says, ready-made for its partial."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, When
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, npgettext

from space.accounts.faces import face
from space.accounts.readers import NOBODY
from space.discuss.asking.known import asked_group
from space.discuss.models import Revision
from space.discuss.models.posts import PostQuerySet, noting
from space.discuss.openings import opening_of
from space.discuss.permissions import takes_replies
from space.discuss.polls.filling import gap_for
from space.discuss.thread.addresses import Addresses
from space.groups.titles import beside
from space.kit import clock
from space.languages import autonym, bcp47, mark
from space.markup import quotation
from space.uploads.pages import with_pages
from space.web.times import day, iso

# Where the reader's own actions stand in a kept post, where its reactions do, the posts that answer it, and what
# stands in place of the text with which a topic of its kind opens.
MINE, REACTIONS, ANSWERED, OPENING = "\x01", "\x02", "\x07", "\x0b"

COLUMNS = (
    "number",
    "author_id",
    "author__name",
    "author__picture",
    "author__nature",
    "author__title",
    "html",
    "language",
    "created_at",
    "edited_at",
    "is_wiki",
    "edits",
    "editors",
    "reply_to__number",
    "reply_to__topic_id",
    "reply_to__hidden_at",
    "poll__post_id",
    "content_note",
    "note_language",
    "answers_for_id",
)


class Told(NamedTuple):
    """What a post's place on the page says of it."""

    number: int
    author: int
    name: str
    picture: str
    nature: str
    title: str
    html: str
    language: str
    created_at: datetime
    edited_at: datetime | None
    is_wiki: bool
    # How often it was edited, and by how many people; counted for wiki posts alone.
    edits: int | None
    editors: int | None
    answers: int | None
    answers_in: int | None
    answers_hidden_at: datetime | None
    # Its own id, where it asks a poll.
    asks: int | None
    # What is told before it is read.
    content_note: str
    note_language: str
    # The group for which it was written.
    answers_for: int | None


def with_edits(posts: PostQuerySet) -> PostQuerySet:
    """With how many edits and editors a wiki post has had: the columns of `Told` that are none of a post's own."""
    made = Revision.objects.filter(post=OuterRef("pk")).order_by().values("post")
    return posts.annotate(
        edits=_of_wiki(made.annotate(n=Count("pk")).values("n")),
        editors=_of_wiki(made.annotate(n=Count("by", distinct=True)).values("n")),
    )


def _of_wiki(number: "QuerySet[Revision, Any]") -> Case:
    return Case(When(is_wiki=True, then=Subquery(number)), output_field=IntegerField())


def _edits(post: Told) -> str:
    """How often and by how many people; the two numbers are said apart, because each has its plural."""
    if not post.edits:
        return ""
    people = npgettext("post", "%(n)d person", "%(n)d people", post.editors or 0) % {"n": post.editors or 0}
    told = npgettext(
        "post", "edited %(n)d time by %(people)s", "edited %(n)d times by %(people)s", post.edits
    )
    return told % {"n": post.edits, "people": people}


def shown(post: Told, addresses: Addresses) -> dict[str, Any]:
    """All that the partial of a post needs, ready-made."""
    foreign = post.language and bcp47(post.language) != get_language()
    is_here = post.answers_in == addresses.topic.pk and post.answers_hidden_at is None
    answers = post.answers if is_here else None
    permalink = addresses.of("post", post.number)
    opens = post.number == 1 and opening_of(addresses.topic.kind)
    return {
        "number": post.number,
        "author": vars(face(post.author, post.name, post.picture)),
        **beside(post.title),
        "answers_for": asked.shown if (asked := asked_group(post.answers_for)) else None,
        "is_archived": post.nature == "archived",
        **mark(post.language)._asdict(),
        "autonym": autonym(post.language) if foreign else "",
        "html": OPENING if opens else mark_safe(with_pages(post.html)),
        **noting(post.content_note, post.note_language),
        "day": day(post.created_at, clock.now()),
        "iso": iso(post.created_at),
        "edited": post.edited_at is not None,
        "is_wiki": post.is_wiki,
        "edits": _edits(post),
        "url": permalink,
        "history_url": addresses.of("history", post.number),
        "more_url": addresses.of("more", post.number),
        "reply_url": f"{addresses.reply}?post={post.number}",
        "quote_head": quotation(post.name, post.number, permalink, "", post.language).splitlines()[0],
        "quote_url": f"{addresses.reply}?quote={post.number}",
        "answers_url": addresses.of("post", answers) if answers else "",
        "answers": answers or 0,
        "inside_url": addresses.of("inside", answers) if answers else "",
        "is_answer": addresses.topic.is_solved and addresses.topic.answer.post.number == post.number,
        "is_open": bool(takes_replies(NOBODY, addresses.topic)),
        "poll": gap_for(post.asks) if post.asks else "",
        "mine": MINE,
        "reactions": REACTIONS,
        "answered": ANSWERED,
    }
